import type { Db } from '../../platform/database/as-actor.ts'
import type { Database } from '../../platform/database/connect-database.ts'
import { publishUpdate } from '../../platform/events/publish-update.ts'
import { type MailSender, tellPair } from './tell-pair.ts'

/**
 * Closes proposals whose time to answer is over, declined and unanswered ones alike, and tells everybody who did not
 * decline: the same words at the same time, so that nobody can tell which of the two it was (rule R11). Runs as background
 * work, every hour; running twice changes nothing and tells nobody twice.
 *
 * @returns How many were closed.
 */
export function expirePairs(database: Database, sender: MailSender, now: Date): Promise<number> {
  return database.asActor({ kind: 'system', because: 'proposals run out' }, async (db) => {
    const closed = await closeDue(db, now)
    for (const pair of closed) {
      const declined = await declinedBy(db, pair.id)
      const both = [pair.mentorId, pair.leaderId]
      const toTell = both.filter((personId) => !declined.has(personId))
      await tellPair(db, pair, toTell, 'pair-not-coming-about', sender)
      await publishUpdate(db, { topic: 'me', to: { persons: both } })
      await publishUpdate(db, { topic: 'pair', id: pair.id, to: { persons: both } })
      await publishUpdate(db, {
        topic: 'programme',
        id: pair.programmeId,
        to: { programmeManagersOf: pair.programmeId },
      })
    }
    return closed.length
  })
}

/** Only pairs that this run closes itself: another node may be at the same work. */
async function closeDue(db: Db, now: Date) {
  return db
    .updateTable('pair')
    .from('programme')
    .set({ state: 'expired', closed_at: now })
    .whereRef('programme.id', '=', 'pair.programme_id')
    .where('pair.state', '=', 'asked')
    .where('pair.answer_by', '<', now)
    .returning([
      'pair.id',
      'pair.mentor_id as mentorId',
      'pair.leader_id as leaderId',
      'pair.programme_id as programmeId',
      'programme.name as programmeName',
    ])
    .execute()
}

async function declinedBy(db: Db, pairId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('pair_answer')
    .select('person_id')
    .where('pair_id', '=', pairId)
    .where('answer', '=', 'declined')
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}
