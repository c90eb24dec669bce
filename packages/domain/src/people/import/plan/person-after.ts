import type { StatedPerson } from '../rows/stated-person.ts'
import type { DirectoryPerson } from './directory-person.ts'
import type { Identified } from './identify.ts'

/** The person after the import, as far as their own row says: what the row does not state stays. */
export function personAfter({ person, id, existing }: Identified): DirectoryPerson {
  const before = existing ?? blank(id, person)
  return {
    ...before,
    externalId: person.externalId ?? before.externalId,
    email: person.email,
    givenName: person.givenName,
    familyName: person.familyName,
    displayName: person.displayName,
    jobTitle: stated(person.jobTitle, before.jobTitle),
    department: stated(person.department, before.department),
    division: stated(person.division, before.division),
    site: stated(person.site, before.site),
    country: stated(person.country, before.country),
    language: stated(person.language, before.language),
    timeZone: stated(person.timeZone, before.timeZone),
    hireDate: stated(person.hireDate, before.hireDate),
    levelLabel: stated(person.levelLabel, before.levelLabel),
    status: person.status ?? before.status,
  }
}

function stated<T>(value: T | undefined, before: T): T {
  return value === undefined ? before : value
}

function blank(id: string, { email, givenName, familyName, displayName }: StatedPerson): DirectoryPerson {
  return {
    id,
    externalId: null,
    email,
    givenName,
    familyName,
    displayName,
    jobTitle: null,
    department: null,
    division: null,
    site: null,
    country: null,
    language: null,
    timeZone: null,
    hireDate: null,
    levelLabel: null,
    level: null,
    managerId: null,
    matrixManagerId: null,
    hrContactId: null,
    status: 'active',
  }
}
