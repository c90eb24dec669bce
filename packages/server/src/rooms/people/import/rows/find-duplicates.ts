import type { ImportProblem } from '@viceversa/domain/people/contract.ts'
import type { StatedPerson } from './stated-person.ts'

/** What somebody may not share with anybody else, and what the column is called when it is not in the file. */
const keys = [
  { of: (person: StatedPerson) => person.externalId, code: 'duplicate-number', what: 'personnel number' },
  { of: (person: StatedPerson) => person.email, code: 'duplicate-email', what: 'e-mail address' },
] as const

/**
 * Rows that claim the same personnel number or the same e-mail address; each is reported and names the others.
 *
 * @param columns - Titles of the two columns, for the report.
 */
export function findDuplicates(
  people: readonly StatedPerson[],
  columns: { readonly externalId: string | null; readonly email: string | null },
): ImportProblem[] {
  return keys.flatMap(({ of, code, what }) => {
    const column = code === 'duplicate-email' ? columns.email : columns.externalId
    return groupsThatShare(people, of).flatMap(([value, group]) =>
      group.map(({ row }): ImportProblem => {
        const others = listed(group.filter((other) => other.row !== row).map((other) => other.row))
        const message = `The ${what} “${value}” also stands in ${others}. Give each person their own, or take out the row that is one too many.`
        return { row, column, code, message, kind: 'problem' }
      }),
    )
  })
}

function groupsThatShare(
  people: readonly StatedPerson[],
  keyOf: (person: StatedPerson) => string | undefined,
): [string, StatedPerson[]][] {
  const groups = new Map<string, StatedPerson[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(person)
    else groups.set(key, [person])
  }
  return [...groups].filter(([, group]) => group.length > 1)
}

/** "row 4", "rows 4 and 9", "rows 4, 9 and 2 more". */
function listed(rows: readonly number[]): string {
  if (rows.length === 1) return `row ${rows[0]}`
  if (rows.length === 2) return `rows ${rows[0]} and ${rows[1]}`
  return `rows ${rows[0]}, ${rows[1]} and ${rows.length - 2} more`
}
