import type { ImportProblem } from '../../contract.ts'
import type { Breath } from '../breath.ts'
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
export async function findDuplicates(
  people: readonly StatedPerson[],
  columns: { readonly externalId: string | null; readonly email: string | null },
  breath: Breath,
): Promise<ImportProblem[]> {
  const problems: ImportProblem[] = []
  for (const { of, code, what } of keys) {
    const column = code === 'duplicate-email' ? columns.email : columns.externalId
    for (const [value, rows] of await rowsThatShare(people, of, breath)) {
      for (const row of rows) {
        const others = listed(
          rows.slice(0, 3).filter((other) => other !== row),
          rows.length - 1,
        )
        const message = `The ${what} “${value}” also stands in ${others}. Give each person their own, or take out the row that is one too many.`
        problems.push({ row, column, code, message, kind: 'problem' })
        if (problems.length % 1000 === 0) await breath(true)
      }
    }
  }
  return problems
}

async function rowsThatShare(
  people: readonly StatedPerson[],
  keyOf: (person: StatedPerson) => string | undefined,
  breath: Breath,
): Promise<Map<string, number[]>> {
  const firstRow = new Map<string, number>()
  const shared = new Map<string, number[]>()
  for (const person of people) {
    const key = keyOf(person)
    if (key === undefined) continue
    const first = firstRow.get(key)
    if (first === undefined) firstRow.set(key, person.row)
    else if (shared.has(key)) shared.get(key)!.push(person.row)
    else shared.set(key, [first, person.row])
    const pause = breath()
    if (pause) await pause
  }
  return shared
}

/** "row 4", "rows 4 and 9", "rows 4, 9 and 2 more". */
function listed(first: readonly number[], count: number): string {
  if (count === 1) return `row ${first[0]}`
  if (count === 2) return `rows ${first[0]} and ${first[1]}`
  return `rows ${first[0]}, ${first[1]} and ${count - 2} more`
}
