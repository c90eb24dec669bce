/** Hours of the week, 0 to 167: hour 0 is Monday 00:00 to 01:00 on the person's own clock, 167 the last of Sunday. */
export type HourOfWeek = number

export const HOURS_A_DAY = 24

/** Monday to Friday, 09:00 to 17:00. */
export const officeHours: readonly HourOfWeek[] = Array.from({ length: 5 }, (_, day) =>
  Array.from({ length: 8 }, (_, hour) => day * HOURS_A_DAY + 9 + hour),
).flat()

/** A run of days with the same free times; `days` counts from 0 = Monday, `to` may be 24. */
export type FreeTimes = { days: { from: number; to: number }; times: { from: number; to: number }[] }

/** Free hours as a person would say them: neighbouring days with the same times together, hours in a row as one range. */
export function freeTimes(hours: readonly HourOfWeek[]): FreeTimes[] {
  const free = new Set(hours)
  const groups: FreeTimes[] = []
  for (let day = 0; day < 7; day += 1) {
    const times = rangesOf(day, free)
    const last = groups.at(-1)
    if (times.length === 0) continue
    if (last && last.days.to === day - 1 && same(last.times, times)) last.days.to = day
    else groups.push({ days: { from: day, to: day }, times })
  }
  return groups
}

/** Every hour in the rectangle between two corners, as a drag or Shift with an arrow key paints it. */
export function hoursBetween(corner: HourOfWeek, opposite: HourOfWeek): HourOfWeek[] {
  const [fromDay, toDay] = ordered(Math.floor(corner / HOURS_A_DAY), Math.floor(opposite / HOURS_A_DAY))
  const [fromHour, toHour] = ordered(corner % HOURS_A_DAY, opposite % HOURS_A_DAY)
  const hours: HourOfWeek[] = []
  for (let day = fromDay; day <= toDay; day += 1) {
    for (let hour = fromHour; hour <= toHour; hour += 1) hours.push(day * HOURS_A_DAY + hour)
  }
  return hours
}

/** The free hours with some added or taken away, in order of the week. */
export function withHours(
  free: readonly HourOfWeek[],
  changed: readonly HourOfWeek[],
  on: boolean,
): HourOfWeek[] {
  const next = new Set(free)
  for (const hour of changed) {
    if (on) next.add(hour)
    else next.delete(hour)
  }
  return [...next].toSorted((a, b) => a - b)
}

function rangesOf(day: number, free: ReadonlySet<HourOfWeek>): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  for (let hour = 0; hour < HOURS_A_DAY; hour += 1) {
    if (!free.has(day * HOURS_A_DAY + hour)) continue
    const last = ranges.at(-1)
    if (last?.to === hour) last.to = hour + 1
    else ranges.push({ from: hour, to: hour + 1 })
  }
  return ranges
}

function same(a: FreeTimes['times'], b: FreeTimes['times']): boolean {
  return (
    a.length === b.length &&
    a.every((range, index) => range.from === b[index]?.from && range.to === b[index]?.to)
  )
}

function ordered(a: number, b: number): [number, number] {
  return a < b ? [a, b] : [b, a]
}
