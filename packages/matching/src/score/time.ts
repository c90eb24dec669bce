import type { SharedWeek } from '../time/shared-week.ts'
import type { Score } from '../types.ts'
import { type ScorePart, share } from './part.ts'

/** With this much in common, more makes a date no easier to find. */
export const COMFORTABLE_MINUTES = 6 * 60

/** Easy to find a time: points grow with the minutes shared in the worst week, up to six hours. */
export function time(sharedWeek: SharedWeek, possible: Score): ScorePart {
  const points = (mentor: number, leader: number): Score =>
    share(possible, Math.min(sharedWeek.minutes(mentor, leader), COMFORTABLE_MINUTES), COMFORTABLE_MINUTES)

  return {
    name: 'time',
    points,
    explain: (mentor, leader) => ({
      part: 'time',
      points: points(mentor, leader),
      possible,
      ...sharedWeek.evidence(mentor, leader),
    }),
  }
}
