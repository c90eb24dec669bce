import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { UnknownParticipantError } from './errors.ts'
import { match } from './match.ts'
import { anyMarket } from './testing/any-market.ts'
import { everyChoice, rowOf, worthOf } from './testing/try-all.ts'
import { candidatesOf, inputOf, leader, mentor, noOrganisation } from './testing/world.ts'
import type { Solution } from './types.ts'
import { whyNot } from './why-not.ts'

// Sunita would fit Tomasz a little better than Helen, but Leilani would then lose more than Sunita gains.
const market = candidatesOf([
  { mentor: 'Sunita', leader: 'Helen', score: 86_000 },
  { mentor: 'Sunita', leader: 'Tomasz', score: 88_000 },
  { mentor: 'Sunita', leader: 'Kenji', score: 40_000 },
  { mentor: 'Leilani', leader: 'Tomasz', score: 82_000 },
  { mentor: 'Leilani', leader: 'Helen', score: 71_000 },
  { mentor: 'Oisin', leader: 'Kenji', score: 91_000 },
  { mentor: 'Oisin', leader: 'Helen', score: 30_000 },
])
const solution = match(market)

describe('why not this pair', () => {
  test('is answered by the rule and the line of people that break it (R7)', () => {
    const input = inputOf([mentor('Sunita'), mentor('Hana'), leader('Ruth')], {
      organisation: {
        ...noOrganisation,
        managersOf: new Map([
          ['Sunita', ['Patrick']],
          ['Patrick', ['Ruth']],
        ]),
      },
    })
    const cohort = candidates(input)
    expect(whyNot(cohort, match(cohort), { mentorId: 'Sunita', leaderId: 'Ruth' })).toEqual({
      answer: 'not-allowed',
      broken: [{ rule: 'reportingLine', chain: ['Sunita', 'Patrick', 'Ruth'], state: 'broken' }],
    })
  })

  test('is answered by who would pay: who moves, what each gains or loses, and all together', () => {
    expect(whyNot(market, solution, { mentorId: 'Sunita', leaderId: 'Tomasz' })).toEqual({
      answer: 'others-pay',
      score: 88_000,
      change: { people: 0, total: -9_000, blockingPairs: -1 },
      moves: [
        {
          seat: 'mentor',
          id: 'Sunita',
          before: [{ partnerId: 'Helen', score: 86_000 }],
          after: [{ partnerId: 'Tomasz', score: 88_000 }],
          change: 2_000,
        },
        {
          seat: 'leader',
          id: 'Tomasz',
          before: [{ partnerId: 'Leilani', score: 82_000 }],
          after: [{ partnerId: 'Sunita', score: 88_000 }],
          change: 6_000,
        },
        {
          seat: 'mentor',
          id: 'Leilani',
          before: [{ partnerId: 'Tomasz', score: 82_000 }],
          after: [{ partnerId: 'Helen', score: 71_000 }],
          change: -11_000,
        },
        {
          seat: 'leader',
          id: 'Helen',
          before: [{ partnerId: 'Sunita', score: 86_000 }],
          after: [{ partnerId: 'Leilani', score: 71_000 }],
          change: -15_000,
        },
      ],
    })
  })

  test('is answered by a weaker fit where neither of the two would gain', () => {
    const answer = whyNot(market, solution, { mentorId: 'Sunita', leaderId: 'Kenji' })
    expect(answer).toMatchObject({ answer: 'weaker', score: 40_000 })
  })

  test('is answered by "it costs nothing" where another set of pairs is as good', () => {
    const tie = candidatesOf(
      ['Amina', 'Bilal'].flatMap((id) =>
        ['CFO', 'CTO'].map((l) => ({ mentor: id, leader: l, score: 50_000 })),
      ),
    )
    for (const objective of ['most-people', 'best-fit', 'generous'] as const)
      expect(whyNot(tie, match(tie, { objective }), { mentorId: 'Amina', leaderId: 'CTO' })).toMatchObject({
        answer: 'as-good',
        change: { people: 0, total: 0 },
      })
  })

  test('counts a poor fit more than the total where the answer is generous', () => {
    const bands = candidatesOf([
      { mentor: 'Amina', leader: 'CFO', score: 100_000 },
      { mentor: 'Amina', leader: 'CTO', score: 55_000 },
      { mentor: 'Bilal', leader: 'CFO', score: 50_000 },
      { mentor: 'Bilal', leader: 'CTO', score: 5_000 },
    ])
    const generous = match(bands, { objective: 'generous' })
    // The total is the same; the worst fit is not.
    expect(whyNot(bands, generous, { mentorId: 'Amina', leaderId: 'CFO' })).toMatchObject({
      answer: 'others-pay',
      change: { people: 0, total: 0 },
    })
  })

  test('is answered by unrest where the answer is stable', () => {
    const stable = match(market, { objective: 'stable' })
    expect(whyNot(market, stable, { mentorId: 'Leilani', leaderId: 'Tomasz' })).toMatchObject({
      answer: 'others-pay',
      change: { blockingPairs: 1 },
    })
  })

  test('says so when the pair is in the answer, is banned, or finds no free seat', () => {
    expect(whyNot(market, solution, { mentorId: 'Sunita', leaderId: 'Helen' })).toEqual({ answer: 'paired' })
    const wish = { mentorId: 'Sunita', leaderId: 'Tomasz' }
    expect(whyNot(market, match(market, { bans: [wish] }), wish)).toEqual({ answer: 'banned' })
    const pinned = match(market, { pins: [{ mentorId: 'Leilani', leaderId: 'Tomasz' }] })
    expect(whyNot(market, pinned, wish)).toEqual({
      answer: 'no-seat',
      who: [{ seat: 'leader', id: 'Tomasz' }],
    })
  })

  test('cannot be asked of somebody who is not there', () => {
    expect(() => whyNot(market, solution, { mentorId: 'Zoe', leaderId: 'Helen' })).toThrow(
      UnknownParticipantError,
    )
  })

  test('names the exact loss, by trying all choices with the pair, and accounts for it person by person', () => {
    fc.assert(
      fc.property(anyMarket({ size: 4, most: 10, capacities: 'any' }), (random) => {
        const now = match(random)
        const row = rowOf(random.start)
        random.leader.forEach((l, edge) => {
          const pair = { mentorId: random.mentors[row[edge]!]!.id, leaderId: random.leaders[l]!.id }
          const why = whyNot(random, now, pair)
          if (!('change' in why)) return
          const worths = everyChoice(random)
            .filter((choice) => choice.includes(edge))
            .map((choice) => worthOf('most-people', random, choice))
            .sort(([p1 = 0, t1 = 0], [p2 = 0, t2 = 0]) => p2 - p1 || t2 - t1)
          expect([
            now.figures.peoplePaired + why.change.people,
            now.figures.total + why.change.total,
          ]).toEqual(worths[0])
          expect(why.answer === 'as-good').toBe(why.change.people === 0 && why.change.total === 0)
          for (const seat of ['mentor', 'leader'] as const) {
            const gains = why.moves.filter((move) => move.seat === seat).map(({ change }) => change)
            expect(gains.reduce((a, b) => a + b, 0)).toBe(why.change.total)
          }
        })
      }),
      { numRuns: 40 },
    )
  })

  test('moves no more people than it must', () => {
    fc.assert(
      fc.property(anyMarket({ size: 4, most: 9, capacities: 'one' }), (random) => {
        const now = match(random)
        const row = rowOf(random.start)
        const kept = (choice: readonly number[]) => choice.filter((edge) => isIn(now, edge)).length
        const isIn = (solution: Solution, edge: number) =>
          solution.pairs.some(
            (p) =>
              p.mentorId === random.mentors[row[edge]!]!.id &&
              p.leaderId === random.leaders[random.leader[edge]!]!.id,
          )
        const edge = random.leader.findIndex((_, e) => !isIn(now, e))
        if (edge < 0) return
        const pair = {
          mentorId: random.mentors[row[edge]!]!.id,
          leaderId: random.leaders[random.leader[edge]!]!.id,
        }
        const why = whyNot(random, now, pair)
        if (!('change' in why)) return
        const best = everyChoice(random).filter((choice) => {
          const [people, total] = worthOf('most-people', random, choice)
          const worth = [now.figures.peoplePaired + why.change.people, now.figures.total + why.change.total]
          return choice.includes(edge) && people === worth[0] && total === worth[1]
        })
        const mentorsMoved = why.moves.filter(
          ({ seat, before }) => seat === 'mentor' && before.length > 0,
        ).length
        expect(now.pairs.length - mentorsMoved).toBe(Math.max(...best.map(kept)))
      }),
      { numRuns: 60 },
    )
  })
})
