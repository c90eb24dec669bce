import type { PlannedSession } from '@viceversa/domain/programmes/contract.ts'
import type { Db } from '../../platform/database/as-actor.ts'

/** Puts these sessions in the place of whatever the time line held. */
export async function writeSessions(
  db: Db,
  programmeId: string,
  sessions: readonly PlannedSession[],
): Promise<void> {
  await db.deleteFrom('programme_session').where('programme_id', '=', programmeId).execute()
  if (sessions.length === 0) return
  await db
    .insertInto('programme_session')
    .values(
      sessions.map(({ number, plannedOn }) => ({ programme_id: programmeId, number, planned_on: plannedOn })),
    )
    .execute()
}
