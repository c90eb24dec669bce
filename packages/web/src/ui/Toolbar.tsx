import { useLingui } from '@lingui/react/macro'
import IconX from '@tabler/icons-react/icons/IconX'
import type { ReactNode } from 'react'
import styles from './Toolbar.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type ToolbarProps = {
  /** Search and filters. */
  children: ReactNode
  /** At the far end: an exact count. */
  aside?: ReactNode
}

/** Search, filters and a count above a list. */
export function Toolbar({ children, aside }: ToolbarProps) {
  return (
    <div className={styles.bar}>
      {children}
      {aside && <div className={styles.aside}>{aside}</div>}
    </div>
  )
}

/** A filter that holds: "Site: any of 4". Pressing removes it. */
export function FilterChip({ children, onRemove }: { children: ReactNode; onRemove: () => void }) {
  const { t } = useLingui()
  return (
    <button type="button" className={styles.chip} onClick={onRemove}>
      <VisuallyHidden>{t`Remove filter`}</VisuallyHidden>
      {children}
      <IconX size={14} aria-hidden />
    </button>
  )
}

type SelectionBarProps = {
  /** "2 selected." */
  children: ReactNode
  /** What can be done with the selection, naming number and verb: "Invite 2 people". */
  actions: ReactNode
}

/** What is selected and what can be done with it, between toolbar and list. */
export function SelectionBar({ children, actions }: SelectionBarProps) {
  return (
    <div className={styles.selection} role="status">
      <div className={styles.words}>{children}</div>
      {actions}
    </div>
  )
}
