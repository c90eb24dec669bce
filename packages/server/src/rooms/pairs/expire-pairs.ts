import type { Database } from '../../platform/database/connect-database.ts'
import { publishUpdate } from '../../platform/events/publish-update.ts'

/**
 * Closes proposals that nobody answered in time, so that both are free again. Runs as background work, every hour;
 * running twice changes nothing.
 *
 * @returns How many were closed.
 */
export function expirePairs(database: Database, now: Date): Promise<number> {
  return database.asActor({ kind: 'system', because: 'proposals run out' }, async (db) => {
    const due = await db
      .selectFrom('pair')
      .select(['id', 'mentor_id', 'leader_id', 'programme_id'])
      .where('state', '=', 'asked')
      .where('answer_by', '<', now)
      .execute()
    for (const pair of due) {
      await db
        .updateTable('pair')
        .set({ state: 'expired', closed_at: now })
        .where('id', '=', pair.id)
        .where('state', '=', 'asked')
        .execute()
      const both = { persons: [pair.mentor_id, pair.leader_id] }
      await publishUpdate(db, { topic: 'me', to: both })
      await publishUpdate(db, { topic: 'pair', id: pair.id, to: both })
      await publishUpdate(db, {
        topic: 'programme',
        id: pair.programme_id,
        to: { programmeManagersOf: pair.programme_id },
      })
    }
    return due.length
  })
}
