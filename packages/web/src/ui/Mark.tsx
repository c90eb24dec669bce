import { useId } from 'react'
import styles from './Mark.module.css'

/** The mark: the mentor's circle holds the leader's square, and vice versa. Smallest size 16 px. Decoration: a name stands beside it. */
export function Mark({ size = 28 }: { size?: number }) {
  const gap = useId()
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <mask id={gap}>
        <path fill="#fff" d="M0 0h32v32H0z" />
        <rect x="12.2" y="12.2" width="19.8" height="19.8" rx="6.2" fill="#000" />
      </mask>
      <circle cx="11.2" cy="11.2" r="9.7" fill="var(--vv-mentor-fill)" mask={`url(#${gap})`} />
      <rect x="13.8" y="13.8" width="16.7" height="16.7" rx="4.8" fill="var(--vv-leader-fill)" />
      <rect x="5.6" y="5.6" width="6.6" height="6.6" rx="1.9" fill="var(--vv-mark-inner-leader)" />
      <circle cx="22.15" cy="22.15" r="3.7" fill="var(--vv-mark-inner-mentor)" />
    </svg>
  )
}

/** Mark and wordmark. The size is that of the mark in px; the word follows. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <span className={styles.logo} style={{ fontSize: size * 0.61, gap: size / 2.8 }}>
      <Mark size={size} />
      viceversa
    </span>
  )
}
