import { type LevelBasis, levelsOf, type PersonWithLevel } from '@viceversa/domain/people/stated-levels.ts'
import type { Breath } from '../breathe.ts'
import type { LeftOutRow } from '../rows/stated-person.ts'
import type { DirectoryPerson } from './directory-person.ts'
import { findPersonAmong } from './find-person.ts'
import type { Identified } from './identify.ts'
import { type Linked, linkManagers } from './link-managers.ts'
import { personAfter } from './person-after.ts'

export type DirectoryAfter = {
  readonly everybody: ReadonlyMap<string, DirectoryPerson>
  readonly notes: Linked['notes']
  readonly levelBasis: LevelBasis
}

/**
 * The whole directory as it would be after these rows: their fields, whom they report to, and everybody's level.
 *
 * People whom the file does not name stay, and can be named as managers.
 */
export async function directoryAfter(
  rows: readonly Identified[],
  directory: readonly DirectoryPerson[],
  leftOut: readonly LeftOutRow[],
  breath: Breath,
): Promise<DirectoryAfter> {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const people = new Map(directory.map((person) => [person.id, person]))
  for (const row of rows) people.set(row.id, personAfter(row))

  const find = findPersonAmong(
    [...people.values()].map((person) => ({ ...person, row: rowOf.get(person.id)?.person.row ?? null })),
  )
  const { links, notes } = await linkManagers(rows, find, leftOut, breath)

  const unknownAbove = new Set<string>()
  for (const [id, person] of people) {
    const row = rowOf.get(id)
    const link = links.get(id)
    const { managerUnknown = false, ...ids } = link ?? {}
    people.set(id, { ...person, ...ids })
    if (isUnknownAbove(row, managerUnknown, person)) unknownAbove.add(id)
    const pause = breath()
    if (pause) await pause
  }

  const { basis, levels } = levelsOf([...people.values()].map((person) => inLine(person, unknownAbove)))
  for (const [id, person] of people) people.set(id, { ...person, level: levels.get(id) ?? null })
  return { everybody: people, notes, levelBasis: basis }
}

/** Without a manager in the directory, somebody is the top only when a file has said so. */
function isUnknownAbove(
  row: Identified | undefined,
  managerUnknown: boolean,
  before: DirectoryPerson,
): boolean {
  if (row?.person.manager !== undefined) return managerUnknown
  return before.level === null
}

function inLine(
  { id, managerId, levelLabel }: DirectoryPerson,
  unknownAbove: ReadonlySet<string>,
): PersonWithLevel {
  return { id, managerId, levelLabel, managerUnknown: managerId === null && unknownAbove.has(id) }
}
