import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from '../candidates.ts'
import { PinNotAllowedError } from '../errors.ts'
import { explain } from '../explain.ts'
import { leftOver } from '../left-over.ts'
import { match } from '../match.ts'
import { inputOf, leader, mentor, noOrganisation, noRules, officeHours } from '../testing/world.ts'
import {
  defaultRules,
  type MatchInput,
  type MatchPerson,
  type MatchSettings,
  type Participant,
  type RuleFinding,
  type RuleName,
  type Rules,
} from '../types.ts'
import { whyNot } from '../why-not.ts'

function isAllowed(
  rule: keyof Rules,
  one: Partial<MatchPerson>,
  other: Partial<MatchPerson>,
  changes: Partial<MatchInput> = {},
) {
  const rules = { ...noRules, [rule]: { ...noRules[rule], on: true } }
  const market = candidates(inputOf([mentor('Amina', one), leader('CFO', other)], { rules, ...changes }))
  const allowed = market.count.allowed === 1
  const finding = explain(market, { mentorId: 'Amina', leaderId: 'CFO' }).rules.find((f) => f.rule === rule)!
  expect(finding.state).toBe(allowed ? 'holds' : 'broken')
  return allowed
}

function found(rule: RuleName, changes: Partial<MatchInput>): RuleFinding {
  const market = candidates(inputOf([mentor('Amina'), leader('CFO')], changes))
  return explain(market, { mentorId: 'Amina', leaderId: 'CFO' }).rules.find((f) => f.rule === rule)!
}

describe('levels (R8)', () => {
  test.each([
    { mentor: 6, leader: 2, allowed: true, because: 'four apart are enough' },
    { mentor: 4, leader: 2, allowed: true, because: 'two apart are just enough' },
    { mentor: 3, leader: 2, allowed: false, because: 'one apart is too near' },
    { mentor: 2, leader: 2, allowed: false, because: 'both stand on one level' },
    { mentor: 2, leader: 6, allowed: false, because: 'the leader stands below the mentor' },
    { mentor: null, leader: 2, allowed: false, because: 'nobody knows where the mentor stands' },
    { mentor: 6, leader: null, allowed: false, because: 'nobody knows where the leader stands' },
  ])('allow a pair: $allowed, as $because', ({ mentor: one, leader: other, allowed }) => {
    expect(isAllowed('levelGap', { level: one }, { level: other })).toBe(allowed)
  })

  test('may be asked to lie further apart or nearer', () => {
    const apart = (minimum: number) => ({ rules: { ...noRules, levelGap: { on: true, minimum } } })
    expect(isAllowed('levelGap', { level: 3 }, { level: 2 }, apart(1))).toBe(true)
    expect(isAllowed('levelGap', { level: 6 }, { level: 2 }, apart(5))).toBe(false)
  })
})

describe('an appraisal or HR duty (R7)', () => {
  const appraises = (pair: [string, string]) => ({ organisation: { ...noOrganisation, appraises: [pair] } })

  test('of the leader for the mentor rules the pair out', () => {
    expect(isAllowed('appraisal', {}, {}, appraises(['CFO', 'Amina']))).toBe(false)
  })

  test('for somebody else does not', () => {
    expect(isAllowed('appraisal', {}, {}, appraises(['CFO', 'Bilal']))).toBe(true)
    expect(isAllowed('appraisal', {}, {}, appraises(['Amina', 'CFO']))).toBe(true)
  })
})

describe('a declared conflict (R7)', () => {
  test.each([[['Amina', 'CFO']], [['CFO', 'Amina']]] as [[string, string]][])(
    'rules the pair out: %j',
    (pair) => {
      expect(isAllowed('conflict', {}, {}, { organisation: { ...noOrganisation, conflicts: [pair] } })).toBe(
        false,
      )
    },
  )

  test('with somebody else does not', () => {
    const organisation = { ...noOrganisation, conflicts: [['Amina', 'CTO']] as [string, string][] }
    expect(isAllowed('conflict', {}, {}, { organisation })).toBe(true)
  })
})

describe('an HR duty', () => {
  test('of the leader for the mentor is told from an appraisal (R7)', () => {
    const organisation = { ...noOrganisation, hrDuties: [['CFO', 'Amina'] as const] }
    expect(isAllowed('appraisal', {}, {}, { organisation })).toBe(false)
    expect(found('appraisal', { organisation })).toEqual({
      rule: 'appraisal',
      state: 'broken',
      leaderAppraisesMentor: false,
      leaderHasHrDuty: true,
    })
  })

  test('of the mentor for the leader does no harm', () => {
    const organisation = { ...noOrganisation, hrDuties: [['Amina', 'CFO'] as const] }
    expect(isAllowed('appraisal', {}, {}, { organisation })).toBe(true)
  })
})

describe('a veto', () => {
  const byEither = [['Amina', 'CFO'] as const, ['CFO', 'Amina'] as const].map((pair) => ({
    organisation: { ...noOrganisation, vetoes: [pair] },
  }))

  test('rules the pair out, whoever asked, and though every rule is off', () => {
    for (const changes of byEither)
      expect(
        candidates(inputOf([mentor('Amina'), leader('CFO')], { ...changes, rules: noRules })).leader,
      ).toEqual(new Int32Array())
  })

  test('leaves no trace of who asked, in any answer of the engine', () => {
    const told = byEither.map((changes) => {
      const market = candidates(inputOf([mentor('Amina'), mentor('Bilal'), leader('CFO')], changes))
      const solution = match(market)
      const pair = { mentorId: 'Amina', leaderId: 'CFO' }
      return [
        explain(market, pair),
        whyNot(market, solution, pair),
        leftOver(market, solution, { seat: 'mentor', id: 'Amina' }),
        solution,
        market.rules,
      ]
    })
    expect(told[0]).toEqual(told[1])
    expect(JSON.stringify(told[0])).toContain('{"rule":"veto","vetoed":true,"state":"broken"}')
  })

  test('is not offered to be lifted', () => {
    const market = candidates(inputOf([mentor('Amina'), leader('CFO')], byEither[0]))
    const { inTheWay, reason } = leftOver(market, match(market), { seat: 'mentor', id: 'Amina' })
    expect(reason).toBe('nobody-allowed')
    expect(inTheWay).toEqual([{ rule: 'veto', broken: 1, alone: 1, ifRelaxed: null }])
  })

  test('cannot be pinned away', () => {
    const market = candidates(inputOf([mentor('Amina'), leader('CFO')], byEither[0]))
    const pins = [{ mentorId: 'Amina', leaderId: 'CFO' }]
    expect(() => match(market, { pins })).toThrow(PinNotAllowedError)
  })
})

describe('an earlier pair', () => {
  const earlier = (one: string, other: string) => ({
    organisation: { ...noOrganisation, earlierPairs: [[one, other] as const] },
  })

  test('is not paired again, in whichever seats they sat', () => {
    expect(isAllowed('earlierPair', {}, {}, earlier('Amina', 'CFO'))).toBe(false)
    expect(isAllowed('earlierPair', {}, {}, earlier('CFO', 'Amina'))).toBe(false)
    expect(isAllowed('earlierPair', {}, {}, earlier('Bilal', 'CFO'))).toBe(true)
  })

  test('may meet again where the programme allows it', () => {
    const input = inputOf([mentor('Amina'), leader('CFO')], earlier('Amina', 'CFO'))
    expect(
      candidates({ ...input, rules: { ...input.rules, earlierPair: { on: false } } }).count.allowed,
    ).toBe(1)
  })

  test('is kept apart by settings that do not know the rule yet', () => {
    const { earlierPair: _, ...rules } = defaultRules
    const input = inputOf([mentor('Amina'), leader('CFO')], { ...earlier('Amina', 'CFO'), rules })
    expect(candidates(input).rules.find(({ rule }) => rule === 'earlierPair')).toMatchObject({
      on: true,
      alone: 1,
    })
  })
})

describe('hours a month', () => {
  const seats = (hoursAMonth: number | null, hoursPerPair: number, capacity = 3) =>
    candidates(inputOf([mentor('Amina', { hoursAMonth, capacity })], { hoursPerPair })).mentors[0]!.capacity

  test.each([
    { hours: 6, each: 2, seats: 3 },
    { hours: 5, each: 2, seats: 2 },
    { hours: 1.5, each: 2, seats: 0 },
    { hours: 0.3, each: 0.1, seats: 3 },
    { hours: 0.29, each: 0.1, seats: 2 },
    { hours: 100, each: 2, seats: 3 },
    { hours: 0, each: 2, seats: 0 },
    { hours: null, each: 2, seats: 3 },
  ])('$hours at $each a pair leave $seats of three seats', ({ hours, each, seats: left }) => {
    expect(seats(hours, each)).toBe(left)
  })

  test('are as many pairs as can be paid for, to the hour', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.integer({ min: 1, max: 40 }), fc.nat(9), (quarters, each, capacity) => {
        expect(seats(quarters / 4, each / 4, capacity)).toBe(Math.min(capacity, Math.floor(quarters / each)))
      }),
    )
  })

  test('limit nobody where the programme does not say what a pair takes', () => {
    const market = candidates(inputOf([mentor('Amina', { hoursAMonth: 0 }), leader('CFO')]))
    expect(match(market).pairs).toHaveLength(1)
  })

  test('give way to the seats that a run gives somebody', () => {
    const market = candidates(
      inputOf([mentor('Amina', { hoursAMonth: 0 }), leader('CFO')], { hoursPerPair: 2 }),
    )
    expect(match(market).pairs).toEqual([])
    const capacities = [{ seat: 'mentor', id: 'Amina', capacity: 1 }] as const
    expect(match(market, { capacities }).pairs).toHaveLength(1)
  })

  test('are told from a wish and from a run when they leave somebody no seat', () => {
    const amina: Participant = { seat: 'mentor', id: 'Amina' }
    const limit = (facts: Partial<MatchPerson>, settings: MatchSettings = {}) => {
      const market = candidates(inputOf([mentor('Amina', facts), leader('CFO')], { hoursPerPair: 2 }))
      const { reason, seatLimit } = leftOver(market, match(market, settings), amina)
      expect(reason).toBe('no-capacity')
      return seatLimit
    }
    expect(limit({ hoursAMonth: 1 })).toBe('hours')
    expect(limit({ capacity: 0, hoursAMonth: 1 })).toBe('wish')
    expect(limit({ hoursAMonth: 1 }, { capacities: [{ ...amina, capacity: 0 }] })).toBe('run')
  })
})

describe('a shared language', () => {
  test.each([
    { one: ['en-GB'], other: ['en-US'], allowed: true, because: 'regions do not part a language' },
    {
      one: ['pt', 'EN'],
      other: ['de', 'en'],
      allowed: true,
      because: 'one in common is enough, in any case of letters',
    },
    { one: ['fr'], other: ['de'], allowed: false, because: 'there is none' },
    { one: [], other: ['en'], allowed: false, because: 'nothing is known of the mentor' },
  ])('allows a pair: $allowed, as $because', ({ one, other, allowed }) => {
    expect(isAllowed('sharedLanguage', { languages: one }, { languages: other })).toBe(allowed)
  })

  test('is named without its region', () => {
    const market = candidates(
      inputOf([
        mentor('Amina', { languages: ['pt-BR', 'en-GB', 'en'] }),
        leader('CFO', { languages: ['en-US', 'pt-PT'] }),
      ]),
    )
    const { rules } = explain(market, { mentorId: 'Amina', leaderId: 'CFO' })
    expect(rules.at(-1)).toEqual({ rule: 'sharedLanguage', shared: ['en', 'pt'], state: 'holds' })
  })
})

describe('shared hours', () => {
  test.each([
    { hours: [9, 10], allowed: true, because: 'two are enough by default' },
    { hours: [9], allowed: false, because: 'one is too few' },
    { hours: [], allowed: false, because: 'the mentor named none' },
  ])('allow a pair: $allowed, as $because', ({ hours, allowed }) => {
    expect(isAllowed('sharedHours', { availability: hours }, { availability: officeHours })).toBe(allowed)
  })
})

describe('every rule', () => {
  const breaksEverything = inputOf(
    [
      mentor('Amina', { level: 2, languages: ['fr'], availability: [] }),
      leader('CFO', { languages: ['de'] }),
    ],
    {
      organisation: {
        managersOf: new Map([['Amina', ['CFO']]]),
        appraises: [['CFO', 'Amina']],
        conflicts: [['CFO', 'Amina']],
        vetoes: [['CFO', 'Amina']],
        earlierPairs: [['CFO', 'Amina']],
      },
    },
  )
  const broken = (input: MatchInput): RuleName[] =>
    explain(candidates(input), { mentorId: 'Amina', leaderId: 'CFO' })
      .rules.filter(({ state }) => state === 'broken')
      .map(({ rule }) => rule)

  test('that is broken is named, not only the first', () => {
    expect(broken(breaksEverything)).toEqual([
      'reportingLine',
      'levelGap',
      'appraisal',
      'conflict',
      'veto',
      'earlierPair',
      'sharedHours',
      'sharedLanguage',
    ])
  })

  test('that is off excludes nothing', () => {
    const organisation = { ...breaksEverything.organisation, vetoes: [] }
    const off = { ...breaksEverything, organisation, rules: noRules }
    expect(broken(off)).toEqual([])
    expect(candidates(off).count).toEqual({ possible: 1, ruledOut: 0, allowed: 1 })
  })
})
