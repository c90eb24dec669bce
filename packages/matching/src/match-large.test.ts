import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { InvalidMatchInputError, PinNotAllowedError } from './errors.ts'
import { match } from './match.ts'
import { matchLarge } from './match-large.ts'
import { shortlist, shortlistInParts } from './shortlist/shortlist.ts'
import { shortlistBlock } from './shortlist/shortlist-block.ts'
import { anyInput } from './testing/any-input.ts'
import { cohort } from './testing/cohort.ts'
import { inputOf, leader, mentor } from './testing/world.ts'
import type { Candidates } from './types.ts'
import { verify } from './verify.ts'

const objectives = ['most-people', 'best-fit', 'generous'] as const

describe('a shortlist', () => {
  test('keeps the best few pairs of each person, and counts all', () => {
    fc.assert(
      fc.property(anyInput({ mentors: 9, leaders: 9 }), fc.constantFrom(1, 2, 3), (input, few) => {
        const all = candidates(input)
        const list = shortlist(input, few)
        expect(list.count).toEqual(all.count)
        expect(list.rules).toEqual(all.rules)
        expect(pairsOf(list)).toEqual(bestFew(all, few))
      }),
      { numRuns: 80 },
    )
  })

  test('is the same in one part or in many', async () => {
    const input = cohort(70, 50, 3)
    const run = async (tasks: readonly Parameters<typeof shortlistBlock>[0][]) =>
      tasks.map((task) => shortlistBlock(structuredClone(task)))
    for (const parts of [1, 3, 70, 500])
      expect(await shortlistInParts(input, run, parts, 4)).toEqual(shortlist(input, 4))
  })
})

describe('matching very many people by a shortlist', () => {
  test.each(objectives)(
    'gives the very answer that all pairs give, proven over all of them, by %s',
    (objective) => {
      fc.assert(
        fc.property(anyInput({ mentors: 8, leaders: 9 }), fc.constantFrom(1, 2), (input, few) => {
          const all = candidates(input)
          const best = match(all, { objective })
          const large = matchLarge(input, { objective }, few)
          expect(verify(large.candidates, large.solution)).toEqual({ correct: true, faults: [] })
          expect(large.tiesSettled).toBe(true)
          expect(large.solution.pairs).toEqual(best.pairs)
          expect(large.solution.unpaired).toEqual(best.unpaired)
          // Blocking pairs are counted among the pairs looked at; everything else holds for all pairs.
          const figures = { ...large.solution.figures, blockingPairs: best.figures.blockingPairs }
          expect(verify(all, { ...large.solution, figures }).faults).toEqual([])
        }),
        { numRuns: 40 },
      )
    },
  )

  test('finds better pairs than the shortlist has', () => {
    const input = cohort(60, 60, 5)
    const list = shortlist(input, 1)
    const { solution, rounds } = matchLarge(input, {}, 1)
    expect(rounds).toBeGreaterThan(1)
    expect(solution.figures.peoplePaired).toBeGreaterThan(match(list).figures.peoplePaired)
    expect(solution.pairs).toEqual(match(candidates(input)).pairs)
  })

  test('keeps to pins, bans and capacities that concern pairs left out', () => {
    const input = cohort(40, 40, 8)
    const all = candidates(input)
    const free = match(all)
    const isIn = (m: number, l: number) =>
      free.pairs.some((p) => p.mentorId === all.mentors[m]!.id && p.leaderId === all.leaders[l]!.id)
    const left = pairsOf(all).find(([m, l, score]) => score < 20_000 && !isIn(m, l))!
    const settings = {
      pins: [{ mentorId: all.mentors[left[0]]!.id, leaderId: all.leaders[left[1]]!.id }],
      bans: free.pairs.slice(0, 5).map(({ mentorId, leaderId }) => ({ mentorId, leaderId })),
      capacities: [{ seat: 'leader' as const, id: all.leaders[7]!.id, capacity: 0 }],
    }
    const { solution, candidates: looked } = matchLarge(input, settings, 2)
    expect(solution.pairs).toEqual(match(all, settings).pairs)
    expect(verify(looked, solution).correct).toBe(true)
  })

  test('refuses a pin that breaks a rule, and what has no prices', () => {
    const input = inputOf([mentor('Amina'), leader('CFO'), leader('CTO', { languages: ['fr'] })])
    const pins = [{ mentorId: 'Amina', leaderId: 'CTO' }]
    expect(() => matchLarge(input, { pins })).toThrow(PinNotAllowedError)
    expect(() => matchLarge(input, { objective: 'stable' })).toThrow(InvalidMatchInputError)
    expect(() => matchLarge(input, {}, 0)).toThrow(InvalidMatchInputError)
  })
})

type Triple = readonly [mentor: number, leader: number, score: number]

function pairsOf({ start, leader: partner, score }: Candidates): Triple[] {
  return Array.from(score, (points, pair) => [
    start.findLastIndex((from) => from <= pair),
    partner[pair]!,
    points,
  ])
}

function bestFew(all: Candidates, few: number): Triple[] {
  const pairs = pairsOf(all)
  const best = (mine: Triple[]) =>
    mine.toSorted((a, b) => b[2] - a[2] || a[0] - b[0] || a[1] - b[1]).slice(0, few)
  const kept = new Set([
    ...all.mentors.flatMap((_, m) => best(pairs.filter((pair) => pair[0] === m))),
    ...all.leaders.flatMap((_, l) => best(pairs.filter((pair) => pair[1] === l))),
  ])
  return pairs.filter((pair) => kept.has(pair))
}
