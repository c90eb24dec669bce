import { describe, expect, test } from 'vitest'
import { candidates } from '../candidates.ts'
import { explain } from '../explain.ts'
import { inputOf, leader, mentor, noOrganisation, noRules, officeHours } from '../testing/world.ts'
import type { MatchInput, MatchPerson, RuleName, Rules } from '../types.ts'

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
      'sharedHours',
      'sharedLanguage',
    ])
  })

  test('that is off excludes nothing', () => {
    const off = { ...breaksEverything, rules: noRules }
    expect(broken(off)).toEqual([])
    expect(candidates(off).count).toEqual({ possible: 1, ruledOut: 0, allowed: 1 })
  })
})
