import { withoutPause } from '@viceversa/domain/people/import/breath.ts'
import { cleanText } from '@viceversa/domain/people/import/cells/clean-text.ts'
import { readEmail } from '@viceversa/domain/people/import/cells/email.ts'
import type { DirectoryPerson } from '@viceversa/domain/people/import/plan/directory-person.ts'
import { findPersonAmong } from '@viceversa/domain/people/import/plan/find-person.ts'

/** The person whom a cell names by personnel number or e-mail address. */
export type WhoIs = (cell: string) => DirectoryPerson | undefined

/** Looks people up as managers are: leading zeros that a spreadsheet has eaten do not matter. */
export async function whoIsAmong(people: readonly DirectoryPerson[]): Promise<WhoIs> {
  const find = await findPersonAmong(people, withoutPause)
  const byId = new Map(people.map((person) => [person.id, person]))
  return (cell) => {
    const value = cleanText(cell)
    if (value === '') return undefined
    const email = readEmail(value)
    const found = [
      ...find({ by: 'externalId', value, column: '' }),
      ...(email ? find({ by: 'email', value: email, column: '' }) : []),
    ]
    const ids = new Set(found.map(({ id }) => id))
    return ids.size === 1 ? byId.get([...ids][0]!) : undefined
  }
}
