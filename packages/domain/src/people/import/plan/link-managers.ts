import type { ImportProblem } from '../../contract.ts'
import type { Breath } from '../breath.ts'
import { comparableName } from '../cells/name.ts'
import type { LeftOutRow, Reference } from '../rows/stated-person.ts'
import type { Findable, FindPerson } from './find-person.ts'
import type { Identified } from './identify.ts'

/** Whom somebody reports to and who cares for them in HR; `undefined` leaves it as it is. */
export type Links = {
  readonly managerId?: string | null
  readonly matrixManagerId?: string | null
  readonly hrContactId?: string | null
  /** The row names a manager, and nobody fits. */
  readonly managerUnknown: boolean
}

export type Linked = { readonly links: Map<string, Links>; readonly notes: ImportProblem[] }

/**
 * Second pass: finds the people that rows name as manager, second manager and HR contact.
 *
 * Whoever cannot be found, or is one of several with the same name, is noted with the row that names them, and the link
 * stays what it was. Somebody named as their own manager has nobody above.
 *
 * @param find - Looks among everybody there will be after the import.
 * @param leftOut - Rows that are not imported, so that a note can say why their people cannot be found.
 */
export async function linkManagers(
  identified: readonly Identified[],
  find: FindPerson,
  leftOut: readonly LeftOutRow[],
  breath: Breath,
): Promise<Linked> {
  const links = new Map<string, Links>()
  const notes: ImportProblem[] = []
  const rowLeftOut = leftOutFinder(leftOut)

  for (const { person, id } of identified) {
    const link = (reference: Reference | null | undefined, what: string): string | null | undefined => {
      if (reference === undefined || reference === null) return reference
      const found = find(reference)
      const [only] = found
      if (found.length === 1 && only) {
        if (only.id !== id) return only.id
        notes.push(
          note(
            person.row,
            reference,
            'own-manager',
            `${person.displayName} is named as their own ${what}. Taken as having none; leave the cell empty.`,
          ),
        )
        return null
      }
      notes.push(
        found.length > 1
          ? several(person.row, reference, what, found)
          : nobody(person.row, reference, what, rowLeftOut(reference)),
      )
      return undefined
    }

    const managerId = link(person.manager, 'manager')
    const matrixManagerId = link(person.matrixManager, 'second manager')
    const hrContactId = link(person.hrContact, 'HR contact')
    links.set(id, {
      ...(managerId !== undefined && { managerId }),
      ...(matrixManagerId !== undefined && { matrixManagerId }),
      ...(hrContactId !== undefined && { hrContactId }),
      managerUnknown: person.manager !== undefined && managerId === undefined,
    })
    const pause = breath()
    if (pause) await pause
  }
  return { links, notes }
}

function several(row: number, reference: Reference, what: string, found: readonly Findable[]): ImportProblem {
  const people = found.map(({ displayName, email }) => `${displayName} <${email}>`).sort()
  const shown =
    people.length > 3
      ? `${people.slice(0, 3).join(', ')} and ${people.length - 3} more`
      : people.join(' and ')
  return note(
    row,
    reference,
    'manager-ambiguous',
    `“${reference.value}” as ${what} could be ${shown}. Add a column with the manager's number or e-mail address.`,
  )
}

function nobody(
  row: number,
  reference: Reference,
  what: string,
  leftOut: LeftOutRow | undefined,
): ImportProblem {
  if (leftOut) {
    return note(
      row,
      reference,
      'manager-left-out',
      `The ${what} “${reference.value}” stands in row ${leftOut.row}, which is left out. Mend that row first.`,
    )
  }
  const kinds = { externalId: 'number', email: 'e-mail address', name: 'name' }
  return note(
    row,
    reference,
    'manager-unknown',
    `The ${what} “${reference.value}” is nobody we know: no row and nobody in the directory has this ${kinds[reference.by]}. Add that person or correct the cell.`,
  )
}

function note(row: number, { column }: Reference, code: string, message: string): ImportProblem {
  return { row, column, code, message, kind: 'note' }
}

function leftOutFinder(leftOut: readonly LeftOutRow[]): (reference: Reference) => LeftOutRow | undefined {
  const rows = new Map<string, LeftOutRow>()
  for (const each of leftOut) {
    if (each.externalId) rows.set(`externalId ${each.externalId}`, each)
    if (each.email) rows.set(`email ${each.email}`, each)
    if (each.name) rows.set(`name ${comparableName(each.name)}`, each)
  }
  return ({ by, value }) => rows.get(`${by} ${by === 'name' ? comparableName(value) : value}`)
}
