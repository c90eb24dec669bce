import type { ImportProblem } from '../../contract.ts'
import type { StatedPerson } from '../rows/stated-person.ts'
import type { DirectoryPerson } from './directory-person.ts'

/** A row and the person it is about: somebody of the directory, or somebody new. */
export type Identified = {
  readonly person: StatedPerson
  readonly id: string
  readonly existing: DirectoryPerson | null
}

export type IdentityColumns = { readonly externalId: string | null; readonly email: string | null }

/**
 * Finds for each row whom of the directory it is about: by personnel number, else by e-mail address.
 *
 * Somebody whose number changed but whose address and name did not is the same person, and a note says so. An address
 * that belongs to somebody else is a problem: invitations and sign-in would reach the wrong person.
 *
 * @param people - No two with the same number or address.
 * @param idFor - The id of somebody new, by row.
 */
export function identify(
  people: readonly StatedPerson[],
  directory: readonly DirectoryPerson[],
  columns: IdentityColumns,
  idFor: (row: number) => string,
): { readonly identified: Identified[]; readonly problems: ImportProblem[] } {
  const byNumber = new Map(
    directory.flatMap((person) => (person.externalId === null ? [] : [[person.externalId, person] as const])),
  )
  const byEmail = new Map(directory.map((person) => [person.email, person]))
  const rowByNumber = new Map(
    people.flatMap((person) => (person.externalId ? [[person.externalId, person] as const] : [])),
  )
  const problems: ImportProblem[] = []

  const identified = people.flatMap((person): Identified[] => {
    const withNumber = person.externalId ? byNumber.get(person.externalId) : undefined
    const holder = byEmail.get(person.email)
    if (withNumber) {
      if (holder && holder !== withNumber && !givesUpAddress(holder, rowByNumber)) {
        problems.push(addressTaken(person, holder, columns))
        return []
      }
      return [{ person, id: withNumber.id, existing: withNumber }]
    }
    if (!holder || givesUpAddress(holder, rowByNumber))
      return [{ person, id: idFor(person.row), existing: null }]

    if (!person.externalId || holder.externalId === null) return [{ person, id: holder.id, existing: holder }]
    if (withoutZeros(person.externalId) === withoutZeros(holder.externalId)) {
      // A spreadsheet has eaten the zeros: the number we have is the whole one.
      return [{ person: { ...person, externalId: holder.externalId }, id: holder.id, existing: holder }]
    }
    if (!sharesName(person, holder)) {
      problems.push(addressTaken(person, holder, columns))
      return []
    }
    problems.push(numberChanged(person, holder, columns))
    return [{ person, id: holder.id, existing: holder }]
  })
  return { identified, problems }
}

/** Whether the same file gives the holder of an address another one. */
function givesUpAddress(holder: DirectoryPerson, rowByNumber: ReadonlyMap<string, StatedPerson>): boolean {
  const row = holder.externalId === null ? undefined : rowByNumber.get(holder.externalId)
  return row !== undefined && row.email !== holder.email
}

function sharesName(person: StatedPerson, holder: DirectoryPerson): boolean {
  const same = (a: string, b: string) => a !== '' && a.toLowerCase() === b.toLowerCase()
  return same(person.familyName, holder.familyName) || same(person.givenName, holder.givenName)
}

export function withoutZeros(number: string): string {
  return number.replace(/^0+(?=.)/, '')
}

function addressTaken(
  { row, email }: StatedPerson,
  holder: DirectoryPerson,
  { email: column }: IdentityColumns,
): ImportProblem {
  const whose =
    holder.externalId === null ? holder.displayName : `${holder.displayName} (number ${holder.externalId})`
  const message = `“${email}” belongs to ${whose} in the directory. Correct the address or the personnel number of this row.`
  return { row, column, code: 'email-taken', message, kind: 'problem' }
}

function numberChanged(
  { row, externalId }: StatedPerson,
  holder: DirectoryPerson,
  { externalId: column }: IdentityColumns,
): ImportProblem {
  const message = `${holder.displayName} has number ${holder.externalId} in the directory and ${externalId} here, with the same address: taken as the same person with a new number. Correct the number if it is wrong.`
  return { row, column, code: 'number-changed', message, kind: 'note' }
}
