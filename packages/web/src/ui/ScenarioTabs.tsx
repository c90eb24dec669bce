import { useLingui } from '@lingui/react/macro'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import styles from './ScenarioTabs.module.css'
import { selectWithArrows } from './Tabs.tsx'

export type Scenario = {
  key: string
  label: ReactNode
  /** The same figures in every scenario. The best value is bold, one under the agreed floor critical. */
  figures: readonly {
    key: string
    value: string | number
    label: string
    standing?: 'best' | 'low' | undefined
  }[]
}

type ScenarioTabsProps = {
  label: string
  scenarios: readonly Scenario[]
  selected: string
  onSelect: (key: string) => void
  /** Makes another one. */
  onAdd?: (() => void) | undefined
  /** Id of the element that shows the selected scenario. */
  panelId: string
}

/** Proposals side by side with the figures they are compared by. */
export function ScenarioTabs({ label, scenarios, selected, onSelect, onAdd, panelId }: ScenarioTabsProps) {
  const { t } = useLingui()
  return (
    <div className={styles.bar}>
      <div
        role="tablist"
        aria-label={label}
        className={styles.list}
        onKeyDown={(event) => selectWithArrows(event, scenarios, selected, onSelect)}
      >
        {scenarios.map((scenario) => (
          <button
            key={scenario.key}
            type="button"
            role="tab"
            aria-selected={scenario.key === selected}
            aria-controls={panelId}
            tabIndex={scenario.key === selected ? 0 : -1}
            className={styles.tab}
            onClick={() => onSelect(scenario.key)}
          >
            <span className={styles.label}>{scenario.label}</span>
            {scenario.figures.map((figure) => (
              <span
                key={figure.key}
                className={clsx(styles.figure, figure.standing && styles[figure.standing])}
              >
                <span className={styles.value}>{figure.value}</span> {figure.label}
              </span>
            ))}
          </button>
        ))}
      </div>
      {onAdd && (
        <IconButton icon={IconPlus} label={t`New scenario`} bordered onClick={onAdd} className={styles.add} />
      )}
    </div>
  )
}
