import type { PersonStatus } from '../cells/status.ts'

/**
 * One person as a file states them.
 *
 * A field that is absent was not in the file, or could not be read, and stays what it is; `null` says that it is empty.
 */
export type StatedPerson = {
  readonly row: number
  readonly email: string
  readonly externalId?: string
  readonly givenName: string
  readonly familyName: string
  readonly displayName: string
  readonly jobTitle?: string | null
  readonly department?: string | null
  readonly division?: string | null
  readonly site?: string | null
  readonly country?: string | null
  readonly levelLabel?: string | null
  readonly language?: string | null
  readonly timeZone?: string | null
  readonly hireDate?: string | null
  readonly status?: PersonStatus
  /** `null`: nobody above. */
  readonly manager?: Reference | null
  readonly matrixManager?: Reference | null
  readonly hrContact?: Reference | null
}

/** How a row names somebody else: by number if it can, else by e-mail, else by name. */
export type Reference = {
  readonly by: 'externalId' | 'email' | 'name'
  readonly value: string
  /** Title of the column it stands in. */
  readonly column: string
}

/** Whose row it would have been: enough to say to others that this person was left out. */
export type LeftOutRow = {
  readonly row: number
  readonly externalId: string | undefined
  readonly email: string | undefined
  readonly name: string | undefined
}
