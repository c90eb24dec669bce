import type { MatchInput, MatchPerson } from './types.ts'

/** How many pairs somebody can have, and what does not let it be more: `min(capacity, ⌊hours / hours per pair⌋)`. */
export function seatsOf(
  { capacity, hoursAMonth }: MatchPerson,
  { hoursPerPair }: Pick<MatchInput, 'hoursPerPair'>,
): { seats: number; limit: 'wish' | 'hours' } {
  if (hoursPerPair === undefined || hoursAMonth === undefined || hoursAMonth === null)
    return { seats: capacity, limit: 'wish' }
  const byHours = pairsIn(hoursAMonth, hoursPerPair)
  return byHours < capacity ? { seats: byHours, limit: 'hours' } : { seats: capacity, limit: 'wish' }
}

/** How often `part` goes into `hours`, on the numbers as they are written: 0.3 hours are three times 0.1. */
function pairsIn(hours: number, part: number): number {
  const pairs = Math.round(hours / part)
  return pairs * part <= hours * (1 + Number.EPSILON * 4) ? pairs : pairs - 1
}
