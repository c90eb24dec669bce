import type { PairSignal } from './contract.ts'
import { daysBetween } from './time-line.ts'

/** Dates and the state of one pair. Answers and words have no place here (rule R26). */
export type PairRhythm = {
  readonly state: 'asked' | 'active' | 'declined' | 'expired' | 'paused' | 'frozen' | 'ended'
  /** When both had accepted, or the kick-off when that comes later; null before. */
  readonly startedOn: string | null
  readonly lastSessionOn: string | null
  readonly nextSessionOn: string | null
}

/** Rule R17: the leader is reminded when no date stands a week after acceptance, the programme manager when three weeks pass. */
const DAYS_WITHOUT_A_DATE = 7
const DAYS_WITHOUT_A_FIRST_SESSION = 21
/** Shares of the agreed interval: the second is rule R19, the first leaves time to act before it. */
const DRIFTING_AFTER_INTERVALS = 1.25
const NEEDS_YOU_AFTER_INTERVALS = 1.5

/**
 * How a pair's rhythm stands, from dates alone.
 *
 * @param intervalDays - Agreed days between two sessions, at least 1.
 * @param today - A calendar day, `2026-09-14`.
 * @returns `waiting` while both are asked, `paused` when nothing is expected, `needs-you` when it is frozen, when it has
 *   not met within 21 days (rule R17) or for more than 1.5 intervals (rule R19), `drifting` shortly before that.
 */
export function pairSignal(pair: PairRhythm, intervalDays: number, today: string): PairSignal {
  if (pair.state === 'asked') return 'waiting'
  if (pair.state === 'frozen') return 'needs-you'
  if (pair.state !== 'active' || pair.startedOn === null) return 'paused'

  if (pair.lastSessionOn === null) return beforeTheFirstSession(pair, pair.startedOn, today)
  const intervals = daysBetween(pair.lastSessionOn, today) / intervalDays
  if (intervals > NEEDS_YOU_AFTER_INTERVALS) return 'needs-you'
  return intervals > DRIFTING_AFTER_INTERVALS ? 'drifting' : 'on-rhythm'
}

function beforeTheFirstSession({ nextSessionOn }: PairRhythm, startedOn: string, today: string): PairSignal {
  const days = daysBetween(startedOn, today)
  if (days > DAYS_WITHOUT_A_FIRST_SESSION) return 'needs-you'
  return days > DAYS_WITHOUT_A_DATE && nextSessionOn === null ? 'drifting' : 'on-rhythm'
}
