import { randomUUID } from 'node:crypto'
import { comparableValue } from '@viceversa/domain/people/comparable-value.ts'
import type { ImportChoices, ImportField, PeopleImport } from '@viceversa/domain/people/contract.ts'
import { planImport } from '@viceversa/domain/people/import/plan/plan-import.ts'
import { readPeople } from '@viceversa/domain/people/import/rows/read-people.ts'
import { canTake } from '@viceversa/domain/people/import-states.ts'
import type { Db } from '../../../../platform/database/as-actor.ts'
import { publishUpdate } from '../../../../platform/events/publish-update.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'
import type { RequestContext } from '../../../../platform/http/request-context.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { findRights } from '../../../accounts/queries.ts'
import { breathing } from '../breathe.ts'
import { fingerprintOf, rememberMapping } from '../remembered-mapping.ts'
import { announceStep, type Claim, dueFor, lockClaimed, nothingDue } from './claims.ts'
import { holdTrusted } from './hold-trusted.ts'
import {
  directoryVersion,
  keepMapping,
  lockImport,
  peopleWhoStay,
  storedRows,
  wholeDirectory,
  writePlan,
} from './import-queries.ts'
import { importNotReady, rowsNotKept } from './import-steps.ts'
import { showImport } from './show-import.ts'
import { unpackRows } from './stored-rows.ts'
import { headerOf, usableMapping } from './usable-mapping.ts'

type Doer = Pick<RequestContext, 'act' | 'platform'>

export type PlanWanted = {
  readonly importId: string
  readonly mapping: Readonly<Record<string, ImportField>>
  readonly choices: ImportChoices
  readonly markMissingAsLeft: boolean
}

/**
 * Promises the dry run: what this mapping would create, change and leave out. It is made when the page is left, and when
 * the server ends. The mapping is remembered for files with the same titles.
 *
 * @throws ProblemError `mapping-incomplete`, `import-not-ready`.
 */
export async function startPlan(doer: Doer, wanted: PlanWanted, me: string): Promise<PeopleImport> {
  return doer.act(async (db) => {
    const found = await lockImport(db, wanted.importId)
    if (!found) throw new ProblemError('not-found', 'There is no such import.')
    if (!canTake('plan', found)) throw importNotReady(found.state)
    const mapping = usableMapping(wanted.mapping, found.columns)
    const choices = withComparableValues(wanted.choices)

    const titles = found.columns.map(({ index, header }) => ({ index, header, key: header }))
    await keepMapping(
      db,
      fingerprintOf(titles),
      { mapping: rememberMapping(titles, mapping), choices },
      doer.platform.clock.now(),
    )
    await db
      .updateTable('people_import')
      .set({
        ...dueFor(me),
        state: 'planning',
        mapping: JSON.stringify(mapping),
        choices: JSON.stringify(choices),
        mark_missing_as_left: wanted.markMissingAsLeft,
        progress: JSON.stringify({ phase: 'rows', done: 0, of: 0 }),
        counts: null,
        failure: null,
      })
      .where('id', '=', wanted.importId)
      .execute()
    await announceStep(db, wanted.importId, me)
    return await showImport(db, wanted.importId)
  })
}

/**
 * Makes the plan that was promised, and gives other requests their turn. Nothing is written but the plan, once.
 *
 * @param signal - Aborted when the claim is lost or the server stops.
 * @throws the signal's reason; ProblemError `import-not-ready` when the rows are no longer kept.
 */
export async function makePlan(
  { database }: Platform,
  claim: Claim,
  me: string,
  signal: AbortSignal,
  report: (phase: string, done: number, of: number) => void,
): Promise<void> {
  const { importId } = claim
  const act = <T>(work: (db: Db) => Promise<T>) => database.asActor({ kind: 'person', personId: me }, work)
  const breath = breathing(signal)
  const before = await act(async (db) => ({
    found: await showImport(db, importId),
    rows: await storedRows(db, importId),
    directory: await wholeDirectory(db),
    version: await directoryVersion(db),
    stay: await peopleWhoStay(db),
    administrator: (await findRights(db)).administrator,
  }))
  if (!before.rows) throw rowsNotKept()

  const { columns, mapping, choices, markMissingAsLeft } = before.found
  const batches = await unpackRows(before.rows)
  const total = batches.reduce((sum, batch) => sum + batch.length, 0)
  const read = await readPeople(batches, columns, mapping, breath, {
    dateOrder: choices.dateOrder,
    seen: (rows) => report('rows', rows, total),
  })
  report('managers', total, total)
  const header = (field: ImportField) => headerOf(field, mapping, columns)
  const wanted = await planImport(
    {
      read,
      directory: before.directory,
      columns: { externalId: header('externalId'), email: header('email') },
      levels: choices.levels,
      idFor: () => randomUUID(),
      markMissingAsLeft,
      stay: before.stay,
    },
    breath,
  )
  const others = new Set([...before.stay].filter((id) => id !== me))
  const plan = before.administrator ? wanted : holdTrusted(wanted, others, header('email'))

  report('summary', total, total)
  await act(async (db) => {
    // Cancelled while the last rows were read, or another process is at it.
    if (!(await lockClaimed(db, claim))) return
    await writePlan(db, importId, plan)
    await db
      .updateTable('people_import')
      .set({
        ...nothingDue,
        state: 'planned',
        counts: JSON.stringify(plan.counts),
        directory_version: before.version,
      })
      .where('id', '=', importId)
      .execute()
    await publishUpdate(db, { topic: 'people-import', id: importId, to: { persons: [me] } })
  })
}

function withComparableValues({ levels, dateOrder }: ImportChoices): ImportChoices {
  if (!levels) return { levels, dateOrder }
  const levelOf = Object.fromEntries(
    Object.entries(levels.levelOf).map(([value, level]) => [comparableValue(value), level]),
  )
  return { levels: { ...levels, levelOf }, dateOrder }
}
