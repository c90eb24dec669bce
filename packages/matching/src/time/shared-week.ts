import { bitCount } from '../bit-rows.ts'
import type { Field } from '../field.ts'
import type { MatchPerson, SharedTime } from '../types.ts'
import { sharedWindows } from './shared-windows.ts'
import { type WeekOfPeriod, weeksOf } from './weeks.ts'

export const HOURS_A_WEEK = 168
const WORDS = 6

/** Time that two people share, in the week of the period in which they share least. */
export type SharedWeek = {
  minutes(mentor: number, leader: number): number
  evidence(mentor: number, leader: number): SharedTime
}

/**
 * Prepares everybody's free hours as bits on the clock of UTC, once for each week that differs. Two people are then
 * compared 32 hours at a time.
 */
export function sharedWeekOf({ mentors, leaders, input }: Field): SharedWeek {
  const everybody = [...mentors, ...leaders]
  const weeks = weeksOf(
    input.period,
    everybody.map(({ timeZone }) => timeZone),
  )
  const ofMentors = weeks.map((week) => freeHours(mentors, week))
  const ofLeaders = weeks.map((week) => freeHours(leaders, week))

  // A rule and a part of the score ask for the same pair one after the other.
  let known = { mentor: -1, leader: -1, minutes: 0, week: 0 }
  function least(mentor: number, leader: number) {
    if (known.mentor === mentor && known.leader === leader) return known
    let minutes = Number.POSITIVE_INFINITY
    let week = 0
    for (let w = 0; w < weeks.length; w++) {
      const shared = sharedMinutes(ofMentors[w]!, mentor, ofLeaders[w]!, leader)
      if (shared < minutes) {
        minutes = shared
        week = w
      }
    }
    known = { mentor, leader, minutes, week }
    return known
  }

  return {
    minutes: (mentor, leader) => least(mentor, leader).minutes,
    evidence: (mentor, leader) => {
      const { minutes, week } = least(mentor, leader)
      const { monday, offsets } = weeks[week]!
      return { minutes, week: monday, windows: sharedWindows(mentors[mentor]!, leaders[leader]!, offsets) }
    },
  }
}

/**
 * Bit h of `free` says that the hour beginning `pastTheHour` minutes after hour h of the UTC week is free; `after` and
 * `before` say so of the hour that follows and the one that precedes.
 */
type FreeHours = {
  readonly free: Uint32Array
  readonly after: Uint32Array
  readonly before: Uint32Array
  readonly pastTheHour: Uint8Array
}

function freeHours(people: readonly MatchPerson[], { offsets }: WeekOfPeriod): FreeHours {
  const free = new Uint32Array(people.length * WORDS)
  const after = new Uint32Array(people.length * WORDS)
  const before = new Uint32Array(people.length * WORDS)
  const pastTheHour = new Uint8Array(people.length)
  const set = (bits: Uint32Array, person: number, hour: number) => {
    const h = (hour + 2 * HOURS_A_WEEK) % HOURS_A_WEEK
    bits[person * WORDS + (h >> 5)]! |= 1 << (h & 31)
  }

  people.forEach(({ availability, timeZone }, person) => {
    const ahead = offsets.get(timeZone)!
    const wholeHours = Math.ceil(ahead / 60)
    pastTheHour[person] = wholeHours * 60 - ahead
    for (const localHour of availability) {
      const hour = localHour - wholeHours
      set(free, person, hour)
      set(after, person, hour - 1)
      set(before, person, hour + 1)
    }
  })
  return { free, after, before, pastTheHour }
}

/**
 * Minutes that two people share in a week, in stretches of at least an hour.
 *
 * When the clocks of the two differ by full hours, shared hours are whole. Otherwise each shared hour is cut in two
 * where the later clock begins its hour; one cut piece alone is shorter than an hour and counts only beside another.
 */
function sharedMinutes(ofMentors: FreeHours, mentor: number, ofLeaders: FreeHours, leader: number): number {
  const mentorPast = ofMentors.pastTheHour[mentor]!
  const leaderPast = ofLeaders.pastTheHour[leader]!
  if (mentorPast === leaderPast) return 60 * countBoth(ofMentors.free, mentor, ofLeaders.free, leader)
  return mentorPast < leaderPast
    ? cutMinutes(ofMentors, mentor, ofLeaders, leader, leaderPast - mentorPast)
    : cutMinutes(ofLeaders, leader, ofMentors, mentor, mentorPast - leaderPast)
}

function countBoth(a: Uint32Array, i: number, b: Uint32Array, j: number): number {
  let hours = 0
  for (let word = 0; word < WORDS; word++) hours += bitCount(a[i * WORDS + word]! & b[j * WORDS + word]!)
  return hours
}

/** `later` begins its hours `minutesLater` after `early`. */
function cutMinutes(early: FreeHours, i: number, later: FreeHours, j: number, minutesLater: number): number {
  let long = 0
  let short = 0
  for (let word = 0; word < WORDS; word++) {
    const e = i * WORDS + word
    const l = j * WORDS + word
    const free = early.free[e]!
    const freeLater = later.free[l]!
    const freeLaterBefore = later.before[l]!
    long += bitCount(free & freeLater & (freeLaterBefore | early.after[e]!))
    short += bitCount(free & freeLaterBefore & (freeLater | early.before[e]!))
  }
  return (60 - minutesLater) * long + minutesLater * short
}
