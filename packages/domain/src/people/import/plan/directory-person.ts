import type { PersonStatus } from '../cells/status.ts'

/** Somebody as the directory keeps them, columns named as in table `person`. */
export type DirectoryPerson = {
  readonly id: string
  readonly externalId: string | null
  readonly email: string
  readonly givenName: string
  readonly familyName: string
  readonly displayName: string
  readonly jobTitle: string | null
  readonly department: string | null
  readonly division: string | null
  readonly site: string | null
  readonly country: string | null
  readonly language: string | null
  readonly timeZone: string | null
  /** ISO 8601 date. */
  readonly hireDate: string | null
  readonly levelLabel: string | null
  /** 1 = nobody above; `null` where the way to the top is not known. */
  readonly level: number | null
  readonly managerId: string | null
  readonly matrixManagerId: string | null
  readonly hrContactId: string | null
  readonly status: PersonStatus
}
