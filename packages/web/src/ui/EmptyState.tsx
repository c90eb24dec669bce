import type { ReactNode } from 'react'
import styles from './EmptyState.module.css'

type EmptyStateProps = {
  title: ReactNode
  /** What belongs here and why it is empty. First use, no results and all done are three different texts. */
  children?: ReactNode
  /** The one next step, with the button that takes it. */
  action?: ReactNode
  /** Which absence the dashed shapes stand for. */
  shape?: 'pair' | 'mentor' | 'leader' | undefined
  level?: 2 | 3 | undefined
}

/** Nobody here yet: dashed shapes, what belongs here, why it is empty, and one next step. */
export function EmptyState({ title, children, action, shape = 'pair', level = 3 }: EmptyStateProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={styles.empty}>
      <Absence shape={shape} />
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.words}>{children}</div>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  )
}

function Absence({ shape }: { shape: 'pair' | 'mentor' | 'leader' }) {
  const single = shape !== 'pair'
  return (
    <svg
      width={single ? 48 : 108}
      height="52"
      viewBox={single ? '0 0 48 52' : '0 0 108 52'}
      aria-hidden="true"
      fill="none"
      strokeWidth="2"
      strokeDasharray="4 4"
    >
      {shape !== 'leader' && <circle cx="24" cy="26" r="20" stroke="var(--vv-mentor-mark)" />}
      {shape !== 'mentor' && (
        <rect x={single ? 4 : 64} y="6" width="40" height="40" rx="12" stroke="var(--vv-leader-mark)" />
      )}
    </svg>
  )
}
