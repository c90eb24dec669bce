import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { PinNotAllowedError } from './errors.ts'
import { match } from './match.ts'
import { rematch } from './rematch.ts'
import { anyMarket } from './testing/any-market.ts'
import { cohort } from './testing/cohort.ts'
import { everyChoice, rowOf, worthOf } from './testing/try-all.ts'
import { inputOf, leader, mentor, noOrganisation } from './testing/world.ts'
import { type MatchedPair, objectives, type Solution } from './types.ts'
import { verify } from './verify.ts'

function idsOf({ mentorId, leaderId }: MatchedPair) {
  return { mentorId, leaderId }
}

describe('matching again', () => {
  const market = candidates(cohort(30, 20, 6))
  const first = match(market)
  const [one, other] = [idsOf(first.pairs[0]!), idsOf(first.pairs[5]!)]

  test.each(objectives)('after a ban and a pin is as good as a fresh match, by %s', (objective) => {
    const now = match(market, { objective })
    const change = { ban: [idsOf(now.pairs[0]!)], pin: [idsOf(now.pairs[4]!)] }
    const again = rematch(market, now, change)
    const {
      blockingPairs: _,
      bySide: _sides,
      ...fresh
    } = match(market, {
      objective,
      bans: change.ban,
      pins: change.pin,
    }).figures
    expect(again.figures).toMatchObject({ peoplePaired: fresh.peoplePaired, total: fresh.total })
    expect(verify(market, again).faults).toEqual([])
  })

  test('remembers earlier pins and bans until they are taken back', () => {
    const pinned = rematch(market, first, { pin: [one], ban: [other] })
    expect(pinned.settings).toMatchObject({ pins: [one], bans: [other] })
    const still = rematch(market, pinned, {
      capacities: [{ seat: 'mentor', id: other.mentorId, capacity: 0 }],
    })
    expect(still.settings).toMatchObject({ pins: [one], bans: [other] })
    const back = rematch(market, still, {
      unpin: [one],
      unban: [other],
      capacities: [{ seat: 'mentor', id: other.mentorId, capacity: 1 }],
    })
    expect(back.settings).toMatchObject({ pins: [], bans: [] })
    expect(back.pairs).toEqual(first.pairs)
  })

  test('without a change changes nothing', () => {
    for (const objective of objectives) {
      const now = match(market, { objective })
      expect(rematch(market, now, {})).toEqual(now)
    }
  })

  test('may change the objective', () => {
    const stable = rematch(market, first, { objective: 'stable' })
    expect(stable).toEqual(match(market, { objective: 'stable' }))
  })

  test('keeps as many present pairs as an equally good answer can', () => {
    fc.assert(
      fc.property(anyMarket({ size: 4, most: 10, capacities: 'any' }), fc.nat(), (random, pick) => {
        const now = match(random)
        fc.pre(now.pairs.length > 0)
        const banned = now.pairs[pick % now.pairs.length]!
        const again = rematch(random, now, { ban: [idsOf(banned)] })

        const row = rowOf(random.start)
        const isIn = ({ pairs }: Solution, edge: number) =>
          pairs.some(
            (p) =>
              p.mentorId === random.mentors[row[edge]!]!.id &&
              p.leaderId === random.leaders[random.leader[edge]!]!.id,
          )
        const equallyGood = everyChoice(random).filter((choice) => {
          const [people, total] = worthOf('most-people', random, choice)
          const without = !choice.some((edge) => isIn({ ...now, pairs: [banned] }, edge))
          return without && people === again.figures.peoplePaired && total === again.figures.total
        })
        const mostKept = Math.max(
          ...equallyGood.map((choice) => choice.filter((edge) => isIn(now, edge)).length),
        )
        const kept = Array.from(random.leader.keys()).filter(
          (edge) => isIn(now, edge) && isIn(again, edge),
        ).length
        expect(kept).toBe(mostKept)
        expect(verify(random, again).faults).toEqual([])
      }),
    )
  })

  test('after people changed works on new candidates, and refuses a pin that is no longer allowed (R28)', () => {
    const people = [mentor('Amina'), mentor('Bilal'), leader('CFO'), leader('CTO')]
    const before = match(candidates(inputOf(people)), { pins: [{ mentorId: 'Amina', leaderId: 'CFO' }] })
    const organisation = { ...noOrganisation, managersOf: new Map([['Amina', ['CFO']]]) }
    const now = candidates(inputOf(people, { organisation }))
    expect(() => rematch(now, before, {})).toThrow(PinNotAllowedError)
    const unpinned = rematch(now, before, { unpin: [{ mentorId: 'Amina', leaderId: 'CFO' }] })
    expect(unpinned.pairs.map(idsOf)).toEqual([
      { mentorId: 'Amina', leaderId: 'CTO' },
      { mentorId: 'Bilal', leaderId: 'CFO' },
    ])
  })
})
