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
  const wrong: { path: string; input: MatchInput }[] = [
    { path: 'people.id', input: inputOf([mentor('Amina'), mentor('Amina')]) },
    { path: 'people.capacity', input: inputOf([mentor('Amina', { capacity: -1 })]) },
    { path: 'people.capacity', input: inputOf([mentor('Amina', { capacity: 1.5 })]) },
    { path: 'people.availability', input: inputOf([mentor('Amina', { availability: [168] })]) },
    { path: 'people.level', input: inputOf([mentor('Amina', { level: Number.NaN })]) },
    { path: 'people.timeZone', input: inputOf([mentor('Amina', { timeZone: 'Europe/Atlantis' })]) },
    { path: 'weights.goals', input: inputOf([], { weights: { ...defaultWeights, goals: 0.5 } }) },
    { path: 'period.from', input: inputOf([], { period: { from: '7 September', to: '2026-10-01' } }) },
    { path: 'rules.levelGap.minimum', input: withRule('levelGap', { minimum: Number.NaN }) },
    { path: 'rules.sharedHours.minimumHours', input: withRule('sharedHours', { minimumHours: -1 }) },
  ]

  test.each(wrong)('is refused with its place: $path', ({ path, input }) => {
    expect(() => candidates(input)).toThrow(InvalidMatchInputError)
    expect(() => candidates(input)).toThrow(expect.objectContaining({ path }))
  })

  function withRule(rule: RelaxableRule, changes: object): MatchInput {
    const { rules } = inputOf([])
    return inputOf([], { rules: { ...rules, [rule]: { ...rules[rule], ...changes } } })
  }
})
