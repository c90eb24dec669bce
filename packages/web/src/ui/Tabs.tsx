import { type KeyboardEvent, type ReactNode, useId } from 'react'
import styles from './Tabs.module.css'

type TabsProps<Key extends string> = {
  /** Names the group of tabs. */
  label: string
  tabs: readonly { key: Key; label: ReactNode; count?: number | undefined }[]
  selected: Key
  onSelect: (key: Key) => void
  /** The panel of the selected tab. */
  children: ReactNode
}

/** Views of the same thing. Left and right arrows move; the panel follows. */
export function Tabs<Key extends string>({ label, tabs, selected, onSelect, children }: TabsProps<Key>) {
  const id = useId()
  return (
    <div>
      <div
        role="tablist"
        aria-label={label}
        className={styles.list}
        onKeyDown={(event) => selectWithArrows(event, tabs, selected, onSelect)}
      >
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            id={`${id}-${tab.key}`}
            aria-selected={tab.key === selected}
            aria-controls={`${id}-panel`}
            tabIndex={tab.key === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(tab.key)}
          >
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} className={styles.panel}>
        {children}
      </div>
    </div>
  )
}

/** Moves the selection in a tab list with the arrow keys, Home and End, and takes focus along. */
export function selectWithArrows<Key extends string>(
  event: KeyboardEvent<HTMLElement>,
  tabs: readonly { key: Key }[],
  selected: Key,
  onSelect: (key: Key) => void,
): void {
  const at = tabs.findIndex(({ key }) => key === selected)
  const towards = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key]
  const next = towards === undefined ? undefined : tabs.at(towards % tabs.length)
  if (!next) return
  event.preventDefault()
  const list = event.currentTarget
  onSelect(next.key)
  requestAnimationFrame(() => list.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus())
}
