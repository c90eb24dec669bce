import fc from 'fast-check'
import type { Candidates } from '../types.ts'
import { candidatesOf, type ScoredPair } from './world.ts'

/** Few different scores, so that ties are the rule, at the ends of the bands of poor fits. */
const anyScore = fc.constantFrom(0, 5_000, 10_000, 19_999, 35_000, 59_999, 60_000, 90_000, 100_000)

/** A small market: up to `size` people a side, `most` allowed pairs at most, capacities from 0 to 3 or all 1. */
export function anyMarket({
  size,
  most,
  capacities,
}: {
  size: number
  most: number
  capacities: 'one' | 'any'
}) {
  const names = Array.from({ length: size }, (_, i) => i)
  return fc
    .record({
      pairs: fc.uniqueArray(
        fc.record({
          mentor: fc.constantFrom(...names.map((i) => `mentor ${i}`)),
          leader: fc.constantFrom(...names.map((i) => `leader ${i}`)),
          score: anyScore,
          mentorScore: anyScore,
          leaderScore: anyScore,
        }),
        { selector: (pair: ScoredPair) => `${pair.mentor} ${pair.leader}`, minLength: 1, maxLength: most },
      ),
      seats: fc.array(capacities === 'one' ? fc.constant(1) : fc.constantFrom(0, 1, 1, 2, 3), {
        minLength: 2 * size,
        maxLength: 2 * size,
      }),
    })
    .map(({ pairs, seats }): Candidates => {
      const capacityOf = Object.fromEntries(
        names.flatMap((i) => [
          [`mentor ${i}`, seats[i]!],
          [`leader ${i}`, seats[size + i]!],
        ]),
      )
      return candidatesOf(pairs, capacityOf)
    })
}
