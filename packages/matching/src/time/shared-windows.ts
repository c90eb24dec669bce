import type { MatchPerson, SharedWindow } from '../types.ts'

const QUARTER = 15
const QUARTERS_A_WEEK = (7 * 24 * 60) / QUARTER
const QUARTERS_AN_HOUR = 60 / QUARTER

/**
 * The stretches of at least an hour in which both are free, given how many minutes each zone is ahead of UTC: longest
 * first, equal ones as the mentor's week runs. A stretch over the end of the week is one stretch.
 */
export function sharedWindows(
  mentor: MatchPerson,
  leader: MatchPerson,
  offsets: ReadonlyMap<string, number>,
): SharedWindow[] {
  const mentorAhead = offsets.get(mentor.timeZone)! / QUARTER
  const leaderAhead = offsets.get(leader.timeZone)! / QUARTER
  const mentorFree = freeQuarters(mentor.availability, mentorAhead)
  const leaderFree = freeQuarters(leader.availability, leaderAhead)
  const shared = mentorFree.map((free, quarter) => free && leaderFree[quarter]!)

  return stretchesOf(shared)
    .filter(({ length }) => length >= QUARTERS_AN_HOUR)
    .map(({ start, length }) => ({
      mentorStart: inWeek(start + mentorAhead) * QUARTER,
      leaderStart: inWeek(start + leaderAhead) * QUARTER,
      minutes: length * QUARTER,
    }))
    .sort((a, b) => b.minutes - a.minutes || a.mentorStart - b.mentorStart)
}

function freeQuarters(availability: readonly number[], ahead: number): boolean[] {
  const free = new Array<boolean>(QUARTERS_A_WEEK).fill(false)
  for (const hour of availability)
    for (let quarter = 0; quarter < QUARTERS_AN_HOUR; quarter++)
      free[inWeek(hour * QUARTERS_AN_HOUR + quarter - ahead)] = true
  return free
}

function stretchesOf(shared: readonly boolean[]): { start: number; length: number }[] {
  if (shared.every(Boolean)) return [{ start: 0, length: QUARTERS_A_WEEK }]
  const stretches: { start: number; length: number }[] = []
  for (let start = 0; start < QUARTERS_A_WEEK; start++) {
    if (!shared[start] || shared[inWeek(start - 1)]) continue
    let length = 1
    while (shared[inWeek(start + length)]) length++
    stretches.push({ start, length })
  }
  return stretches
}

function inWeek(quarter: number): number {
  return (quarter + 2 * QUARTERS_A_WEEK) % QUARTERS_A_WEEK
}
