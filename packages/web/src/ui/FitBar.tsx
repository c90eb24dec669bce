import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import styles from './FitBar.module.css'

/** A fit of so many points of 100, as a short bar and its number. */
export function FitBar({ points, of = 100 }: { points: number; of?: number }) {
  return (
    <span className={styles.fit}>
      <span className={styles.short} aria-hidden="true">
        <span className={styles.fill} style={{ inlineSize: `${(points / of) * 100}%` }} />
      </span>
      <strong className={styles.points}>{points}</strong>
    </span>
  )
}

export type FitPart = {
  key: string
  label: ReactNode
  points: number
  /** The most points this part can give. */
  of: number
  /** What in both profiles earned them. */
  evidence?: ReactNode
}

/** Where the points of a match come from. The length of a bar is what was possible, its fill what was won; they add up. */
export function FitBreakdown({ parts }: { parts: readonly FitPart[] }) {
  const most = Math.max(1, ...parts.map(({ of }) => of))
  return (
    <ul className={styles.parts}>
      {parts.map(({ key, label, points, of, evidence }) => (
        <li key={key}>
          <div className={styles.head}>
            <span className={styles.label}>{label}</span>
            <span className={styles.score}>
              <Trans>
                <strong>{points}</strong> of {of}
              </Trans>
            </span>
          </div>
          <span className={styles.bar} aria-hidden="true" style={{ inlineSize: `${(of / most) * 100}%` }}>
            <span className={styles.fill} style={{ inlineSize: `${of === 0 ? 0 : (points / of) * 100}%` }} />
          </span>
          {evidence && <p className={styles.evidence}>{evidence}</p>}
        </li>
      ))}
    </ul>
  )
}
