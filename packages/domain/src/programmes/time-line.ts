import { Temporal } from 'temporal-polyfill'
import type { PlannedSession } from './contract.ts'

/** A calendar day, `2026-09-14`. */
type Day = string

export type ProgrammeDates = {
  readonly kickOffOn: Day
  readonly lastSessionOn: Day
  readonly endsOn: Day
  readonly deletesOn: Day
}

/** By week 3: early enough to keep the momentum of the kick-off. */
const DAYS_FROM_KICK_OFF_TO_FIRST_SESSION = 14
/** Time for the closing event and the last answers. */
const DAYS_FROM_LAST_SESSION_TO_END = 14
/** Long enough for the follow-up questions, short enough to keep the promise of deletion. */
const MONTHS_FROM_LAST_SESSION_TO_DELETION = 6

/**
 * The kick-off that a template suggests: a Monday, with the weeks that inviting, matching and training take.
 *
 * @param today - The day on which somebody sets the programme up.
 * @param weeksAhead - Whole weeks of preparation, at least 0.
 * @returns The first Monday on or after that many weeks from today.
 *
 * Source: weeks before the kick-off per template, report section 5.5 (six to eight weeks until applications open).
 */
export function suggestedKickOff(today: Day, weeksAhead: number): Day {
  const earliest = Temporal.PlainDate.from(today).add({ weeks: weeksAhead })
  return earliest.add({ days: (8 - earliest.dayOfWeek) % 7 }).toString()
}

/**
 * All dates of a programme that starts on a day and runs for some months.
 *
 * @param months - Whole months from kick-off to the last session.
 * @returns The last session on a working day within those months, the end two weeks later, and the deletion of notes,
 *   answers and messages six months after the last session (rule R49).
 */
export function datesFromKickOff(kickOffOn: Day, months: number): ProgrammeDates {
  const lastSession = workingDayOnOrBefore(
    Temporal.PlainDate.from(kickOffOn).add({ months }).subtract({ days: 1 }),
  )
  return {
    kickOffOn,
    lastSessionOn: lastSession.toString(),
    endsOn: workingDayOnOrBefore(lastSession.add({ days: DAYS_FROM_LAST_SESSION_TO_END })).toString(),
    deletesOn: suggestedDeletion(lastSession.toString()),
  }
}

/** The deletion date that a programme with this last session starts with, and that a wrong one is mended with. */
export function suggestedDeletion(lastSessionOn: Day): Day {
  return Temporal.PlainDate.from(lastSessionOn)
    .add({ months: MONTHS_FROM_LAST_SESSION_TO_DELETION })
    .toString()
}

/** The end that a programme with this last session starts with. */
export function suggestedEnd(lastSessionOn: Day): Day {
  return workingDayOnOrBefore(
    Temporal.PlainDate.from(lastSessionOn).add({ days: DAYS_FROM_LAST_SESSION_TO_END }),
  ).toString()
}

/**
 * By when each session is planned: spread evenly from the third week to the last session, on working days only.
 *
 * @param count - How many sessions; at least 1. A single session is planned for the first date.
 * @returns Sessions numbered from 1, on days that never go backwards. No two fall on one day as long as the time
 *   holds at least two days per session; a programme shorter than two weeks starts on its kick-off.
 */
export function plannedSessions(kickOffOn: Day, lastSessionOn: Day, count: number): PlannedSession[] {
  const kickOff = Temporal.PlainDate.from(kickOffOn)
  const last = Temporal.PlainDate.from(lastSessionOn)
  const thirdWeek = kickOff.add({ days: DAYS_FROM_KICK_OFF_TO_FIRST_SESSION })
  const first = isBefore(thirdWeek, last) ? thirdWeek : kickOff
  const span = Math.max(0, first.until(last, { largestUnit: 'days' }).days)

  return Array.from({ length: count }, (_, index) => {
    const share = count === 1 ? 0 : index / (count - 1)
    const wanted = first.add({ days: Math.round(share * span) })
    return { number: index + 1, plannedOn: nearestWorkingDay(wanted, last).toString() }
  })
}

/**
 * Days between two sessions of a pair, as agreed by the time line.
 *
 * @returns The average gap in whole days, at least 1; 28 when there are fewer than two sessions to measure.
 */
export function sessionIntervalDays(sessions: readonly PlannedSession[]): number {
  const [first, last] = [sessions[0], sessions.at(-1)]
  if (!first || !last || sessions.length < 2) return 28
  const days = daysBetween(first.plannedOn, last.plannedOn)
  return Math.max(1, Math.round(days / (sessions.length - 1)))
}

/** Whole days from one day to another; negative when the second comes first. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** Which week of the programme a day lies in, from 1, and how many there are; null before the kick-off. */
export function weekOfProgramme(
  dates: Pick<ProgrammeDates, 'kickOffOn' | 'endsOn'>,
  today: Day,
): { week: number; of: number } | null {
  const daysIn = daysBetween(dates.kickOffOn, today)
  if (daysIn < 0) return null
  const of = Math.floor(daysBetween(dates.kickOffOn, dates.endsOn) / 7) + 1
  return { week: Math.min(Math.floor(daysIn / 7) + 1, of), of }
}

/** The calendar day that an instant falls on in a time zone. */
export function dayIn(timeZone: string, instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()
}

export function isWeekend(day: Day): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek > 5
}

/** The Friday before a Saturday, the Monday after a Sunday, and never beyond the last day. */
function nearestWorkingDay(day: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate {
  if (day.dayOfWeek === 7 && isBefore(day, last)) return day.add({ days: 1 })
  return workingDayOnOrBefore(day)
}

function workingDayOnOrBefore(day: Temporal.PlainDate): Temporal.PlainDate {
  return day.subtract({ days: Math.max(0, day.dayOfWeek - 5) })
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0
}
