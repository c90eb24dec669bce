import IconCheck from '@tabler/icons-react/icons/IconCheck'
import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'
import { Card } from './Card.tsx'
import styles from './JobProgress.module.css'
import { Spinner } from './Spinner.tsx'

export type JobPhase = { key: string; label: ReactNode; state: 'done' | 'current' | 'ahead' }

type JobProgressProps = {
  title: ReactNode
  /** "7,860 of 10,482 rows" */
  counts: ReactNode
  /** 0 to 1; none while it cannot be known. */
  share?: number | undefined
  phases?: readonly JobPhase[] | undefined
  /** An honest time left, and that one may leave the page. */
  note?: ReactNode
  /** A tag about rows that need a look, a link to download them. */
  children?: ReactNode
}

/** Work of more than four seconds that goes on at the server, whoever watches. */
export function JobProgress({ title, counts, share, phases, note, children }: JobProgressProps) {
  const id = useId()
  const percent = share === undefined ? undefined : Math.round(share * 100)
  return (
    <Card>
      <div className={styles.head}>
        <strong id={id}>{title}</strong>
        <span className={styles.counts}>{counts}</span>
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <span
          className={clsx(styles.fill, percent === undefined && styles.unknown)}
          style={percent === undefined ? undefined : { inlineSize: `${percent}%` }}
        />
      </div>
      {phases && (
        <ol className={styles.phases}>
          {phases.map((phase) => (
            <li
              key={phase.key}
              className={styles[phase.state]}
              aria-current={phase.state === 'current' ? 'step' : undefined}
            >
              {phase.state === 'done' && <IconCheck size={14} aria-hidden />}
              {phase.state === 'current' && <Spinner size={14} />}
              {phase.label}
            </li>
          ))}
        </ol>
      )}
      {note && <p className={styles.note}>{note}</p>}
      {children && <div className={styles.more}>{children}</div>}
    </Card>
  )
}
