import { Trans } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './PairSignal.module.css'
import { PersonAvatar } from './PersonAvatar.tsx'

/** How a pair is doing, from facts of rhythm only. */
export type Rhythm = 'on-rhythm' | 'drifting' | 'needs-you' | 'waiting' | 'paused' | 'ended'

type PairSignalProps = { state: Rhythm; mentor: string; leader: string; size?: number | undefined }

/** Closeness: the distance between the two shapes is the signal. Words must stand beside it. */
export function PairSignal({ state, mentor, leader, size = 34 }: PairSignalProps) {
  const absent = state === 'waiting' || state === 'paused' || state === 'ended'
  return (
    <span aria-hidden="true" className={clsx(styles.signal, styles[state])}>
      <PersonAvatar name={mentor} role="mentor" size={size} absent={absent} className={styles.mentor} />
      <i className={styles.gap} />
      <PersonAvatar name={leader} role="leader" size={size} absent={absent} className={styles.leader} />
    </span>
  )
}

/** The signal without names, for legends. */
export function PairSignalKey({ state }: { state: Rhythm }) {
  return (
    <span aria-hidden="true" className={clsx(styles.signal, styles.key, styles[state])}>
      <b className={styles.circle} />
      <i className={styles.gap} />
      <b className={styles.square} />
    </span>
  )
}

/** The word for a state; the fact ("No session for 41 days, agreed every 28") comes from the room. */
export function RhythmWord({ state }: { state: Rhythm }): ReactNode {
  if (state === 'on-rhythm') return <Trans>On rhythm</Trans>
  if (state === 'drifting') return <Trans>Drifting</Trans>
  if (state === 'needs-you') return <Trans>Needs you</Trans>
  if (state === 'waiting') return <Trans>Waiting for both</Trans>
  if (state === 'paused') return <Trans>Paused</Trans>
  return <Trans>Ended</Trans>
}

type PairSignalRowProps = PairSignalProps & {
  /** Both names, linked to the pair where there is something to open. */
  title?: ReactNode
  /** The fact and the date behind the state. */
  fact: ReactNode
  action?: ReactNode
}

/** A pair as a row: signal, state or names, one fact, one action. */
export function PairSignalRow({ title, fact, action, ...signal }: PairSignalRowProps) {
  return (
    <div className={clsx(styles.row, styles[`row-${signal.state}`])}>
      <span className={styles.holder}>
        <PairSignal {...signal} />
      </span>
      <span className={styles.words}>
        <strong>{title ?? <RhythmWord state={signal.state} />}</strong>
        <span className={styles.fact}>{fact}</span>
      </span>
      {action}
    </div>
  )
}
