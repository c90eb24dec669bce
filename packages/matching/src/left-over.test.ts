import { describe, expect, test } from 'vitest'
import { candidates } from './candidates.ts'
import { UnknownParticipantError } from './errors.ts'
import { leftOver } from './left-over.ts'
import { match } from './match.ts'
import { cohort } from './testing/cohort.ts'
import { inputOf, leader, mentor, noOrganisation } from './testing/world.ts'
import type { MatchSettings, Participant } from './types.ts'

const bilal: Participant = { seat: 'mentor', id: 'Bilal' }

function whyIsLeft(
  who: Participant,
  people: Parameters<typeof inputOf>[0],
  settings: MatchSettings = {},
  changes = {},
) {
  const market = candidates(inputOf(people, changes))
  return leftOver(market, match(market, settings), who)
}

describe('somebody left over', () => {
  test('learns that the rules leave nobody, and which one would help if it were relaxed', () => {
    const people = [
      mentor('Amina', { department: 'Care' }),
      mentor('Bilal', { level: 3 }),
      leader('CFO'),
      leader('CTO', { languages: ['fr'] }),
    ]
    expect(whyIsLeft(bilal, people)).toEqual({
      ...bilal,
      reason: 'nobody-allowed',
      possible: 2,
      allowed: 0,
      banned: 0,
      inTheWay: [
        // With the CFO the level alone is in the way; but she is Amina's, and one of the two stays alone either way.
        { rule: 'levelGap', broken: 2, alone: 1, ifRelaxed: { pairedWith: null, people: 0, total: 0 } },
        { rule: 'sharedLanguage', broken: 1, alone: 0, ifRelaxed: null },
      ],
    })
  })

  test('learns whom they would get, and what that is worth to all', () => {
    const people = [mentor('Amina'), mentor('Bilal'), leader('CFO'), leader('CTO', { languages: ['fr'] })]
    const { inTheWay } = whyIsLeft(bilal, people)
    expect(inTheWay).toEqual([
      {
        rule: 'sharedLanguage',
        broken: 1,
        alone: 1,
        ifRelaxed: { pairedWith: 'CTO', people: 2, total: 15_000 },
      },
    ])
  })

  test('learns that partners are allowed, but others come first', () => {
    const people = [mentor('Amina'), mentor('Bilal'), leader('CFO')]
    expect(whyIsLeft(bilal, people)).toMatchObject({
      reason: 'others-come-first',
      possible: 1,
      allowed: 1,
      inTheWay: [],
    })
  })

  test('learns it as a leader too', () => {
    const people = [mentor('Amina'), leader('CFO'), leader('CTO', { level: 5 })]
    const cto: Participant = { seat: 'leader', id: 'CTO' }
    expect(whyIsLeft(cto, people)).toMatchObject({
      reason: 'nobody-allowed',
      inTheWay: [{ rule: 'levelGap', broken: 1, alone: 1 }],
    })
  })

  test('learns of bans, of having no seat, and of nobody being there', () => {
    const people = [mentor('Amina'), mentor('Bilal'), leader('CFO')]
    const bans = [{ mentorId: 'Bilal', leaderId: 'CFO' }]
    expect(whyIsLeft(bilal, people, { bans })).toMatchObject({
      reason: 'nobody-allowed',
      allowed: 0,
      banned: 1,
    })
    const capacities = [{ ...bilal, capacity: 0 }]
    expect(whyIsLeft(bilal, people, { capacities }).reason).toBe('no-capacity')
    expect(whyIsLeft(bilal, [mentor('Bilal')]).reason).toBe('nobody-there')
    expect(whyIsLeft(bilal, [mentor('Bilal'), leader('Bilal')]).reason).toBe('nobody-there')
  })

  test('is told when they are not left over', () => {
    expect(whyIsLeft(bilal, [mentor('Bilal'), leader('CFO')]).reason).toBe('has-a-pair')
  })

  test('is not told of rules that are off', () => {
    const rules = { ...inputOf([]).rules, sharedLanguage: { on: false } }
    const organisation = { ...noOrganisation, conflicts: [['Bilal', 'CFO'] as const] }
    const people = [mentor('Bilal', { languages: [] }), leader('CFO')]
    const { inTheWay } = whyIsLeft(bilal, people, {}, { rules, organisation })
    expect(inTheWay.map(({ rule }) => rule)).toEqual(['conflict'])
  })

  test('must be somebody', () => {
    expect(() => whyIsLeft({ seat: 'mentor', id: 'Zoe' }, [mentor('Bilal')])).toThrow(UnknownParticipantError)
  })

  test('can trust the promise: relaxing the rule for them alone gives exactly that', () => {
    const input = cohort(24, 10, 3)
    const market = candidates(input)
    const solution = match(market)
    expect(solution.unpaired.length).toBeGreaterThan(0)
    for (const who of solution.unpaired) {
      const { inTheWay, possible, allowed } = leftOver(market, solution, who)
      expect(possible).toBe(who.seat === 'mentor' ? 10 : 24)
      expect(allowed).toBeLessThanOrEqual(possible)
      const language = inTheWay.find(({ rule }) => rule === 'sharedLanguage')?.ifRelaxed
      if (!language) continue
      const everyLanguage = [...new Set(input.people.flatMap(({ languages }) => languages))]
      const people = input.people.map((p) =>
        p.id === who.id && p.seat === who.seat ? { ...p, languages: everyLanguage } : p,
      )
      const { figures } = match(candidates({ ...input, people }))
      expect(figures.peoplePaired - solution.figures.peoplePaired).toBe(language.people)
      expect(figures.total - solution.figures.total).toBe(language.total)
    }
  })
})
