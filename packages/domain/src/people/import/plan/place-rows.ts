import type { ImportProblem, LevelChoice } from '../../contract.ts'
import type { Breath } from '../breath.ts'
import { findDuplicates } from '../rows/find-duplicates.ts'
import type { PeopleRead } from '../rows/read-people.ts'
import type { LeftOutRow, StatedPerson } from '../rows/stated-person.ts'
import { type DirectoryAfter, directoryAfter } from './directory-after.ts'
import type { DirectoryPerson } from './directory-person.ts'
import { findCircles } from './find-circles.ts'
import { type Identified, type IdentityColumns, identify } from './identify.ts'

export type PlacingRequest = {
  readonly read: PeopleRead
  readonly directory: readonly DirectoryPerson[]
  readonly columns: IdentityColumns
  /** Levels given by hand to job titles or grades. */
  readonly levels: LevelChoice | null
  /** The id of somebody new, by row. */
  readonly idFor: (row: number) => string
}

export type Placed = {
  /** Rows that are taken, each with whom it is about. */
  readonly rows: readonly Identified[]
  readonly leftOut: LeftOutRow[]
  readonly problems: ImportProblem[]
  readonly after: DirectoryAfter
}

/**
 * Finds whom each row is about and where they would stand: rows that claim the same number or address, that are
 * somebody else's or close a circle are left out, until nothing more has to be.
 */
export async function placeRows(request: PlacingRequest, breath: Breath): Promise<Placed> {
  const { read, directory, columns, levels, idFor } = request
  const problems = [...read.problems]
  const leftOut = [...read.leftOut]
  const takeOut = (found: readonly ImportProblem[], rows: readonly StatedPerson[]) => {
    for (const problem of found) problems.push(problem)
    const out = new Set(found.filter(({ kind }) => kind === 'problem').map(({ row }) => row))
    for (const person of rows) if (out.has(person.row)) leftOut.push(leftOutRow(person))
    return out
  }

  await breath(true)
  const duplicates = takeOut(await findDuplicates(read.people, columns, breath), read.people)
  const unique = read.people.filter(({ row }) => !duplicates.has(row))
  await breath(true)
  const { identified, problems: conflicts } = identify(unique, directory, columns, idFor)
  takeOut(conflicts, unique)

  const strangers = identified.filter(isUnknownLeaver)
  for (const { person } of strangers) leftOut.push(leftOutRow(person))
  let rows = identified.filter((each) => !isUnknownLeaver(each))

  let after = await directoryAfter(rows, directory, leftOut, levels, breath)
  for (;;) {
    await breath(true)
    const circles = findCircles(
      rows,
      managersIn(after.everybody),
      (id) => after.everybody.get(id)?.displayName ?? id,
    )
    if (circles.length === 0) break
    const out = takeOut(
      circles,
      rows.map(({ person }) => person),
    )
    rows = rows.filter(({ person }) => !out.has(person.row))
    // Without those rows others may point to nobody, or back to what the directory says: look again.
    after = await directoryAfter(rows, directory, leftOut, levels, breath)
  }
  return { rows, leftOut, problems, after }
}

/** Somebody who left before they were ever in the directory; there is nothing to keep about them. */
function isUnknownLeaver({ existing, person }: Identified): boolean {
  return existing === null && person.status === 'left'
}

function leftOutRow({ row, externalId, email, displayName }: StatedPerson): LeftOutRow {
  return { row, externalId, email, name: displayName }
}

function managersIn(everybody: ReadonlyMap<string, DirectoryPerson>): Map<string, string | null> {
  return new Map([...everybody].map(([id, { managerId }]) => [id, managerId]))
}
