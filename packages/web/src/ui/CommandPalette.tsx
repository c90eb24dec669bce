import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import styles from './CommandPalette.module.css'
import { Dialog } from './Dialog.tsx'
import type { IconType } from './icon.ts'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type Command = {
  key: string
  label: string
  detail?: string | undefined
  /** A heading under which it stands: "Go to", "People". */
  group: string
  icon?: IconType | undefined
  /** An avatar instead of an icon. */
  picture?: ReactNode
  href?: string | undefined
  onSelect?: (() => void) | undefined
  /** Other words one may look for. */
  keywords?: string | undefined
}

type CommandPaletteProps = {
  open: boolean
  onClose: () => void
  /** Everything that can be gone to or done. Filtered here by the words typed … */
  commands: readonly Command[]
  /** … and what a server found for them, already filtered. */
  found?: readonly Command[] | undefined
  onQuery?: ((query: string) => void) | undefined
  searching?: boolean | undefined
}

/** Search and commands from the keyboard: type, arrow keys, Enter. Load it lazily; nobody needs it to begin with. */
export function CommandPalette({ open, onClose, ...rest }: CommandPaletteProps) {
  const { t } = useLingui()
  return (
    <Dialog open={open} onClose={onClose} title={t`Search and commands`} hideHeading ownsFocus width="medium">
      <Palette {...rest} onClose={onClose} />
    </Dialog>
  )
}

function Palette({ commands, found = [], onQuery, searching, onClose }: Omit<CommandPaletteProps, 'open'>) {
  const { t } = useLingui()
  const id = useId()
  const router = useRouter({ warn: false })
  const [query, setQuery] = useState('')
  const [active, setActive] = useState(0)
  const results = [...commands.filter((command) => fits(command, query)), ...found]
  const current = Math.min(active, results.length - 1)

  function run(command: Command | undefined) {
    if (!command) return
    onClose()
    command.onSelect?.()
    if (command.href) void router?.navigate({ href: command.href })
  }

  function press(event: KeyboardEvent) {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      Home: 0,
      End: results.length - 1,
    }
    const target = steps[event.key]
    if (target !== undefined && results.length > 0) {
      event.preventDefault()
      const next = (target + results.length) % results.length
      setActive(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      run(results[current])
    }
  }

  return (
    <div className={styles.palette}>
      <input
        role="combobox"
        aria-label={t`Search and commands`}
        aria-expanded={results.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={results.length > 0 ? `${id}-${current}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        placeholder={t`Find a person, a pair or a page`}
        className={styles.input}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
          onQuery?.(event.target.value)
        }}
        onKeyDown={press}
      />
      <div role="listbox" id={`${id}-list`} aria-label={t`Results`} className={styles.list}>
        {results.map((command, index) => (
          <Result
            key={command.key}
            id={`${id}-${index}`}
            command={command}
            active={index === current}
            first={command.group !== results[index - 1]?.group}
            onRun={() => run(command)}
          />
        ))}
      </div>
      {results.length === 0 && (
        <p className={styles.none}>
          {searching ? <Trans>Searching</Trans> : <Trans>Nothing found for “{query}”.</Trans>}
        </p>
      )}
      <VisuallyHidden as="div">
        <span role="status">
          <Plural value={results.length} one="# result" other="# results" />
        </span>
      </VisuallyHidden>
    </div>
  )
}

function Result({
  id,
  command,
  active,
  first,
  onRun,
}: {
  id: string
  command: Command
  active: boolean
  first: boolean
  onRun: () => void
}) {
  const { label, detail, icon: Icon, picture, group } = command
  return (
    <>
      {first && (
        <div className={styles.group} role="presentation">
          {group}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: focus stays in the field, which handles the keys */}
      <div
        role="option"
        id={id}
        aria-selected={active}
        className={clsx(styles.option, active && styles.active)}
        onClick={onRun}
      >
        {picture ?? (Icon && <Icon size={18} aria-hidden />)}
        <span className={styles.label}>{label}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </div>
    </>
  )
}

/** Every word typed must begin a word of the command. */
function fits({ label, detail = '', keywords = '' }: Command, query: string): boolean {
  const words = plain(`${label} ${detail} ${keywords}`).split(/[\s,.·]+/)
  return plain(query)
    .split(/\s+/)
    .every((wanted) => words.some((word) => word.startsWith(wanted)))
}

/** Without case and accents, so that "ines" finds Inês. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()
}
