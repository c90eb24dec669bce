import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import {
  InvalidMatchInputError,
  PinNotAllowedError,
  PinnedAndBannedError,
  PinsOverCapacityError,
  UnknownParticipantError,
} from './errors.ts'
import { match } from './match.ts'
import { anyMarket } from './testing/any-market.ts'
import { cohort } from './testing/cohort.ts'
import { bestByTryingAll, everyChoice, rowOf, worthOf } from './testing/try-all.ts'
import { candidatesOf, inputOf, leader, mentor } from './testing/world.ts'
import { type Candidates, type MatchPerson, objectives, type Solution } from './types.ts'
import { verify } from './verify.ts'

const priced = ['most-people', 'best-fit', 'generous'] as const

function pairsOf(solution: Solution): string[] {
  return solution.pairs.map(({ mentorId, leaderId }) => `${mentorId} + ${leaderId}`)
}

function named({ mentors, leaders, start, leader }: Candidates, choice: readonly number[]): string[] {
  const row = rowOf(start)
  return choice.map((edge) => `${mentors[row[edge]!]!.id} + ${leaders[leader[edge]!]!.id}`)
}

describe('a match', () => {
  test('gives up one good pair when that makes everybody together better off', () => {
    const solution = match(
      candidatesOf([
        { mentor: 'Amina', leader: 'CFO', score: 90_000 },
        { mentor: 'Amina', leader: 'CTO', score: 80_000 },
        { mentor: 'Bilal', leader: 'CFO', score: 70_000 },
      ]),
    )
    expect(pairsOf(solution)).toEqual(['Amina + CTO', 'Bilal + CFO'])
    expect(solution.figures).toMatchObject({
      pairs: 2,
      peoplePaired: 4,
      total: 150_000,
      average: 75_000,
      lowest: 70_000,
    })
  })

  test('gives most people a pair first, where the best total would leave somebody alone', () => {
    const market = candidatesOf([
      { mentor: 'Amina', leader: 'CFO', score: 90_000 },
      { mentor: 'Amina', leader: 'CTO', score: 10_000 },
      { mentor: 'Bilal', leader: 'CFO', score: 20_000 },
    ])
    expect(pairsOf(match(market))).toEqual(['Amina + CTO', 'Bilal + CFO'])
    expect(pairsOf(match(market, { objective: 'best-fit' }))).toEqual(['Amina + CFO'])
    expect(match(market, { objective: 'best-fit' }).unpaired).toEqual([
      { seat: 'mentor', id: 'Bilal' },
      { seat: 'leader', id: 'CTO' },
    ])
  })

  test('counts people and not pairs, where somebody has several seats', () => {
    const market = candidatesOf(
      [
        { mentor: 'Amina', leader: 'CFO', score: 90_000 },
        { mentor: 'Amina', leader: 'CTO', score: 90_000 },
        { mentor: 'Bilal', leader: 'CTO', score: 1_000 },
      ],
      { Amina: 2, CTO: 1 },
    )
    expect(pairsOf(match(market))).toEqual(['Amina + CFO', 'Bilal + CTO'])
  })

  test('accepts a lower total for fewer poor fits when asked to be generous', () => {
    const market = candidatesOf([
      { mentor: 'Amina', leader: 'CFO', score: 100_000 },
      { mentor: 'Amina', leader: 'CTO', score: 55_000 },
      { mentor: 'Bilal', leader: 'CFO', score: 50_000 },
      { mentor: 'Bilal', leader: 'CTO', score: 9_000 },
    ])
    expect(pairsOf(match(market))).toEqual(['Amina + CFO', 'Bilal + CTO'])
    expect(pairsOf(match(market, { objective: 'generous' }))).toEqual(['Amina + CTO', 'Bilal + CFO'])
  })

  test.each(priced)('by %s is the best of all choices, and the first of equally good ones', (objective) => {
    fc.assert(
      fc.property(anyMarket({ size: 4, most: 10, capacities: 'any' }), (market) => {
        const solution = match(market, { objective })
        expect(pairsOf(solution)).toEqual(named(market, bestByTryingAll(objective, market)))
        expect(verify(market, solution).faults).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test.each(priced)('by %s is the best one-to-one pairing of six mentors and six leaders', (objective) => {
    fc.assert(
      fc.property(anyMarket({ size: 6, most: 20, capacities: 'one' }), (market) => {
        const solution = match(market, { objective })
        expect(pairsOf(solution)).toEqual(named(market, bestByTryingAll(objective, market)))
        expect(verify(market, solution).faults).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('that is stable has no two people who would rather have each other', () => {
    fc.assert(
      fc.property(anyMarket({ size: 4, most: 12, capacities: 'any' }), (market) => {
        const solution = match(market, { objective: 'stable' })
        expect(verify(market, solution).faults).toEqual([])
        expect(solution.figures.blockingPairs).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  test.each(objectives)(
    'by %s does not depend on the order in which people are listed (R12)',
    (objective) => {
      const input = cohort(14, 9, 3)
      const expected = match(candidates(input), { objective })
      fc.assert(
        fc.property(fc.shuffledSubarray([...input.people], { minLength: 23 }), (people) => {
          expect(match(candidates({ ...input, people }), { objective })).toEqual(expected)
        }),
        { numRuns: 20 },
      )
    },
  )

  test('never gets worse when one more pair is allowed', () => {
    fc.assert(
      fc.property(anyMarket({ size: 5, most: 14, capacities: 'any' }), fc.nat(), (market, pick) => {
        const all = named(market, Array.from(market.leader.keys()))
        const banned = all[pick % all.length]!.split(' + ')
        const bans = [{ mentorId: banned[0]!, leaderId: banned[1]! }]
        const before = match(market, { bans }).figures
        const after = match(market).figures
        expect(after.peoplePaired).toBeGreaterThanOrEqual(before.peoplePaired)
        if (after.peoplePaired === before.peoplePaired)
          expect(after.total).toBeGreaterThanOrEqual(before.total)
        const best = (settings: object) => match(market, { objective: 'best-fit', ...settings }).figures.total
        expect(best({})).toBeGreaterThanOrEqual(best({ bans }))
      }),
    )
  })

  test('leaves people alone whom nobody may meet, and those with no seat out of account', () => {
    const people = [mentor('Amina'), mentor('Bilal', { languages: ['fr'] }), mentor('Chloe', { capacity: 0 })]
    const solution = match(candidates(inputOf([...people, leader('CFO')])))
    expect(pairsOf(solution)).toEqual(['Amina + CFO'])
    expect(solution.unpaired).toEqual([{ seat: 'mentor', id: 'Bilal' }])
  })

  test('of nobody is empty, and proven', () => {
    const nobody = candidates(inputOf([]))
    for (const objective of objectives) {
      const solution = match(nobody, { objective })
      expect(solution.pairs).toEqual([])
      expect(solution.figures).toMatchObject({ average: null, lowest: null, peopleUnpaired: 0 })
      expect(verify(nobody, solution).correct).toBe(true)
    }
  })

  test('passes through a worker unchanged', () => {
    const market = candidates(cohort(12, 8, 4))
    const sent = structuredClone(market)
    expect(match(sent)).toEqual(match(market))
    expect(verify(sent, structuredClone(match(market))).correct).toBe(true)
  })

  test('counts pairs across departments and sites', () => {
    const place = (department: string | null, site: string | null): Partial<MatchPerson> => ({
      department,
      site,
    })
    const solution = match(
      candidates(
        inputOf([
          mentor('Amina', place('Care', 'Leeds')),
          mentor('Bilal', place('Claims', null)),
          leader('CFO', { ...place('Finance', 'Cork'), capacity: 2 }),
        ]),
      ),
    )
    expect(solution.figures).toMatchObject({ pairs: 2, otherDepartment: 2, acrossSites: 1 })
  })
})

describe('a stable match', () => {
  test('is made by what each side itself wants', () => {
    const market = candidatesOf([
      { mentor: 'Amina', leader: 'CFO', score: 50_000, mentorScore: 90_000, leaderScore: 10_000 },
      { mentor: 'Amina', leader: 'CTO', score: 50_000, mentorScore: 10_000, leaderScore: 90_000 },
      { mentor: 'Bilal', leader: 'CFO', score: 50_000, mentorScore: 10_000, leaderScore: 90_000 },
      { mentor: 'Bilal', leader: 'CTO', score: 50_000, mentorScore: 90_000, leaderScore: 10_000 },
    ])
    // Both pairings are stable; the mentors' wishes decide.
    expect(pairsOf(match(market, { objective: 'stable' }))).toEqual(['Amina + CFO', 'Bilal + CTO'])
  })

  test('gives no mentor less than any other stable set of pairs would', () => {
    fc.assert(
      fc.property(anyMarket({ size: 4, most: 9, capacities: 'one' }), (market) => {
        const strict = withoutTies(market)
        const solution = match(strict, { objective: 'stable' })
        const row = rowOf(strict.start)
        const gets = (choice: readonly number[], m: number) =>
          Math.max(-1, ...choice.filter((edge) => row[edge] === m).map((edge) => strict.mentorScore[edge]!))
        const chosen = everyChoice(strict).find(
          (choice) => named(strict, choice).join() === pairsOf(solution).join(),
        )!
        for (const other of everyChoice(strict).filter((choice) => isStable(strict, choice)))
          strict.mentors.forEach((_, m) => {
            expect(gets(chosen, m)).toBeGreaterThanOrEqual(gets(other, m))
          })
      }),
      { numRuns: 60 },
    )
  })

  /** Everybody likes no two partners equally. */
  function withoutTies(market: Candidates): Candidates {
    return {
      ...market,
      mentorScore: market.mentorScore.map((score, edge) => 10 * score + market.leader[edge]!),
      leaderScore: market.leaderScore.map((score, edge) => 10 * score + rowOf(market.start)[edge]!),
    }
  }

  function isStable(market: Candidates, choice: readonly number[]): boolean {
    const row = rowOf(market.start)
    return !market.leader.some((l, edge) => {
      if (choice.includes(edge)) return false
      const own = choice.find((e) => row[e] === row[edge])
      const theirs = choice.find((e) => market.leader[e] === l)
      const mentorWould = own === undefined || market.mentorScore[edge]! > market.mentorScore[own]!
      const leaderWould = theirs === undefined || market.leaderScore[edge]! > market.leaderScore[theirs]!
      return mentorWould && leaderWould
    })
  }
})

describe('a pin', () => {
  const market = candidatesOf(
    [
      { mentor: 'Amina', leader: 'CFO', score: 90_000 },
      { mentor: 'Amina', leader: 'CTO', score: 80_000 },
      { mentor: 'Bilal', leader: 'CFO', score: 70_000 },
      { mentor: 'Bilal', leader: 'CTO', score: 10_000 },
    ],
    { CFO: 1 },
  )
  const pin = { mentorId: 'Bilal', leaderId: 'CTO' }

  test.each(objectives)('holds, whatever it costs, by %s', (objective) => {
    const solution = match(market, { objective, pins: [pin, pin] })
    expect(solution.pairs).toContainEqual({ ...pin, score: 10_000, pinned: true })
    expect(pairsOf(solution)).toEqual(['Amina + CFO', 'Bilal + CTO'])
    expect(verify(market, solution).correct).toBe(true)
  })

  test('never makes an answer better than it was', () => {
    fc.assert(
      fc.property(anyMarket({ size: 4, most: 10, capacities: 'any' }), fc.nat(), (random, pick) => {
        const allowed = named(random, Array.from(random.leader.keys())).map((text) => text.split(' + '))
        const [mentorId, leaderId] = allowed[pick % allowed.length]!
        const hasSeat = (row: readonly MatchPerson[], id: string) =>
          row.find((p) => p.id === id)!.capacity > 0
        fc.pre(hasSeat(random.mentors, mentorId!) && hasSeat(random.leaders, leaderId!))

        const forced = match(random, { pins: [{ mentorId: mentorId!, leaderId: leaderId! }] })
        const withIt = everyChoice(random).filter((c) =>
          named(random, c).includes(`${mentorId} + ${leaderId}`),
        )
        const worths = withIt.map((choice) => worthOf('most-people', random, choice))
        const most = Math.max(...worths.map(([people]) => people!))
        const total = Math.max(...worths.filter(([people]) => people === most).map(([, sum]) => sum!))
        expect([forced.figures.peoplePaired, forced.figures.total]).toEqual([most, total])
        expect(verify(random, forced).faults).toEqual([])
      }),
    )
  })

  test('asks nobody what they would rather have: it counts neither as a free seat nor as somebody liked less', () => {
    const pins = [{ mentorId: 'Amina', leaderId: 'COO' }]
    const wishes = candidatesOf(
      [
        { mentor: 'Amina', leader: 'COO', score: 1_000 },
        { mentor: 'Amina', leader: 'CFO', score: 90_000 },
        { mentor: 'Amina', leader: 'CTO', score: 80_000, leaderScore: 95_000 },
        { mentor: 'Bilal', leader: 'CTO', score: 70_000 },
      ],
      { Amina: 2 },
    )
    const solution = match(wishes, { pins })
    expect(pairsOf(solution)).toEqual(['Amina + CFO', 'Amina + COO', 'Bilal + CTO'])
    expect(solution.figures.blockingPairs).toBe(0)
  })

  test('that breaks a rule is refused with what breaks it (R7)', () => {
    const input = inputOf([mentor('Amina'), leader('CFO')], {
      organisation: { managersOf: new Map([['Amina', ['CFO']]]), appraises: [], conflicts: [] },
    })
    const refused = () => match(candidates(input), { pins: [{ mentorId: 'Amina', leaderId: 'CFO' }] })
    expect(refused).toThrow(PinNotAllowedError)
    expect(refused).toThrow(
      expect.objectContaining({
        broken: [{ rule: 'reportingLine', state: 'broken', chain: ['Amina', 'CFO'] }],
      }),
    )
  })

  test('beyond the seats of somebody is refused', () => {
    const pins = [
      { mentorId: 'Amina', leaderId: 'CFO' },
      { mentorId: 'Bilal', leaderId: 'CFO' },
    ]
    expect(() => match(market, { pins })).toThrow(PinsOverCapacityError)
    expect(() => match(market, { pins })).toThrow(
      expect.objectContaining({ participant: { seat: 'leader', id: 'CFO' }, pins: 2, capacity: 1 }),
    )
  })

  test('that is also banned is refused', () => {
    expect(() => match(market, { pins: [pin], bans: [pin] })).toThrow(PinnedAndBannedError)
  })

  test('of somebody who does not take part is refused', () => {
    const pins = [{ mentorId: 'Zoe', leaderId: 'CFO' }]
    expect(() => match(market, { pins })).toThrow(UnknownParticipantError)
  })
})

describe('a ban', () => {
  test.each(objectives)('is kept, by %s', (objective) => {
    const input = cohort(14, 9, 5)
    const first = match(candidates(input), { objective }).pairs[0]!
    const solution = match(candidates(input), { objective, bans: [first] })
    expect(pairsOf(solution)).not.toContain(`${first.mentorId} + ${first.leaderId}`)
    expect(verify(candidates(input), solution).correct).toBe(true)
  })

  test('of a pair that no rule allows changes nothing', () => {
    const market = candidates(inputOf([mentor('Amina', { level: 2 }), mentor('Bilal'), leader('CFO')]))
    const bans = [{ mentorId: 'Amina', leaderId: 'CFO' }]
    expect(pairsOf(match(market, { bans }))).toEqual(['Bilal + CFO'])
  })
})

describe('capacities of a run', () => {
  const market = candidatesOf([
    { mentor: 'Amina', leader: 'CFO', score: 90_000 },
    { mentor: 'Bilal', leader: 'CFO', score: 70_000 },
  ])

  test('replace those of the people named', () => {
    const twice = match(market, { capacities: [{ seat: 'leader', id: 'CFO', capacity: 2 }] })
    expect(pairsOf(twice)).toEqual(['Amina + CFO', 'Bilal + CFO'])
    const without = match(market, { capacities: [{ seat: 'mentor', id: 'Amina', capacity: 0 }] })
    expect(pairsOf(without)).toEqual(['Bilal + CFO'])
    expect(without.unpaired).toEqual([])
  })

  test('must be whole numbers of known people', () => {
    const half = [{ seat: 'leader', id: 'CFO', capacity: 0.5 }] as const
    expect(() => match(market, { capacities: half })).toThrow(InvalidMatchInputError)
    const unknown = [{ seat: 'leader', id: 'Zoe', capacity: 1 }] as const
    expect(() => match(market, { capacities: unknown })).toThrow(UnknownParticipantError)
  })
})
