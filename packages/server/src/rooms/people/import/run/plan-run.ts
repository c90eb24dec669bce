import { randomUUID } from 'node:crypto'
import type { ImportField, PeopleImport } from '@viceversa/domain/people/contract.ts'
import { whatMappingLacks } from '@viceversa/domain/people/import-fields.ts'
import { canTake } from '@viceversa/domain/people/import-states.ts'
import type { Db } from '../../../../platform/database/as-actor.ts'
import { publishUpdate } from '../../../../platform/events/publish-update.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'
import type { RequestContext } from '../../../../platform/http/request-context.ts'
import { findRights } from '../../../accounts/queries.ts'
import { breathing } from '../breathe.ts'
import { fingerprintOf, rememberMapping } from '../columns/remembered-mapping.ts'
import { planImport } from '../plan/plan-import.ts'
import { readPeople } from '../rows/read-people.ts'
import { holdTrusted } from './hold-trusted.ts'
import {
  directoryVersion,
  findImport,
  keepMapping,
  lockImport,
  peopleWhoStay,
  storedRows,
  wholeDirectory,
  writePlan,
} from './import-queries.ts'
import { importNotReady } from './import-steps.ts'
import { runInBackground } from './running.ts'
import { unpackRows } from './stored-rows.ts'

type Doer = Pick<RequestContext, 'act' | 'platform'>

export type PlanWanted = {
  readonly importId: string
  readonly mapping: Readonly<Record<string, ImportField>>
  readonly markMissingAsLeft: boolean
}

/**
 * Starts the dry run: what this mapping would create, change and leave out. It goes on when the page is left, and gives
 * other requests their turn. The mapping is remembered for files with the same titles.
 *
 * @throws ProblemError `mapping-incomplete`, `import-not-ready`.
 */
export async function startPlan(doer: Doer, wanted: PlanWanted, me: string): Promise<PeopleImport> {
  const answer = await doer.act(async (db) => {
    const found = await lockImport(db, wanted.importId)
    if (!found) throw new ProblemError('not-found', 'There is no such import.')
    if (!canTake('plan', found)) throw importNotReady(found.state)
    const mapping = withoutSensitive(wanted.mapping, found.columns)
    const lacks = whatMappingLacks(mapping)
    if (lacks.length > 0) {
      throw new ProblemError('mapping-incomplete', lacks.join(' '), {
        errors: lacks.map((detail) => ({ pointer: '#/mapping', detail })),
      })
    }

    const titles = found.columns.map(({ index, header }) => ({ index, header, key: header }))
    await keepMapping(db, fingerprintOf(titles), rememberMapping(titles, mapping), doer.platform.clock.now())
    await db
      .updateTable('people_import')
      .set({
        state: 'planning',
        mapping: JSON.stringify(mapping),
        mark_missing_as_left: wanted.markMissingAsLeft,
        progress: JSON.stringify({ phase: 'rows', done: 0, of: 0 }),
        counts: null,
        failure: null,
      })
      .where('id', '=', wanted.importId)
      .execute()
    return await theImport(db, wanted.importId)
  })
  runInBackground(doer, wanted.importId, me, (signal, report) =>
    makePlan(doer, wanted.importId, me, signal, report),
  )
  return answer
}

type Report = (phase: string, done: number, of: number) => void

async function makePlan(
  doer: Doer,
  importId: string,
  me: string,
  signal: AbortSignal,
  report: Report,
): Promise<void> {
  const breath = breathing(signal)
  const before = await doer.act(async (db) => ({
    found: await theImport(db, importId),
    rows: await storedRows(db, importId),
    directory: await wholeDirectory(db),
    version: await directoryVersion(db),
    stay: await peopleWhoStay(db),
    administrator: (await findRights(db)).administrator,
  }))
  if (!before.rows) throw new ProblemError('import-not-ready', 'The file is no longer kept. Upload it again.')

  const { columns, mapping, markMissingAsLeft } = before.found
  const batches = await unpackRows(before.rows)
  const total = batches.reduce((sum, batch) => sum + batch.length, 0)
  const read = await readPeople(batches, columns, mapping, breath, (rows) => report('rows', rows, total))
  report('managers', total, total)
  const header = (field: ImportField) => columns.find(({ index }) => mapping[index] === field)?.header ?? null
  const wanted = await planImport(
    {
      read,
      directory: before.directory,
      columns: { externalId: header('externalId'), email: header('email') },
      idFor: () => randomUUID(),
      markMissingAsLeft,
      stay: before.stay,
    },
    breath,
  )
  const others = new Set([...before.stay].filter((id) => id !== me))
  const plan = before.administrator ? wanted : holdTrusted(wanted, others, header('email'))

  report('summary', total, total)
  await doer.act(async (db) => {
    const found = await lockImport(db, importId)
    // Cancelled while the last rows were read.
    if (found?.state !== 'planning') return
    await writePlan(db, importId, plan)
    await db
      .updateTable('people_import')
      .set({
        state: 'planned',
        progress: null,
        counts: JSON.stringify(plan.counts),
        directory_version: before.version,
      })
      .where('id', '=', importId)
      .execute()
    await publishUpdate(db, { topic: 'people-import', id: importId, to: { persons: [me] } })
  })
}

/** Whatever a caller asks for, a sensitive column stays out (rule R6): its cells were never kept. */
function withoutSensitive(
  mapping: Readonly<Record<string, ImportField>>,
  columns: PeopleImport['columns'],
): Record<string, ImportField> {
  return Object.fromEntries(
    columns.map(({ index, sensitive }) => [
      index,
      sensitive === null ? (mapping[index] ?? 'ignore') : 'ignore',
    ]),
  )
}

async function theImport(db: Db, importId: string): Promise<PeopleImport> {
  const found = await findImport(db, importId)
  if (!found) throw new ProblemError('not-found', 'There is no such import.')
  return found
}
