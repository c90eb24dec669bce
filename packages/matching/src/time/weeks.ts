import { InvalidMatchInputError } from '../errors.ts'

const DAY = 86_400_000
/** A programme of more years is a slip of the pen. */
const MOST_YEARS = 10
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/

/** A week of the programme that differs from the others in how far time zones lie apart. */
export type WeekOfPeriod = {
  /** Its Monday, `YYYY-MM-DD`. */
  readonly monday: string
  /** Minutes that each zone is ahead of UTC in the middle of this week. */
  readonly offsets: ReadonlyMap<string, number>
}

/**
 * The weeks that matter for shared time: one, the first, for each way in which the given zones lie apart during the
 * period. Clocks change at a weekend, so the Wednesday speaks for its week.
 *
 * @throws {@link InvalidMatchInputError} for a date that does not exist, a period that ends before it begins, or a
 *   time zone that this machine does not know.
 */
export function weeksOf(
  period: { readonly from: string; readonly to: string },
  zones: readonly string[],
): WeekOfPeriod[] {
  const first = mondayBefore(dayOf('period.from', period.from))
  const last = dayOf('period.to', period.to)
  if (period.to < period.from) throw new InvalidMatchInputError('period.to', null, 'lies before period.from')
  if (last - first > MOST_YEARS * 366 * DAY)
    throw new InvalidMatchInputError(
      'period.to',
      null,
      `lies more than ${MOST_YEARS} years after period.from`,
    )

  const clocks = new Map([...new Set(zones)].sort().map((zone) => [zone, clockOf(zone)]))
  const weeks = new Map<string, WeekOfPeriod>()
  for (let monday = first; monday <= last; monday += 7 * DAY) {
    const wednesdayNoon = monday + 2 * DAY + DAY / 2
    const offsets = new Map([...clocks].map(([zone, clock]) => [zone, offsetMinutes(clock, wednesdayNoon)]))
    const [reference = 0] = offsets.values()
    // Moving everybody's clock together changes nothing between any two.
    const distances = [...offsets.values()].map((offset) => offset - reference).join()
    if (!weeks.has(distances)) weeks.set(distances, { monday: isoDate(monday), offsets })
  }
  return [...weeks.values()]
}

function dayOf(path: string, date: string): number {
  const day = ISO_DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(day) || isoDate(day) !== date)
    throw new InvalidMatchInputError(path, null, 'is not a date')
  return day
}

function mondayBefore(day: number): number {
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  return day - sinceMonday * DAY
}

function isoDate(day: number): string {
  return new Date(day).toISOString().slice(0, 10)
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
  } catch {
    throw new InvalidMatchInputError('people.timeZone', null, `${timeZone} is not a known time zone`)
  }
}

/** Read from a text such as `GMT-03:30`; `GMT` alone is 0. */
function offsetMinutes(clock: Intl.DateTimeFormat, instant: number): number {
  const name = clock.formatToParts(instant).find(({ type }) => type === 'timeZoneName')!.value
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? []
  if (sign === undefined) return 0
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
