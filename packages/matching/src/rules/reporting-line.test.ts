import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from '../candidates.ts'
import { explain } from '../explain.ts'
import { inputOf, leader, mentor, noRules } from '../testing/world.ts'
import type { Candidates } from '../types.ts'

const onlyThisRule = { ...noRules, reportingLine: { on: true } }

function withLines(lines: Record<string, string[]>): Candidates {
  return candidates(
    inputOf([mentor('Amina'), leader('CFO')], {
      rules: onlyThisRule,
      organisation: { managersOf: new Map(Object.entries(lines)), appraises: [], conflicts: [] },
    }),
  )
}

function chainIn(lines: Record<string, string[]>): readonly string[] {
  const { rules } = explain(withLines(lines), { mentorId: 'Amina', leaderId: 'CFO' })
  const finding = rules[0]!
  return finding.rule === 'reportingLine' ? finding.chain : []
}

describe('a reporting line (R7)', () => {
  test('of one step rules the pair out', () => {
    expect(chainIn({ Amina: ['CFO'] })).toEqual(['Amina', 'CFO'])
    expect(withLines({ Amina: ['CFO'] }).count.allowed).toBe(0)
  })

  test('of any depth rules the pair out, through people who do not take part', () => {
    const people = ['Amina', ...Array.from({ length: 40 }, (_, i) => `manager ${i}`), 'CFO']
    const lines = Object.fromEntries(people.slice(0, -1).map((id, i) => [id, [people[i + 1]!]]))
    expect(chainIn(lines)).toEqual(people)
    expect(withLines(lines).count.allowed).toBe(0)
  })

  test('rules the pair out from the other side too, where the leader reports to the mentor', () => {
    expect(chainIn({ CFO: ['Head of Claims'], 'Head of Claims': ['Amina'] })).toEqual([
      'CFO',
      'Head of Claims',
      'Amina',
    ])
    expect(withLines({ CFO: ['Amina'] }).count.allowed).toBe(0)
  })

  test('may be dotted: of several managers each counts, and the shortest line is shown', () => {
    const lines = { Amina: ['Priya', 'Ruth'], Priya: ['Tomasz'], Tomasz: ['CFO'], Ruth: ['CFO'] }
    expect(chainIn(lines)).toEqual(['Amina', 'Ruth', 'CFO'])
  })

  test('of equal length is shown by the first id, however managers are listed', () => {
    const either = ['Ruth', 'Priya']
    expect(chainIn({ Amina: either, Priya: ['CFO'], Ruth: ['CFO'] })).toEqual(['Amina', 'Priya', 'CFO'])
  })

  test('is none where two people only share a manager further up', () => {
    const lines = { Amina: ['Priya'], Priya: ['CEO'], CFO: ['CEO'] }
    expect(chainIn(lines)).toEqual([])
    expect(withLines(lines).count.allowed).toBe(1)
  })

  test('that runs in a circle is followed once', () => {
    expect(chainIn({ Amina: ['Priya'], Priya: ['Ruth'], Ruth: ['Amina'] })).toEqual([])
    expect(chainIn({ Amina: ['Amina', 'Priya'], Priya: ['Amina', 'CFO'], CFO: ['Priya'] })).toEqual([
      'Amina',
      'Priya',
      'CFO',
    ])
  })

  test('is found whenever one of the two can be reached upwards from the other, in any tangle of lines', () => {
    const ids = ['Amina', 'CFO', 'Priya', 'Ruth', 'Tomasz', 'Zofia']
    const anyLines = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
      maxLength: 10,
      selector: (line) => line.join(),
    })
    fc.assert(
      fc.property(anyLines, (lines) => {
        const managers = Object.fromEntries(
          ids.map((id) => [id, lines.filter(([report]) => report === id).map(([, manager]) => manager)]),
        )
        const inLine = reaches(lines, 'Amina', 'CFO') || reaches(lines, 'CFO', 'Amina')
        expect(withLines(managers).count.allowed).toBe(inLine ? 0 : 1)
      }),
    )
  })

  /** Steps along lines until nothing new is reached. */
  function reaches(lines: readonly (readonly [string, string])[], from: string, to: string): boolean {
    const reached = new Set([from])
    for (let before = 0; before < reached.size; ) {
      before = reached.size
      for (const [report, manager] of lines) if (reached.has(report)) reached.add(manager)
    }
    return reached.has(to)
  }
})
