import type { ImportField } from './contract.ts'

/** What each field is called on screen and in problems. */
export const importFieldNames: Readonly<Record<ImportField, string>> = {
  externalId: 'Personnel number',
  email: 'Work e-mail',
  givenName: 'Given name',
  familyName: 'Family name',
  displayName: 'Full name',
  preferredName: 'Preferred given name',
  jobTitle: 'Job title',
  department: 'Department',
  division: 'Division',
  site: 'Site',
  country: 'Country',
  level: 'Level or grade',
  managerId: "Manager's personnel number",
  managerEmail: "Manager's e-mail",
  managerName: "Manager's name",
  matrixManagerId: "Second manager's personnel number",
  hrContactId: "HR contact's personnel number",
  timeZone: 'Time zone',
  language: 'Language',
  status: 'Status',
  hireDate: 'Start date',
  ignore: 'Leave out',
}

/** Which field each column of a file becomes, by the column's index counted from 0. */
export type ImportMapping = Readonly<Record<string, ImportField>>

/**
 * What a mapping still lacks before rows can be read, as sentences; empty when it is complete.
 *
 * A person needs an e-mail address (invitations go there) and a name, whole or in parts.
 */
export function whatMappingLacks(mapping: ImportMapping): string[] {
  const used = Object.values(mapping).filter((field) => field !== 'ignore')
  const lacks: string[] = []

  if (!used.includes('email')) lacks.push('Choose the column that holds the work e-mail address.')
  if (!used.includes('displayName') && !used.includes('givenName') && !used.includes('familyName')) {
    lacks.push('Choose the column that holds the name: the full name, or given name and family name.')
  }
  if (!used.includes('externalId') && (used.includes('managerId') || used.includes('matrixManagerId'))) {
    lacks.push(
      'Managers are given by personnel number, so choose the column that holds the personnel number as well.',
    )
  }
  for (const field of new Set(used)) {
    if (used.filter((other) => other === field).length > 1) {
      lacks.push(`${importFieldNames[field]} is chosen for more than one column. Keep one of them.`)
    }
  }
  return lacks
}
