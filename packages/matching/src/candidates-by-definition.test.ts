import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { candidatesByAllPairs } from './testing/all-pairs.ts'
import { anyInput } from './testing/any-input.ts'
import { cohort } from './testing/cohort.ts'

describe('candidates, found many at a time', () => {
  test('are what asking every rule and every part of the score about every pair gives (R7, R8, R9, R12)', () => {
    fc.assert(
      fc.property(anyInput({ mentors: 8, leaders: 12 }), (input) => {
        expect(candidates(input)).toEqual(candidatesByAllPairs(input))
      }),
      { numRuns: 150 },
    )
  })

  test('are so with more leaders than fit a word, in several time zones', () => {
    fc.assert(
      fc.property(anyInput({ mentors: 6, leaders: 90 }), (input) => {
        expect(candidates(input)).toEqual(candidatesByAllPairs(input))
      }),
      { numRuns: 25 },
    )
  })

  test('are so in an organisation of a few hundred', () => {
    const input = cohort(150, 110, 5)
    const found = candidates(input)
    expect(found).toEqual(candidatesByAllPairs(input))
    expect(found.count.allowed).toBeGreaterThan(3000)
  })
})
