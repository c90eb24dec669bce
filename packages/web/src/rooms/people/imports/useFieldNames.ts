import { useLingui } from '@lingui/react/macro'
import type { ImportField } from '@viceversa/domain/people/contract.ts'

/** What the fields of a person are called on screen. */
export function useFieldNames(): Record<ImportField, string> {
  const { t } = useLingui()
  return {
    externalId: t`Personnel number`,
    email: t`Work e-mail`,
    givenName: t`Given name`,
    familyName: t`Family name`,
    displayName: t`Full name`,
    preferredName: t`Preferred given name`,
    jobTitle: t`Job title`,
    department: t`Department`,
    division: t`Division`,
    site: t`Site`,
    country: t`Country`,
    level: t`Level or grade`,
    managerId: t`Manager’s personnel number`,
    managerEmail: t`Manager’s e-mail`,
    managerName: t`Manager’s name`,
    matrixManagerId: t`Second manager’s personnel number`,
    hrContactId: t`HR contact’s personnel number`,
    timeZone: t`Time zone`,
    language: t`Language`,
    status: t`Status`,
    hireDate: t`Start date`,
    ignore: t`Leave out`,
  }
}

/** Names of what changes: managers are people by then, and the grade stands apart from the level it leads to. */
export function useChangedFieldName(): (field: string) => string {
  const { t } = useLingui()
  const names: Record<string, string> = {
    ...useFieldNames(),
    managerId: t`Manager`,
    matrixManagerId: t`Second manager`,
    hrContactId: t`HR contact`,
    level: t`Level`,
    levelLabel: t`Grade`,
  }
  return (field) => names[field] ?? field
}

/** A changed value in words. */
export function useChangedValue(): (field: string, value: string | null) => string {
  const { t } = useLingui()
  return (field, value) => {
    if (value === null) return t`empty`
    if (field === 'status') return value === 'left' ? t`has left` : t`works here`
    return value
  }
}
