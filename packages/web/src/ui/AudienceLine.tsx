import type { ReactNode } from 'react'
import styles from './AudienceLine.module.css'

type AudienceLineProps = {
  /** Who can read it. A filled shape can, a dashed one cannot. */
  mentor?: boolean | undefined
  leader?: boolean | undefined
  team?: boolean | undefined
  /** The same in words: "Only you and Joaquim can read this space." */
  children: ReactNode
}

/** Who can see what is written here: circle, square, diamond and a sentence. Stands at every place of private writing. */
export function AudienceLine({ mentor = false, leader = false, team = false, children }: AudienceLineProps) {
  return (
    <p className={styles.line}>
      <AudienceShapes mentor={mentor} leader={leader} team={team} />
      <span>{children}</span>
    </p>
  )
}

/** Only the three shapes, where the words already stand beside them. */
export function AudienceShapes({
  mentor,
  leader,
  team,
}: {
  mentor: boolean
  leader: boolean
  team: boolean
}) {
  return (
    <svg
      width="43"
      height="14"
      viewBox="0 0 46 15"
      aria-hidden="true"
      strokeWidth="1.4"
      className={styles.shapes}
    >
      <circle cx="7.2" cy="7.5" r="5" {...paint(mentor, 'var(--vv-mentor-mark)')} />
      <rect x="17.4" y="2.6" width="9.8" height="9.8" rx="2.6" {...paint(leader, 'var(--vv-leader-mark)')} />
      <rect
        x="34"
        y="3.4"
        width="8.2"
        height="8.2"
        rx="1.8"
        transform="rotate(45 38.1 7.5)"
        {...paint(team, 'var(--vv-text)')}
      />
    </svg>
  )
}

function paint(reads: boolean, colour: string) {
  return reads
    ? { fill: colour, stroke: colour }
    : { fill: 'none', stroke: 'var(--vv-control-line)', strokeDasharray: '2 1.7' }
}
