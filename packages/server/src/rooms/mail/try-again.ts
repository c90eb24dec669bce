import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'
import { publishUpdate } from '../../platform/events/publish-update.ts'
import { ProblemError } from '../../platform/http/problem.ts'

/** Puts a mail at the head of the queue, also one that was given up. */
export async function tryAgain(db: Db, mailId: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ state: 'waiting', next_try_at: sql`now()`, tries: 0 })
    .where('id', '=', mailId)
    .where('state', '!=', 'sent')
    .executeTakeFirst()
  if (numUpdatedRows > 0n) {
    await publishUpdate(db, { topic: 'mail', id: mailId, to: { administrators: true } })
    return
  }
  const mail = await db.selectFrom('mail').where('id', '=', mailId).select('id').executeTakeFirst()
  if (!mail) throw new ProblemError('not-found', 'There is no such mail.')
  throw new ProblemError('mail-already-sent', 'It is on its way to the recipient.')
}
