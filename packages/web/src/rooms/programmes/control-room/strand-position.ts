/**
 * Where a day lies among sessions, counted in sessions: 2.75 is three quarters of the way from the third to the fourth.
 *
 * @param days - Days of the sessions in their order, `2026-09-14`; at least one.
 * @returns From -1 (a whole gap before the first) to one after the last.
 */
export function positionOfDay(days: readonly string[], day: string): number {
  const at = Date.parse(day)
  const times = days.map((each) => Date.parse(each))
  const after = times.findIndex((time) => time >= at)
  if (after === -1) return Math.min(times.length, times.length - 1 + gapsFrom(times, times.length - 1, at))
  if (after === 0) return Math.max(-1, 0 - gapsFrom(times, 0, at))
  const [before, next] = [times[after - 1]!, times[after]!]
  return after - 1 + (at - before) / (next - before)
}

/** Distance to the first or last session in average gaps. */
function gapsFrom(times: readonly number[], index: number, at: number): number {
  const average = times.length > 1 ? (times.at(-1)! - times[0]!) / (times.length - 1) : 28 * 86_400_000
  return Math.abs(at - times[index]!) / average
}
