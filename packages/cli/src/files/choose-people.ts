import { importField } from '@viceversa/domain/people/contract.ts'
import { normaliseHeader } from '@viceversa/domain/people/import/columns/normalise-header.ts'
import type { DirectoryPerson } from '@viceversa/domain/people/import/plan/directory-person.ts'
import type { Delimiter } from '@viceversa/domain/people/import/reading/dialect.ts'
import { exitCodes, Failure, wrongUsage } from '../failure.ts'
import { type Comparison, holds, isCondition, readCondition } from './condition.ts'
import type { WhoIs } from './people-by-name.ts'
import { isThere } from './read-bytes.ts'
import { findColumn, type OpenedFile, titlesOf } from './read-directory.ts'
import { readPeopleList } from './read-lists.ts'

/** An opened file with the row in which each person stands. */
export type FileOfPeople = {
  readonly opened: OpenedFile
  readonly rowOf: ReadonlyMap<string, { readonly cells: readonly string[] }>
}

export type Choice = {
  /** `--mentors` or `--leaders`. */
  readonly option: string
  readonly seat: 'mentor' | 'leader'
  /** Conditions and files, each of which adds people. */
  readonly wanted: readonly string[]
}

/**
 * Whom an option chooses: everybody who passes a condition on a column, or whom a list names.
 *
 * @throws {@link Failure} when a column is not there or must not be looked at, and when nobody is chosen.
 */
export async function choosePeople(
  choice: Choice,
  people: readonly DirectoryPerson[],
  files: readonly FileOfPeople[],
  whoIs: WhoIs,
  delimiter: Delimiter | undefined,
): Promise<Set<string>> {
  const chosen = new Set<string>()
  for (const wanted of choice.wanted) {
    // A file may be called anything, even "level=2.csv".
    const found = isThere(wanted)
      ? await readPeopleList(wanted, whoIs, delimiter)
      : passing(wanted, choice, people, files)
    for (const id of found) chosen.add(id)
  }
  return chosen
}

function passing(
  wanted: string,
  { option, seat }: Choice,
  people: readonly DirectoryPerson[],
  files: readonly FileOfPeople[],
): string[] {
  if (!isCondition(wanted)) {
    throw wrongUsage(
      `${option}: “${wanted}” is neither a file that is there nor a condition. Name a list such as mentors.csv, or write a condition such as "role=mentor" or "level<=2".`,
    )
  }
  const comparisons = readCondition(wanted)
  if (!comparisons) {
    throw wrongUsage(
      `${option}: “${wanted}” cannot be read as a condition. Write it like "role=mentor", "department=IT|Sales and level>=4"; <, <=, > and >= take one number.`,
    )
  }
  const tests = comparisons.map((comparison) => ({
    comparison,
    cellOf: cellReader(comparison, option, files),
  }))
  const found = people.filter((person) =>
    tests.every(({ comparison, cellOf }) => holds(comparison, cellOf(person))),
  )
  if (found.length > 0) return found.map(({ id }) => id)
  const values = tests.map(
    ({ comparison, cellOf }) => `“${comparison.column}” holds ${valuesOf(people.map(cellOf))}`,
  )
  throw new Failure(exitCodes.noPair, [
    `There is no ${seat}: nobody fits ${option} “${wanted}”. ${values.join('; ')}.`,
  ])
}

/** Where a comparison looks: at the level, a column of one of the files, or a field by the name it has here. */
function cellReader(
  { column }: Comparison,
  option: string,
  files: readonly FileOfPeople[],
): (person: DirectoryPerson) => string {
  const name = normaliseHeader(column)
  if (name === 'level') return ({ level }) => (level === null ? '' : String(level))

  for (const { opened, rowOf } of files) {
    const found = findColumn(column, opened.columns)
    if (!found) continue
    const kind = opened.sensitive.get(found.index)
    if (kind !== undefined) {
      throw wrongUsage(
        `${option}: nobody is chosen by “${found.header}”. This column holds ${kind}, which is left out when the file is read.`,
      )
    }
    return ({ id }) => rowOf.get(id)?.cells[found.index] ?? ''
  }
  const field = importField.options.find((each) => normaliseHeader(each) === name) as
    | keyof DirectoryPerson
    | undefined
  if (field && files[0] && Object.values(files[0].opened.mapping).includes(field as never))
    return (person) => String(person[field] ?? '')

  const known = files.map(({ opened }) => `${opened.file} has ${titlesOf(opened.columns)}`).join('; ')
  throw wrongUsage(
    `${option}: there is no column “${column}”. ${known}; besides these, “level” counts steps from the top.`,
  )
}

/** The commonest values, for whoever has mistyped one. */
function valuesOf(cells: readonly string[]): string {
  const times = new Map<string, number>()
  for (const cell of cells) times.set(cell, (times.get(cell) ?? 0) + 1)
  const shown = [...times]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 5)
    .map(([value, count]) => (value === '' ? `nothing (${count})` : `“${value}” (${count})`))
  return shown.join(', ') + (times.size > shown.length ? ' and more' : '')
}
