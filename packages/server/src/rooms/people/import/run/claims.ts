import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/as-actor.ts'
import { notify } from '../../../../platform/database/listen.ts'
import { publishUpdate } from '../../../../platform/events/publish-update.ts'

/** One attempt of one process at the step of an import that is due. */
export type Claim = {
  readonly importId: string
  /** Stands in the import as long as this attempt is the one that counts. */
  readonly claim: string
  readonly step: 'planning' | 'applying'
  /** Null when they are no longer in the directory. */
  readonly askedBy: string | null
  /** With this attempt; those that were handed back are not counted. */
  readonly tries: number
}

export type Progress = { readonly phase: string; readonly done: number; readonly of: number }

/** Wakes every process that takes on imports; open screens ignore it. */
export const STEP_DUE = JSON.stringify({ due: 'people-import' })

/** A process that is silent for so long has lost its claim: by the clock of the database, which all of them share. */
const HELD_FOR = sql`interval '6 seconds'`

/** What an import holds when its next step is due and nobody is at it yet. */
export function dueFor(me: string) {
  return { asked_by: me, tries: 0, claim: null, held_until: null }
}

/** What an import holds when nothing is due. */
export const nothingDue = { claim: null, held_until: null, progress: null }

/** Tells those who take on imports, and the screens of the person who asked, once the step is really due. */
export async function announceStep(db: Db, importId: string, me: string): Promise<void> {
  await notify(db, STEP_DUE)
  await publishUpdate(db, { topic: 'people-import', id: importId, to: { persons: [me] } })
}

/**
 * Takes on a step that is due and that nobody is at, applications first. A step whose transaction is open is passed over
 * however long it takes: its import is locked.
 */
export async function claimStep(db: Db): Promise<Claim | undefined> {
  const claim = randomUUID()
  const { rows } = await sql<Claim>`
    update people_import set claim = ${claim}, held_until = clock_timestamp() + ${HELD_FOR}, tries = tries + 1
    where id = (
      select id from people_import
      where state in ('planning', 'applying') and (held_until is null or held_until < clock_timestamp())
      order by state = 'planning', created_at, id
      limit 1 for update skip locked)
    returning id as "importId", claim, state as step, asked_by as "askedBy", tries`.execute(db)
  return rows[0]
}

/**
 * Goes on holding a claim, and says how far it is.
 *
 * @returns False when it is lost: the import was cancelled, or another process is at it.
 */
export async function holdOn(
  db: Db,
  { importId, claim, askedBy }: Claim,
  progress: Progress | null,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('people_import')
    .set({
      held_until: sql<Date>`clock_timestamp() + ${HELD_FOR}`,
      ...(progress && { progress: JSON.stringify(progress) }),
    })
    .where('id', '=', importId)
    .where('claim', '=', claim)
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) return false
  if (progress && askedBy) {
    await publishUpdate(db, { topic: 'people-import', id: importId, to: { persons: [askedBy] } })
  }
  return true
}

/** Locks the import until the transaction ends, if the claim still counts: what is written under it is written once. */
export async function lockClaimed(db: Db, { importId, claim }: Claim): Promise<boolean> {
  const { rows } = await sql`
    select 1 from people_import where id = ${importId} and claim = ${claim} for update`.execute(db)
  return rows.length > 0
}

/** The step stays due, for whoever is there next. */
export async function handBack(db: Db, { importId, claim }: Claim): Promise<void> {
  await db
    .updateTable('people_import')
    .set({ claim: null, held_until: null, tries: sql<number>`tries - 1` })
    .where('id', '=', importId)
    .where('claim', '=', claim)
    .execute()
  await notify(db, STEP_DUE)
}

/** Ends the step with a sentence for the person who asked. The rows stay, so that they can go on from there. */
export async function closeAsFailed(
  db: Db,
  { importId, claim, askedBy }: Claim,
  failure: string,
): Promise<void> {
  await db
    .updateTable('people_import')
    .set({ ...nothingDue, state: 'failed', failure })
    .where('id', '=', importId)
    .where('claim', '=', claim)
    .execute()
  if (askedBy) await publishUpdate(db, { topic: 'people-import', id: importId, to: { persons: [askedBy] } })
}
