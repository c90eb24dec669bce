import { randomUUID } from 'node:crypto'
import type { ImportField, LevelField, LevelValues } from '@viceversa/domain/people/contract.ts'
import { levelValues } from '@viceversa/domain/people/import/plan/level-values.ts'
import { readPeople } from '@viceversa/domain/people/import/rows/read-people.ts'
import { canTake } from '@viceversa/domain/people/import-states.ts'
import type { RequestContext } from '../../../../platform/http/request-context.ts'
import { breathing } from '../breathe.ts'
import { storedRows, wholeDirectory } from './import-queries.ts'
import { importNotReady, rowsNotKept } from './import-steps.ts'
import { showImport } from './show-import.ts'
import { unpackRows } from './stored-rows.ts'
import { headerOf, usableMapping } from './usable-mapping.ts'

/** Who somebody is and whom they report to: what a level needs. */
const NEEDED: ReadonlySet<ImportField> = new Set([
  'externalId',
  'email',
  'givenName',
  'familyName',
  'displayName',
  'managerId',
  'managerEmail',
  'managerName',
  'status',
])

export type LevelValuesWanted = {
  readonly importId: string
  readonly by: LevelField
  readonly columns: Partial<Readonly<Record<ImportField, number>>>
}

/**
 * The job titles or grades of the file and the levels that the reporting lines give to them, by a mapping that is still
 * being made. Changes nothing.
 *
 * @throws ProblemError `mapping-incomplete`, `import-not-ready`.
 */
export async function showLevelValues(
  { act }: Pick<RequestContext, 'act'>,
  { importId, by, columns: columnOf }: LevelValuesWanted,
): Promise<LevelValues> {
  const { found, rows, directory } = await act(async (db) => ({
    found: await showImport(db, importId),
    rows: await storedRows(db, importId),
    directory: await wholeDirectory(db),
  }))
  if (!canTake('plan', found)) throw importNotReady(found.state)
  if (!rows) throw rowsNotKept()

  const { columns } = found
  const wanted = Object.entries(columnOf) as [ImportField, number][]
  const whole = usableMapping(Object.fromEntries(wanted.map(([field, index]) => [index, field])), columns)
  const mapping = Object.fromEntries(
    Object.entries(whole).filter(([, field]) => NEEDED.has(field) || field === by),
  )
  const breath = breathing()
  return levelValues(
    {
      read: await readPeople(await unpackRows(rows), columns, mapping, breath),
      directory,
      columns: {
        externalId: headerOf('externalId', mapping, columns),
        email: headerOf('email', mapping, columns),
      },
      idFor: () => randomUUID(),
    },
    by,
    breath,
  )
}
