import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { InvalidMatchInputError, SamePersonError, UnknownParticipantError } from './errors.ts'
import { explain } from './explain.ts'
import { cohort } from './testing/cohort.ts'
import { inputOf, leader, mentor, noOrganisation } from './testing/world.ts'
import { defaultWeights, type MatchInput, type RelaxableRule } from './types.ts'

describe('candidates', () => {
  // Amina reports to the CFO and shares no language with the CTO, who also stands too near.
  const input = inputOf(
    [
      mentor('Amina', { languages: ['en'], level: 3 }),
      mentor('Bilal', { languages: ['en', 'fr'], level: 6 }),
      leader('CFO', { level: 1 }),
      leader('CTO', { level: 2, languages: ['fr'] }),
    ],
    { organisation: { ...noOrganisation, managersOf: new Map([['Amina', ['CFO']]]) } },
  )

  test('count what is possible, ruled out and allowed', () => {
    expect(candidates(input).count).toEqual({ possible: 4, ruledOut: 2, allowed: 2 })
  })

  test('count for each rule the pairs that break it, first or at all, and those that break nothing else', () => {
    const byRule = Object.fromEntries(candidates(input).rules.map(({ rule, ...counts }) => [rule, counts]))
    expect(byRule).toMatchObject({
      reportingLine: { on: true, broken: 1, first: 1, alone: 1 },
      levelGap: { on: true, broken: 1, first: 1, alone: 0 },
      sharedLanguage: { on: true, broken: 1, first: 0, alone: 0 },
      conflict: { on: true, broken: 0, first: 0, alone: 0 },
    })
  })

  test('count so that first broken rules add up to what is ruled out, and a rule turned off allows what it alone broke', () => {
    const random = cohort(20, 15, 9)
    const all = candidates(random)
    expect(all.rules.reduce((sum, { first }) => sum + first, 0)).toBe(all.count.ruledOut)
    for (const { rule, alone } of all.rules) {
      if (rule === 'veto') continue
      const without = candidates({
        ...random,
        rules: { ...random.rules, [rule]: { ...random.rules[rule], on: false } },
      })
      expect(without.count.allowed).toBe(all.count.allowed + alone)
    }
    expect(all.rules.filter(({ broken }) => broken > 0).length).toBeGreaterThan(2)
  })

  test('are exactly the pairs that an explanation calls allowed', () => {
    const market = candidates(cohort(12, 10, 8))
    market.mentors.forEach(({ id: mentorId }, m) => {
      const row = market.leader.slice(market.start[m], market.start[m + 1])
      const allowed = market.leaders.filter(
        ({ id: leaderId }) => explain(market, { mentorId, leaderId }).allowed,
      )
      expect(Array.from(row, (l) => market.leaders[l]!.id)).toEqual(allowed.map(({ id }) => id))
    })
  })

  test('do not depend on the order of people, managers or conflicts (R12)', () => {
    const random = cohort(12, 8, 6)
    const expected = { ...candidates(random), input: null }
    const lines = [...random.organisation.managersOf]
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...random.people], { minLength: 20 }),
        fc.shuffledSubarray(lines, { minLength: lines.length }),
        (people, managersOf) => {
          const organisation = { ...random.organisation, managersOf: new Map(managersOf) }
          expect({ ...candidates({ ...random, people, organisation }), input: null }).toEqual(expected)
        },
      ),
      { numRuns: 20 },
    )
  })

  test('never pair a person in both seats with themselves', () => {
    const market = candidates(inputOf([mentor('Priya'), leader('Priya'), leader('CFO')]))
    expect(market.count.possible).toBe(1)
    expect(() => explain(market, { mentorId: 'Priya', leaderId: 'Priya' })).toThrow(SamePersonError)
  })

  test('cannot explain somebody who is not there', () => {
    expect(() => explain(candidates(input), { mentorId: 'Amina', leaderId: 'Bilal' })).toThrow(
      UnknownParticipantError,
    )
  })
})

describe('input that cannot be meant', () => {
  const nan = Number.NaN
  const weights = (part: object) => inputOf([], { weights: { ...defaultWeights, ...part } })
  const amina = (facts: object) => inputOf([leader('CFO'), mentor('Amina', facts)])
  const wrong: { path: string; what: string; input: MatchInput; who?: string }[] = [
    { path: 'people.id', what: 'twice', input: inputOf([mentor('Amina'), mentor('Amina')]), who: 'Amina' },
    { path: 'people.id', what: 'empty', input: inputOf([mentor('')]), who: '' },
    { path: 'people.seat', what: 'of neither kind', input: amina({ seat: 'boss' }), who: 'Amina' },
    { path: 'people.capacity', what: 'negative', input: amina({ capacity: -1 }), who: 'Amina' },
    { path: 'people.capacity', what: 'a fraction', input: amina({ capacity: 1.5 }), who: 'Amina' },
    { path: 'people.capacity', what: 'NaN', input: amina({ capacity: nan }), who: 'Amina' },
    { path: 'people.capacity', what: 'endless', input: amina({ capacity: Infinity }), who: 'Amina' },
    { path: 'people.hoursAMonth', what: 'NaN', input: amina({ hoursAMonth: nan }), who: 'Amina' },
    { path: 'people.hoursAMonth', what: 'negative', input: amina({ hoursAMonth: -1 }), who: 'Amina' },
    { path: 'people.availability', what: 'too late', input: amina({ availability: [168] }), who: 'Amina' },
    { path: 'people.availability', what: 'too early', input: amina({ availability: [-1] }), who: 'Amina' },
    { path: 'people.availability', what: 'a fraction', input: amina({ availability: [9.5] }), who: 'Amina' },
    { path: 'people.availability', what: 'NaN', input: amina({ availability: [nan] }), who: 'Amina' },
    { path: 'people.level', what: 'NaN', input: amina({ level: nan }), who: 'Amina' },
    { path: 'people.level', what: 'endless', input: amina({ level: -Infinity }), who: 'Amina' },
    { path: 'people.timeZone', what: 'unknown', input: amina({ timeZone: 'Europe/Atlantis' }), who: 'Amina' },
    { path: 'people.timeZone', what: 'empty', input: amina({ timeZone: '' }), who: 'Amina' },
    { path: 'people.offers', what: 'endless', input: amina({ offers: Array(1001).fill('x') }), who: 'Amina' },
    { path: 'weights.goals', what: 'a fraction', input: weights({ goals: 0.5 }) },
    { path: 'weights.time', what: 'NaN', input: weights({ time: nan }) },
    { path: 'weights.time', what: 'negative', input: weights({ time: -1 }) },
    { path: 'weights.department', what: 'huge', input: weights({ department: 1e300 }) },
    {
      path: 'period.from',
      what: 'words',
      input: inputOf([], { period: { from: '7 May', to: '2026-10-01' } }),
    },
    { path: 'period.from', what: 'no day', input: period('2026-02-30', '2026-10-01') },
    { path: 'period.to', what: 'reversed', input: period('2026-09-07', '2026-09-06') },
    { path: 'period.to', what: 'endless', input: period('0001-01-01', '9999-12-31') },
    { path: 'hoursPerPair', what: 'nothing', input: inputOf([], { hoursPerPair: 0 }) },
    { path: 'hoursPerPair', what: 'NaN', input: inputOf([], { hoursPerPair: nan }) },
    { path: 'rules.levelGap.minimum', what: 'NaN', input: withRule('levelGap', { minimum: nan }) },
    {
      path: 'rules.sharedHours.minimumHours',
      what: 'negative',
      input: withRule('sharedHours', { minimumHours: -1 }),
    },
    {
      path: 'rules.sharedHours.minimumHours',
      what: 'NaN',
      input: withRule('sharedHours', { minimumHours: nan }),
    },
    {
      path: 'rules.sharedHours.minimumHours',
      what: 'endless',
      input: withRule('sharedHours', { minimumHours: Infinity }),
    },
  ]

  test.each(wrong)('is refused with its place: $path, $what', ({ path, input, who = null }) => {
    expect(() => candidates(input)).toThrow(InvalidMatchInputError)
    expect(() => candidates(input)).toThrow(expect.objectContaining({ path, personId: who }))
  })

  function period(from: string, to: string): MatchInput {
    return inputOf([], { period: { from, to } })
  }

  function withRule(rule: RelaxableRule, changes: object): MatchInput {
    const { rules } = inputOf([])
    return inputOf([], { rules: { ...rules, [rule]: { ...rules[rule], ...changes } } })
  }
})

describe('input that looks wrong and is not', () => {
  test('may name anybody in the organisation, in circles, and more than once', () => {
    const managersOf = new Map([
      ['Amina', ['Amina', 'nobody']],
      ['nobody', ['somebody', 'somebody']],
      ['somebody', ['nobody', 'Amina']],
    ])
    const twice = [
      ['nobody', 'CFO'],
      ['Amina', 'CFO'],
      ['CFO', 'Amina'],
    ] as const
    const organisation = {
      managersOf,
      appraises: twice,
      conflicts: twice,
      vetoes: twice,
      earlierPairs: twice,
    }
    const { count, rules } = candidates(
      inputOf([mentor('Amina'), leader('CFO'), leader('CTO')], { organisation }),
    )
    expect(count).toEqual({ possible: 2, ruledOut: 1, allowed: 1 })
    expect(rules.map(({ broken }) => broken)).toEqual([0, 0, 1, 1, 1, 1, 0, 0])
  })

  test('may report in one circle of thousands, and ends', () => {
    const people = [
      ...Array.from({ length: 1500 }, (_, i) => mentor(`m${i}`)),
      ...Array.from({ length: 1500 }, (_, i) => leader(`l${i}`)),
    ]
    const managersOf = new Map(people.map(({ id }, i) => [id, [people[(i + 1) % people.length]!.id]]))
    const { count } = candidates(inputOf(people, { organisation: { ...noOrganisation, managersOf } }))
    expect(count.allowed).toBe(0)
  })

  test('may weigh nothing: then every pair fits equally', () => {
    const weights = { goals: 0, workStyle: 0, department: 0, time: 0 }
    expect(candidates(inputOf([mentor('Amina'), leader('CFO')], { weights })).score).toEqual(Int32Array.of(0))
  })
})
