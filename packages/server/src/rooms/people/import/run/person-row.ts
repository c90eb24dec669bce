import type { DirectoryPerson } from '@viceversa/domain/people/import/plan/directory-person.ts'

/** Fields of a person as columns of table `person`, for statements that take whole lists as JSON. */
export const columnOf = {
  id: 'id',
  externalId: 'external_id',
  email: 'email',
  givenName: 'given_name',
  familyName: 'family_name',
  displayName: 'display_name',
  jobTitle: 'job_title',
  department: 'department',
  division: 'division',
  site: 'site',
  country: 'country',
  language: 'language',
  timeZone: 'time_zone',
  hireDate: 'hire_date',
  levelLabel: 'level_label',
  level: 'level',
  managerId: 'manager_id',
  matrixManagerId: 'matrix_manager_id',
  hrContactId: 'hr_contact_id',
  status: 'status',
} as const satisfies Record<keyof DirectoryPerson, string>

export const personColumns = Object.values(columnOf)

export function toRow(person: DirectoryPerson): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columnOf).map(([field, column]) => [column, person[field as keyof DirectoryPerson]]),
  )
}
