import IconArrowsExchange from '@tabler/icons-react/icons/IconArrowsExchange'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './Halves.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type Half = {
  /** A time or a small word above. */
  above?: ReactNode
  title: ReactNode
  children?: ReactNode
}

type HalvesProps = {
  mentor: Half
  leader: Half
  /** Whose half comes first; the reader's own. */
  first?: 'mentor' | 'leader' | undefined
  /** Makes the disc on the seam a button that exchanges the two. */
  swap?: { label: string; onSwap: () => void } | undefined
}

/** Two halves of one thing, the mentor's round and the leader's square, with the swap on the seam. */
export function Halves({ mentor, leader, first = 'mentor', swap }: HalvesProps) {
  const panels = { mentor: <Panel side="mentor" {...mentor} />, leader: <Panel side="leader" {...leader} /> }
  return (
    <div className={styles.halves}>
      {first === 'mentor' ? panels.mentor : panels.leader}
      {swap ? (
        <button type="button" className={styles.disc} onClick={swap.onSwap}>
          <IconArrowsExchange size={18} aria-hidden />
          <VisuallyHidden>{swap.label}</VisuallyHidden>
        </button>
      ) : (
        <span className={styles.disc} aria-hidden="true">
          <IconArrowsExchange size={18} />
        </span>
      )}
      {first === 'mentor' ? panels.leader : panels.mentor}
    </div>
  )
}

function Panel({ side, above, title, children }: Half & { side: 'mentor' | 'leader' }) {
  return (
    <div className={clsx(styles.half, styles[side])}>
      {above && <div className={styles.above}>{above}</div>}
      <div className={styles.title}>{title}</div>
      {children && <div className={styles.words}>{children}</div>}
    </div>
  )
}
