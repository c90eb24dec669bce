import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { levelsFromReportingLines } from './levels.ts'
import { reportingCycles } from './reporting-cycles.ts'
import { levelsOf, readLevelLabel } from './stated-levels.ts'

const person = (
  id: string,
  managerId: string | null,
  levelLabel: string | null = null,
  jobTitle: string | null = null,
) => ({ id, managerId, levelLabel, jobTitle })

describe('a level from the reporting lines', () => {
  test('is 1 with nobody above and one more with every manager (R8)', () => {
    const levels = levelsFromReportingLines([
      person('clerk', 'head'),
      person('head', 'ceo'),
      person('ceo', null),
      person('founder', null),
    ])

    expect(Object.fromEntries(levels)).toEqual({ clerk: 3, head: 2, ceo: 1, founder: 1 })
  })

  test('is not known in a circle, below one, or below somebody whose manager nobody knows', () => {
    const levels = levelsFromReportingLines([
      person('a', 'b'),
      person('b', 'a'),
      person('below', 'a'),
      { ...person('orphan', null), managerUnknown: true },
      person('child', 'orphan'),
      person('stray', 'nobody listed'),
    ])

    expect([...levels.values()]).toEqual([null, null, null, null, null, null])
  })

  test('is found in a line of 100,000 people, whatever the order', () => {
    const line = Array.from({ length: 100_000 }, (_, i) => person(`p${i}`, i === 0 ? null : `p${i - 1}`))

    expect(levelsFromReportingLines(line.toReversed()).get('p99999')).toBe(100_000)
  })

  test('is always one more than the manager’s, and the order of people changes nothing', () => {
    const people = fc.array(fc.option(fc.nat(19), { nil: null }), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(people, (managers) => {
        const listed = managers.map((manager, i) =>
          person(String(i), manager === null ? null : String(manager)),
        )
        const levels = levelsFromReportingLines(listed)
        const inCircles = new Set(
          reportingCycles(new Map(listed.map(({ id, managerId }) => [id, managerId]))).flat(),
        )

        for (const { id, managerId } of listed) {
          const above = managerId === null ? 0 : levels.get(managerId)!
          expect(levels.get(id)).toBe(above === null ? null : above + 1)
          if (inCircles.has(id)) expect(levels.get(id)).toBeNull()
        }
        expect(new Map([...levelsFromReportingLines(listed.toReversed())].reverse())).toEqual(levels)
      }),
    )
  })
})

describe('a circle of reporting lines', () => {
  test('is told once, from its smallest id', () => {
    const lines = new Map<string, string | null>([
      ['c', 'a'],
      ['b', 'c'],
      ['a', 'b'],
      ['x', 'a'],
      ['z', 'z'],
      ['top', null],
    ])

    expect(reportingCycles(lines)).toEqual([['a', 'b', 'c'], ['z']])
    expect(reportingCycles(new Map([...lines].reverse()))).toEqual([['a', 'b', 'c'], ['z']])
  })
})

describe('a level stated by the HR system', () => {
  test.each([
    { label: 'Grade 7', number: 7 },
    { label: 'M3', number: 3 },
    { label: '12', number: 12 },
    { label: 'Senior Manager', number: null },
    { label: 'Band 3, step 2', number: null },
  ])('$label is kept as written, with the number $number', ({ label, number }) => {
    expect(readLevelLabel(label)).toEqual({ label, number })
  })

  test('is turned the right way up by looking at managers and their reports (R8)', () => {
    const up = levelsOf([
      person('ceo', null, 'Grade 12'),
      person('head', 'ceo', 'Grade 10'),
      person('clerk', 'head', 'Grade 7'),
    ])
    const down = levelsOf([
      person('ceo', null, 'L1'),
      person('head', 'ceo', 'L2'),
      person('clerk', 'head', 'L4'),
    ])

    expect(up).toEqual({
      basis: 'stated-high-is-top',
      levels: new Map([
        ['ceo', 1],
        ['head', 2],
        ['clerk', 3],
      ]),
    })
    expect(down).toEqual({
      basis: 'stated-low-is-top',
      levels: new Map([
        ['ceo', 1],
        ['head', 2],
        ['clerk', 3],
      ]),
    })
  })

  test('gives way to the reporting lines when it does not order managers and reports', () => {
    const ladders = levelsOf([
      person('head', null, 'M1'),
      person('expert', 'head', 'P5'),
      person('junior', 'expert', 'P1'),
    ])

    expect(ladders.basis).toBe('reporting-lines')
    expect(ladders.levels.get('junior')).toBe(3)
  })
})

describe('a level given by hand', () => {
  const people = [
    person('ceo', null, 'E9', 'Chief executive'),
    person('assistant', 'ceo', 'E2', 'Assistant'),
    person('head', 'ceo', 'E7', 'Head of IT'),
    person('clerk', 'head', null, 'Clerk'),
    { ...person('lost', null, 'E2', 'Porter'), managerUnknown: true },
  ]
  const levelsBy = (choice: Parameters<typeof levelsOf>[1]) =>
    Object.fromEntries(levelsOf(people, choice).levels)

  test('to a job title holds for everybody who has it, and the others stand where their line says (R8)', () => {
    expect(levelsBy({ by: 'jobTitle', levelOf: { assistant: 4 } })).toEqual({
      ceo: 1,
      assistant: 4,
      head: 2,
      clerk: 3,
      lost: null,
    })
  })

  test('to a grade holds in the same way, and gives a level to whom no line reaches (R8)', () => {
    expect(levelsBy({ by: 'level', levelOf: { e2: 5, e9: 1 } })).toEqual({
      ceo: 1,
      assistant: 5,
      head: 2,
      clerk: 3,
      lost: 5,
    })
  })

  test('does not look at capitals, spaces or how an accent is stored', () => {
    const chefs = [person('a', null, null, 'Chef  de Prote\u0301'), person('b', null, null, 'chef de proté')]

    const { levels } = levelsOf(chefs, { by: 'jobTitle', levelOf: { 'Chef de Proté': 6 } })

    expect([...levels.values()]).toEqual([6, 6])
  })

  test('is not read into titles that no person gave one, whatever they are called', () => {
    const odd = [person('a', null, null, 'constructor'), person('b', 'a', null, '__proto__')]

    expect([...levelsOf(odd, { by: 'jobTitle', levelOf: {} }).levels.values()]).toEqual([1, 2])
  })
})
