import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { setSingleKeyShortcuts, singleKeyShortcuts } from '../platform/useShortcut.ts'
import { Dialog } from './Dialog.tsx'
import styles from './ShortcutsDialog.module.css'
import { Switch } from './Switch.tsx'

export type Shortcut = { keys: readonly string[]; label: string }

type ShortcutsDialogProps = {
  open: boolean
  onClose: () => void
  /** Those of the page, after those that hold everywhere. */
  shortcuts?: readonly Shortcut[] | undefined
}

/** Which keys do what, and a switch for those that work without Ctrl. */
export function ShortcutsDialog({ open, onClose, shortcuts = [] }: ShortcutsDialogProps) {
  const { t } = useLingui()
  const [single, setSingle] = useState(singleKeyShortcuts)
  const everywhere: Shortcut[] = [
    { keys: ['Ctrl', 'K'], label: t`Search and commands` },
    { keys: ['?'], label: t`This list` },
    { keys: ['Esc'], label: t`Close what is open` },
  ]
  return (
    <Dialog open={open} onClose={onClose} title={t`Keyboard shortcuts`} width="narrow">
      <dl className={styles.list}>
        {[...everywhere, ...shortcuts].map(({ keys, label }) => (
          <div key={label} className={styles.line}>
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t`Shortcuts of a single key`}
        hint={t`Turn them off if you steer by voice.`}
        checked={single}
        onChange={(on) => {
          setSingle(on)
          setSingleKeyShortcuts(on)
        }}
      />
    </Dialog>
  )
}
