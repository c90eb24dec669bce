import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { match } from './match.ts'
import { cohort } from './testing/cohort.ts'
import { candidatesOf } from './testing/world.ts'
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
})
