import type { DirectoryPerson } from './directory-person.ts'

/** One field that changes, in words a person can compare. */
export type FieldChange = {
  readonly field: keyof DirectoryPerson
  readonly before: string | null
  readonly after: string | null
}

/** In the order in which people are shown changes. The name as shown follows from its parts, and is named once. */
const compared = [
  'externalId',
  'displayName',
  'givenName',
  'familyName',
  'email',
  'jobTitle',
  'department',
  'division',
  'site',
  'country',
  'managerId',
  'level',
  'levelLabel',
  'status',
  'language',
  'timeZone',
  'hireDate',
  'matrixManagerId',
  'hrContactId',
] as const satisfies readonly (keyof DirectoryPerson)[]

const people: ReadonlySet<string> = new Set(['managerId', 'matrixManagerId', 'hrContactId'])

/** What is different between two states of a person; people are named, not numbered. */
export function differences(
  before: DirectoryPerson,
  after: DirectoryPerson,
  nameOf: (id: string) => string,
): FieldChange[] {
  const inWords = (field: keyof DirectoryPerson, value: string | number | null): string | null => {
    if (value === null) return null
    return people.has(field) ? nameOf(String(value)) : String(value)
  }
  return compared
    .filter((field) => before[field] !== after[field])
    .map((field) => ({ field, before: inWords(field, before[field]), after: inWords(field, after[field]) }))
}
