import type { ImportProblem } from '../../contract.ts'
import type { LevelBasis } from '../../stated-levels.ts'
import type { Breath } from '../breath.ts'
import type { PeopleRead } from '../rows/read-people.ts'
import type { LeftOutRow } from '../rows/stated-person.ts'
import { differences, type FieldChange } from './differences.ts'
import type { DirectoryAfter } from './directory-after.ts'
import type { DirectoryPerson } from './directory-person.ts'
import type { Identified } from './identify.ts'
import { type PlacingRequest, placeRows } from './place-rows.ts'

export type PlannedCreation = { readonly row: number; readonly after: DirectoryPerson }

export type PlannedUpdate = {
  /** `null` for somebody whom the file does not name but whose level follows from it, or who is marked as left. */
  readonly row: number | null
  readonly before: DirectoryPerson
  readonly after: DirectoryPerson
  readonly changes: FieldChange[]
}

export type ImportPlan = {
  readonly created: PlannedCreation[]
  readonly updated: PlannedUpdate[]
  /** Active people of the directory whom the file does not name; changed only when they are marked as left. */
  readonly missing: PlannedUpdate[]
  readonly problems: ImportProblem[]
  readonly counts: {
    readonly rows: number
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly missing: number
    /** Rows left out: with a problem, or of somebody who left before they were ever here. */
    readonly skipped: number
    readonly problems: number
    readonly notes: number
  }
  readonly levelBasis: LevelBasis
}

export type ImportRequest = PlacingRequest & {
  readonly markMissingAsLeft: boolean
  /** People who stay although no HR file names them, such as an administrator. */
  readonly stay: ReadonlySet<string>
}

/**
 * What an import would do to the directory, field by field, without doing it (rules R5, R7, R8).
 *
 * The same rows and the same directory give the same plan, in whatever order they come; a plan that was carried out,
 * made again from the same file, changes nothing.
 *
 * O(n log n) time and O(n) memory for rows and directory together.
 * @throws What `breath` throws when the import was cancelled.
 */
export async function planImport(request: ImportRequest, breath: Breath): Promise<ImportPlan> {
  const { read, directory } = request
  const { rows, leftOut, problems, after } = await placeRows(request, breath)
  await breath(true)
  for (const note of after.notes) problems.push(note)
  problems.sort(
    (a, b) => a.row - b.row || compareText(a.code, b.code) || compareText(a.column ?? '', b.column ?? ''),
  )

  const changes = await changesTo(directory, rows, after, request, namedIn(read, leftOut), breath)
  const unchanged =
    rows.length - changes.created.length - changes.updated.filter(({ row }) => row !== null).length
  return {
    ...changes,
    problems,
    levelBasis: after.levelBasis,
    counts: {
      rows: read.rows,
      created: changes.created.length,
      updated: changes.updated.length,
      unchanged,
      missing: changes.missing.length,
      skipped: read.rows - rows.length,
      problems: problems.filter(({ kind }) => kind === 'problem').length,
      notes: problems.filter(({ kind }) => kind === 'note').length,
    },
  }
}

/** Numbers and addresses that stand in the file, also in rows that are left out: these people are not missing. */
function namedIn(read: PeopleRead, leftOut: readonly LeftOutRow[]): ReadonlySet<string> {
  const named = new Set<string>()
  for (const { externalId, email } of [...read.people, ...leftOut]) {
    if (externalId) named.add(`number ${externalId}`)
    if (email) named.add(`email ${email}`)
  }
  return named
}

async function changesTo(
  directory: readonly DirectoryPerson[],
  rows: readonly Identified[],
  { everybody }: DirectoryAfter,
  { markMissingAsLeft, stay }: ImportRequest,
  named: ReadonlySet<string>,
  breath: Breath,
): Promise<Pick<ImportPlan, 'created' | 'updated' | 'missing'>> {
  const before = new Map(directory.map((person) => [person.id, person]))
  const rowOf = new Map(rows.map(({ id, person }) => [id, person.row]))
  const nameOf = (id: string) => (everybody.get(id) ?? before.get(id))?.displayName ?? id
  const isNamed = ({ id, externalId, email }: DirectoryPerson) =>
    rowOf.has(id) || named.has(`number ${externalId}`) || named.has(`email ${email}`)

  const created = rows
    .filter(({ existing }) => existing === null)
    .map(({ id, person }) => ({ row: person.row, after: everybody.get(id)! }))
  const updated: PlannedUpdate[] = []
  const missing: PlannedUpdate[] = []
  for (const person of directory) {
    const isMissing = person.status === 'active' && !stay.has(person.id) && !isNamed(person)
    const after = everybody.get(person.id)!
    const update = (next: DirectoryPerson): PlannedUpdate => ({
      row: rowOf.get(person.id) ?? null,
      before: person,
      after: next,
      changes: differences(person, next, nameOf),
    })
    if (isMissing) missing.push(update(markMissingAsLeft ? { ...after, status: 'left' } : after))
    else {
      const change = update(after)
      if (change.changes.length > 0) updated.push(change)
    }
    const pause = breath()
    if (pause) await pause
  }
  created.sort((a, b) => a.row - b.row)
  updated.sort(
    (a, b) => (a.row ?? Infinity) - (b.row ?? Infinity) || compareText(a.before.email, b.before.email),
  )
  missing.sort((a, b) => compareText(a.before.email, b.before.email))
  return { created, updated, missing }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
