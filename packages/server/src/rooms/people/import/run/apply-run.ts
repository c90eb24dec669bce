import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { canTake } from '@viceversa/domain/people/import-states.ts'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/as-actor.ts'
import { publishUpdate } from '../../../../platform/events/publish-update.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'
import type { RequestContext } from '../../../../platform/http/request-context.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { announceStep, type Claim, dueFor, lockClaimed, nothingDue } from './claims.ts'
import { directoryVersion, findImport, lockImport } from './import-queries.ts'
import { importNotReady } from './import-steps.ts'
import { personColumns } from './person-row.ts'

type Doer = Pick<RequestContext, 'act'>

/** Two transactions that wait for each other are ended by the database; the one that lost is made again. */
const DEADLOCKS_BORNE = 3

/**
 * Promises to carry out what the dry run showed. It is carried out when the page is left, and when the server ends.
 *
 * @throws ProblemError `import-not-ready`, `import-running` while another import is being applied.
 */
export async function startApplication(doer: Doer, importId: string, me: string): Promise<PeopleImport> {
  return doer.act(async (db) => {
    const found = await lockImport(db, importId)
    if (!found) throw new ProblemError('not-found', 'There is no such import.')
    if (!canTake('apply', found)) throw importNotReady(found.state)
    const other = await db
      .selectFrom('people_import')
      .select('id')
      .where('state', '=', 'applying')
      .executeTakeFirst()
    if (other) throw new ProblemError('import-running', 'Wait until it is done, then try again.')
    await db
      .updateTable('people_import')
      .set({
        ...dueFor(me),
        state: 'applying',
        progress: JSON.stringify({ phase: 'writing', done: 0, of: found.counts?.rows ?? 0 }),
      })
      .where('id', '=', importId)
      .execute()
    await announceStep(db, importId, me)
    return await theImport(db, importId)
  })
}

/**
 * Carries out what was promised, in one transaction: all of it or nothing, and once, since the import changes its state
 * with the directory.
 *
 * @throws ProblemError `import-not-ready` when the directory has changed since the dry run.
 */
export async function applyPlan({ database, clock }: Platform, claim: Claim, me: string): Promise<void> {
  const { importId } = claim
  const apply = async (db: Db) => {
    if (!(await lockClaimed(db, claim))) return
    await lockDirectory(db)
    const found = await lockImport(db, importId)
    if (found?.directoryVersion !== (await directoryVersion(db))) {
      throw new ProblemError(
        'import-not-ready',
        'The directory has changed since the dry run. Look at a new one first.',
      )
    }
    const columns = sql.join(personColumns.map((column) => sql.ref(column)))
    const values = sql.join(personColumns.map((column) => sql.ref(`after.${column}`)))
    // One statement: managers may stand anywhere in the list, and foreign keys are looked at when it ends.
    await sql`insert into person (${columns})
      select ${values} from people_import_change change, jsonb_populate_record(null::person, change.after) after
      where change.import_id = ${importId} and change.kind = 'created'`.execute(db)
    await writePeople(db, importId, 'after')
    await db
      .updateTable('people_import')
      .set({ ...nothingDue, state: 'applied', applied_at: clock.now(), rows_gzip: null })
      .where('id', '=', importId)
      .execute()
    await tellAbout(db, importId, me)
  }
  await database.asActor({ kind: 'person', personId: me }, apply, { retries: DEADLOCKS_BORNE })
}

/**
 * Puts the directory back to what it was before the latest import.
 *
 * @throws ProblemError `import-cannot-be-undone` when people it created take part somewhere, or anybody changed since.
 */
export async function undoImport(doer: Doer, importId: string, me: string): Promise<PeopleImport> {
  return doer.act(async (db) => {
    const found = await lockImport(db, importId)
    if (!found) throw new ProblemError('not-found', 'There is no such import.')
    if (!canTake('undo', found)) throw importNotReady(found.state)
    if (!found.isLatest) throw cannotBeUndone('A later import builds on this one. Undo that one first.')
    await lockDirectory(db)
    await refuseUndoingUsedPeople(db, importId)
    await writePeople(db, importId, 'before')
    await sql`delete from person where id in (
      select person_id from people_import_change where import_id = ${importId} and kind = 'created')`.execute(
      db,
    )
    await db.updateTable('people_import').set({ state: 'undone' }).where('id', '=', importId).execute()
    await tellAbout(db, importId, me)
    return await theImport(db, importId)
  })
}

/** Forgets an import that has changed nothing yet; whichever process makes its plan notices within a second. */
export async function cancelImport(doer: Doer, importId: string): Promise<void> {
  await doer.act(async (db) => {
    const found = await lockImport(db, importId)
    if (!found) throw new ProblemError('not-found', 'There is no such import.')
    if (!canTake('cancel', found)) throw importNotReady(found.state)
    await db.deleteFrom('people_import').where('id', '=', importId).execute()
  })
}

/** Writes one side of every change to people who were there before. */
async function writePeople(db: Db, importId: string, side: 'before' | 'after'): Promise<void> {
  const changing = personColumns.filter((column) => column !== 'id')
  const assignments = sql.join(changing.map((column) => sql`${sql.ref(column)} = side.${sql.ref(column)}`))
  await sql`update person set ${assignments}, version = person.version + 1, updated_at = now()
    from people_import_change change, jsonb_populate_record(null::person, change.${sql.ref(side)}) side
    where change.import_id = ${importId} and person.id = change.person_id
      and (change.kind = 'updated' or (change.kind = 'missing' and change.before <> change.after))`.execute(
    db,
  )
}

/** Two imports, or an import and somebody who edits, must not weave into each other. */
async function lockDirectory(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('viceversa.people'))`.execute(db)
}

async function refuseUndoingUsedPeople(db: Db, importId: string): Promise<void> {
  const { rows } = await sql<{ used: number; changed: number }>`
    with created as (
      select person_id from people_import_change where import_id = ${importId} and kind = 'created')
    select
      (select count(distinct id)::int from (
        select person_id as id from enrolment union all select person_id from programme_manager
        union all select sponsor_id from programme union all select safe_contact_id from programme
        union all select person_id from administrator) used
        where id in (select person_id from created)) as used,
      (select count(*)::int from people_import_change change join person on person.id = change.person_id
        where change.import_id = ${importId}
          and (change.after ->> 'email' <> person.email or change.after ->> 'status' <> person.status)) as changed`.execute(
    db,
  )
  const { used = 0, changed = 0 } = rows[0] ?? {}
  if (used > 0) {
    throw cannotBeUndone(
      used === 1
        ? 'One of the people it brought takes part in a programme by now.'
        : `${used} of the people it brought take part in programmes by now.`,
    )
  }
  if (changed > 0) throw cannotBeUndone('People have changed since then.')
}

function cannotBeUndone(detail: string): ProblemError {
  return new ProblemError('import-cannot-be-undone', detail)
}

async function tellAbout(db: Db, importId: string, me: string): Promise<void> {
  await publishUpdate(db, { topic: 'people-import', id: importId, to: { persons: [me] } })
  await publishUpdate(db, { topic: 'people', to: { persons: [me] } })
}

async function theImport(db: Db, importId: string): Promise<PeopleImport> {
  const found = await findImport(db, importId)
  if (!found) throw new ProblemError('not-found', 'There is no such import.')
  return found
}
