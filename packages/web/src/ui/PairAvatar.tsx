import { clsx } from 'clsx'
import styles from './PairAvatar.module.css'
import { PersonAvatar } from './PersonAvatar.tsx'

type PairAvatarProps = {
  mentor: string
  leader: string
  /** Side of one avatar in px. */
  size?: number | undefined
  /** Side by side in rows and cards; diagonal, like the mark, in headings. */
  layout?: 'row' | 'diagonal' | undefined
  absent?: boolean | undefined
}

/** A pair: the mentor's circle first, the leader's square overlapping it by a ninth. Decoration; both names stand beside it. */
export function PairAvatar({ mentor, leader, size = 32, layout = 'row', absent }: PairAvatarProps) {
  const side = layout === 'diagonal' ? { width: size * 1.66, height: size * 1.66 } : {}
  return (
    <span
      className={clsx(styles.pair, styles[layout])}
      style={{ ...side, ['--overlap' as string]: `${size * -0.11}px` }}
    >
      <PersonAvatar name={mentor} role="mentor" size={size} absent={absent} className={styles.mentor} />
      <PersonAvatar name={leader} role="leader" size={size} absent={absent} className={styles.leader} />
    </span>
  )
}
