import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { match } from './match.ts'
import { cohort } from './testing/cohort.ts'
import { candidatesFromCosts, candidatesOf } from './testing/world.ts'
import { type CertificateLevel, type Fault, type MatchedPair, objectives, type Solution } from './types.ts'
import { verify } from './verify.ts'

const market = candidatesOf(
  [
    { mentor: 'Amina', leader: 'CFO', score: 90_000 },
    { mentor: 'Amina', leader: 'CTO', score: 80_000 },
    { mentor: 'Bilal', leader: 'CFO', score: 70_000 },
    { mentor: 'Chloe', leader: 'COO', score: 50_000 },
    { mentor: 'Chloe', leader: 'CTO', score: 60_000 },
  ],
  { CTO: 2 },
)
const right = match(market)
const aminaCto: MatchedPair = { mentorId: 'Amina', leaderId: 'CTO', score: 80_000, pinned: false }

function faultsOf(solution: Solution): Fault['fault'][] {
  return [...new Set(verify(market, solution).faults.map(({ fault }) => fault))]
}

function withPairs(pairs: readonly MatchedPair[], from: Solution = right): Solution {
  return { ...from, pairs }
}

/** The solution with one level of its certificate changed. */
function withLevel(
  solution: Solution,
  number: number,
  change: (level: CertificateLevel) => CertificateLevel,
): Solution {
  if (solution.certificate.kind !== 'prices') throw new Error('This answer is not proven by prices.')
  const levels = solution.certificate.levels.map((level, i) => (i === number ? change(level) : level))
  return { ...solution, certificate: { kind: 'prices', levels } }
}

describe('the check of an answer', () => {
  test.each(objectives)('finds nothing wrong with a right one, by %s', (objective) => {
    const real = candidates(cohort(60, 40, 11))
    expect(verify(real, match(real, { objective }))).toEqual({ correct: true, faults: [] })
    expect(faultsOf(match(market, { objective }))).toEqual([])
  })

  test('finds a pair that no rule allows', () => {
    const planted = { mentorId: 'Bilal', leaderId: 'COO', score: 70_000, pinned: false }
    expect(verify(market, withPairs([planted])).faults).toEqual([
      { fault: 'not-allowed', mentorId: 'Bilal', leaderId: 'COO' },
    ])
  })

  test('finds a pair that is listed twice', () => {
    const twice = withPairs([aminaCto, aminaCto])
    expect(faultsOf(twice)).toContain('twice')
    expect(faultsOf(twice)).toContain('over-capacity')
  })

  test('finds somebody with more pairs than seats', () => {
    const extra = { mentorId: 'Amina', leaderId: 'CFO', score: 90_000, pinned: false }
    expect(verify(market, withPairs([extra, aminaCto])).faults).toEqual([
      { fault: 'over-capacity', seat: 'mentor', id: 'Amina', pairs: 2, capacity: 1 },
    ])
  })

  test('finds a score that is not that of the pair', () => {
    expect(faultsOf(withPairs(right.pairs.map((pair) => ({ ...pair, score: pair.score + 1 }))))).toEqual([
      'wrong-score',
    ])
  })

  test('finds a banned pair, a missing pin and a wrong mark of one', () => {
    const banned = { ...right, settings: { ...right.settings, bans: [aminaCto] } }
    expect(faultsOf(banned)).toEqual(['banned'])
    const pins = [{ mentorId: 'Chloe', leaderId: 'CTO' }]
    expect(faultsOf({ ...right, settings: { ...right.settings, pins } })).toEqual(['pin-missing'])
    expect(faultsOf(withPairs(right.pairs.map((pair) => ({ ...pair, pinned: true }))))).toEqual([
      'wrong-pin-mark',
    ])
  })

  test('finds people who do not take part', () => {
    const stranger = { mentorId: 'Zoe', leaderId: 'CFO', score: 1, pinned: false }
    expect(verify(market, withPairs([stranger])).faults).toEqual([
      { fault: 'unknown-person', seat: 'mentor', id: 'Zoe' },
    ])
  })

  test('finds somebody left off, or wrongly on, the list of those without a pair', () => {
    const bestFit = match(market, { objective: 'best-fit' })
    expect(bestFit.unpaired).toEqual([{ seat: 'leader', id: 'COO' }])
    expect(faultsOf({ ...bestFit, unpaired: [] })).toEqual(['wrong-unpaired'])
    expect(faultsOf({ ...right, unpaired: [{ seat: 'mentor', id: 'Amina' }] })).toEqual(['wrong-unpaired'])
  })

  test.each(Object.keys(right.figures) as (keyof Solution['figures'])[])(
    'finds a wrong figure: %s',
    (figure) => {
      const wrong = { ...right, figures: { ...right.figures, [figure]: -1 } }
      expect(verify(market, wrong).faults).toMatchObject([{ fault: 'wrong-figure', figure, stated: -1 }])
    },
  )

  test.each(objectives.filter((objective) => objective !== 'stable'))(
    'finds an answer that is not the best by %s',
    (objective) => {
      const best = match(market, { objective })
      // Everything about the lesser answer is true of it, only its claim to be best is not.
      const bans = [best.pairs[0]!]
      const lesser = match(market, { objective, bans })
      const claim = { ...lesser, settings: { ...lesser.settings, bans: [] }, certificate: best.certificate }
      expect(faultsOf(claim)).toContain('not-proven')
    },
  )

  test('finds an answer that two people would rather undo, where it should be stable', () => {
    const stable = match(market, { objective: 'stable' })
    const claim = { ...right, settings: stable.settings, certificate: stable.certificate }
    expect(verify(market, claim).faults).toEqual([
      { fault: 'blocking', mentorId: 'Amina', leaderId: 'CFO' },
      // The CTO has a second seat, which Chloe would rather have than hers with the COO.
      { fault: 'blocking', mentorId: 'Chloe', leaderId: 'CTO' },
    ])
  })

  test('finds prices that prove nothing', () => {
    const cheap = withLevel(right, 0, (level) => ({
      ...level,
      mentorPrices: level.mentorPrices.map((p) => p + 1),
    }))
    expect(faultsOf(cheap)).toEqual(['not-proven'])
    const boast = withLevel(right, 0, (level) => ({ ...level, value: level.value + 1 }))
    expect(faultsOf(boast)).toEqual(['not-proven'])
  })

  test('finds a certificate that proves something else', () => {
    const other = match(market, { objective: 'best-fit' })
    expect(faultsOf({ ...right, certificate: other.certificate })).toEqual(['wrong-certificate'])
    expect(faultsOf({ ...right, certificate: { kind: 'stable' } })).toEqual(['wrong-certificate'])
    // A first seat that is worth too little would let scores outvote people.
    const worthless = withLevel(right, 0, (level) => ({ ...level, firstSeat: 1 }))
    expect(faultsOf(worthless)).toEqual(['wrong-certificate'])
    const short = withLevel(right, 0, (level) => ({ ...level, mentorPrices: level.mentorPrices.slice(1) }))
    expect(faultsOf(short)).toEqual(['wrong-certificate'])
    const broken = withLevel(right, 0, (level) => ({
      ...level,
      leaderPrices: level.leaderPrices.map(() => 0.5),
    }))
    expect(faultsOf(broken)).toEqual(['wrong-certificate'])
  })

  test('finds a generous answer that is only best up to its last goals', () => {
    const bands = candidatesOf([
      { mentor: 'Amina', leader: 'CFO', score: 100_000 },
      { mentor: 'Amina', leader: 'CTO', score: 61_000 },
      { mentor: 'Bilal', leader: 'CFO', score: 62_000 },
      { mentor: 'Bilal', leader: 'CTO', score: 63_000 },
    ])
    const generous = match(bands, { objective: 'generous' })
    const other = match(bands, { objective: 'generous', bans: [generous.pairs[0]!] })
    const claim = { ...other, settings: generous.settings, certificate: generous.certificate }
    const faults = verify(bands, claim).faults.filter(({ fault }) => fault === 'not-proven')
    expect(faults).toMatchObject([{ level: 7, value: 123_000, bound: 163_000 }])
  })

  test('finds a claim that is one point short of the best', () => {
    const near = candidatesOf([
      { mentor: 'Amina', leader: 'CFO', score: 50_001 },
      { mentor: 'Bilal', leader: 'CFO', score: 50_000 },
    ])
    const best = match(near)
    const lesser = match(near, { bans: [best.pairs[0]!] })
    const claim = { ...lesser, settings: best.settings, certificate: best.certificate }
    const [fault] = verify(near, claim).faults.filter((one) => one.fault === 'not-proven')
    expect(fault!.bound - fault!.value).toBe(1)
  })

  test('finds prices below nothing, and prices so large that sums would be rounded', () => {
    const withPrices = (price: number) =>
      withLevel(right, 0, (level) => ({ ...level, mentorPrices: level.mentorPrices.map(() => price) }))
    expect(faultsOf(withPrices(-1_000_000))).toEqual(['not-proven'])
    expect(faultsOf(withPrices(2 ** 50))).toEqual(['not-proven'])
    expect(faultsOf(withPrices(2 ** 52))).toEqual(['wrong-certificate'])
    expect(faultsOf(withPrices(Number.NaN))).toEqual(['wrong-certificate'])
    expect(faultsOf(withPrices(Number.POSITIVE_INFINITY))).toEqual(['wrong-certificate'])
  })

  test('counts the price of meeting once: with seats on both sides, seats alone prove nothing', () => {
    // Both have two seats and meet once at most, so seats cost nothing and the pair itself is worth all of it.
    const two = candidatesOf([{ mentor: 'Amina', leader: 'CFO', score: 70_000 }], { Amina: 2, CFO: 2 })
    const best = match(two, { objective: 'best-fit' })
    expect(verify(two, best)).toEqual({ correct: true, faults: [] })
    const nothing = match(two, { objective: 'best-fit', bans: [best.pairs[0]!] })
    const claim = {
      ...nothing,
      settings: best.settings,
      figures: { ...nothing.figures, blockingPairs: 1 },
    }
    expect(verify(two, claim).faults).toEqual([{ fault: 'not-proven', level: 0, value: 0, bound: 70_000 }])
  })

  test('finds prices for an answer that should be stable, and somebody unpaired who is named twice over', () => {
    const stable = match(market, { objective: 'stable' })
    expect(faultsOf({ ...stable, certificate: right.certificate })).toEqual(['wrong-certificate'])
    const zoe = [...right.unpaired, { seat: 'leader' as const, id: 'Zoe' }]
    expect(faultsOf({ ...right, unpaired: zoe })).toEqual(['wrong-unpaired'])
  })

  test('is quick on a million allowed pairs', () => {
    // Everybody has one partner of full score and fits all others by half at most, so half the points each are prices.
    const n = 1000
    const row = Array.from({ length: n }, (_, i) => i)
    const costs = row.map((i) => row.map((j) => (i === j ? 0 : 50_000 + ((i * 7919 + j * 104_729) % 50_000))))
    const square = candidatesFromCosts(costs)
    const full = { average: 100_000, lowest: 100_000 }
    const prices = new Float64Array(n).fill(50_000)
    const level = { goal: 'total', below: 0, firstSeat: 0, value: n * 100_000 } as const
    const planted: Solution = {
      settings: { objective: 'best-fit', pins: [], bans: [], capacities: [] },
      pairs: row.map((i) => ({
        mentorId: square.mentors[i]!.id,
        leaderId: square.leaders[i]!.id,
        score: 100_000,
        pinned: false,
      })),
      unpaired: [],
      figures: {
        pairs: n,
        peoplePaired: 2 * n,
        peopleUnpaired: 0,
        total: n * 100_000,
        ...full,
        otherDepartment: 0,
        acrossSites: 0,
        blockingPairs: 0,
        bySide: { mentor: full, leader: full },
      },
      certificate: {
        kind: 'prices',
        levels: [{ ...level, mentorPrices: prices, leaderPrices: prices.slice() }],
      },
    }
    const start = process.cpuUsage()
    expect(verify(square, planted)).toEqual({ correct: true, faults: [] })
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000)
  })
})
