import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { match } from './match.ts'
import { nearest } from './nearest.ts'
import { anyMarket } from './testing/any-market.ts'
import { candidatesOf } from './testing/world.ts'
import { objectives } from './types.ts'
import { whyNot } from './why-not.ts'

const market = candidatesOf([
  { mentor: 'Sunita', leader: 'Helen', score: 86_000 },
  { mentor: 'Sunita', leader: 'Kenji', score: 40_000 },
  { mentor: 'Sunita', leader: 'Marta', score: 84_000 },
  { mentor: 'Sunita', leader: 'Tomasz', score: 88_000 },
  { mentor: 'Leilani', leader: 'Tomasz', score: 82_000 },
  { mentor: 'Leilani', leader: 'Helen', score: 71_000 },
  { mentor: 'Oisin', leader: 'Kenji', score: 91_000 },
])

describe('the nearest alternatives', () => {
  test('are the partners that cost all the least, the cheapest first', () => {
    const found = nearest(market, match(market), { seat: 'mentor', id: 'Sunita' })
    expect(found.map(({ leaderId, change }) => [leaderId, change.total])).toEqual([
      ['Marta', -2_000],
      ['Tomasz', -9_000],
      ['Kenji', -86_000 - 91_000 + 40_000],
    ])
  })

  test('can be asked for by a leader, and be fewer', () => {
    const found = nearest(market, match(market), { seat: 'leader', id: 'Tomasz' }, 1)
    expect(found.map(({ mentorId }) => mentorId)).toEqual(['Sunita'])
  })

  test('leave out present partners and bans', () => {
    const bans = [{ mentorId: 'Sunita', leaderId: 'Marta' }]
    const found = nearest(market, match(market, { bans }), { seat: 'mentor', id: 'Sunita' })
    expect(found.map(({ leaderId }) => leaderId)).toEqual(['Tomasz', 'Kenji'])
  })

  test('are none for somebody whose seats are all pinned', () => {
    const pinned = match(market, { pins: [{ mentorId: 'Sunita', leaderId: 'Helen' }] })
    expect(nearest(market, pinned, { seat: 'mentor', id: 'Sunita' })).toEqual([])
  })

  test.each(objectives)('say of each what "why not" says, by %s', (objective) => {
    const solution = match(market, { objective })
    const found = nearest(market, solution, { seat: 'mentor', id: 'Sunita' })
    expect(found.length).toBeGreaterThan(0)
    for (const { mentorId, leaderId, ...forced } of found)
      expect(whyNot(market, solution, { mentorId, leaderId })).toEqual(forced)
  })

  test('miss none that would cost less, by asking of everybody', () => {
    fc.assert(
      fc.property(anyMarket({ size: 5, most: 16, capacities: 'any' }), (random) => {
        const solution = match(random)
        const who = random.mentors[0]!
        const costs = random.leaders
          .map(({ id }) => whyNot(random, solution, { mentorId: who.id, leaderId: id }))
          .filter((why) => 'change' in why)
          .map(({ change }) => [change.people, change.total])
          .sort(([p1 = 0, t1 = 0], [p2 = 0, t2 = 0]) => p2 - p1 || t2 - t1)
        const found = nearest(random, solution, { seat: 'mentor', id: who.id }, 2)
        expect(found.map(({ change }) => [change.people, change.total])).toEqual(costs.slice(0, 2))
      }),
      { numRuns: 400 },
    )
  })
})
