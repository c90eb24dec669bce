import type { LevelChoice } from '../../contract.ts'
import { type LevelBasis, levelsOf, type PersonWithLevel } from '../../stated-levels.ts'
import type { Breath } from '../breath.ts'
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
  /** Everybody as levels see them. */
  readonly lines: readonly PersonWithLevel[]
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
  levelChoice: LevelChoice | null,
  breath: Breath,
): Promise<DirectoryAfter> {
  const rowOf = new Map(rows.map((row) => [row.id, row]))
  const people = new Map(directory.map((person) => [person.id, person]))
  for (const row of rows) people.set(row.id, personAfter(row))

  const find = await findPersonAmong([...people.values()], breath)
  const { links, notes } = await linkManagers(rows, find, leftOut, breath)

  const lines: PersonWithLevel[] = []
  for (const [id, person] of people) {
    const link = links.get(id)
    if (link) {
      const { managerUnknown, ...ids } = link
      const linked = { ...person, ...ids }
      people.set(id, linked)
      lines.push(inLine(linked, isUnknownAbove(rowOf.get(id), managerUnknown, person)))
    } else {
      lines.push(inLine(person, !isKnownTop(person)))
    }
    const pause = breath()
    if (pause) await pause
  }

  await breath(true)
  const { basis, levels } = levelsOf(lines, levelChoice)
  await breath(true)
  for (const [id, person] of people) {
    const level = levels.get(id) ?? null
    if (level !== person.level) people.set(id, { ...person, level })
    const pause = breath()
    if (pause) await pause
  }
  return { everybody: people, notes, levelBasis: basis, lines }
}

function isUnknownAbove(
  row: Identified | undefined,
  managerUnknown: boolean,
  before: DirectoryPerson,
): boolean {
  if (row?.person.manager !== undefined) return managerUnknown
  return !isKnownTop(before)
}

/**
 * Without a manager in the directory, somebody is the top only when a file has said so. Any other level than 1 was given
 * to their title or grade, and says nothing of who stands above.
 */
function isKnownTop({ level }: DirectoryPerson): boolean {
  return level === 1
}

function inLine(
  { id, managerId, levelLabel, jobTitle }: DirectoryPerson,
  unknownAbove: boolean,
): PersonWithLevel {
  return { id, managerId, levelLabel, jobTitle, managerUnknown: managerId === null && unknownAbove }
}
