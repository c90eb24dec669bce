import type { Database } from '../../platform/database/connect-database.ts'
import { forgetMatchReasons } from '../match-runs/forget-match-reasons.ts'
import { forgetReasons } from '../pairs/forget-reasons.ts'
import { todayAt } from '../programmes/queries.ts'

/**
 * Erases what people answered in every programme whose deletion date has come (rule R49): their profiles, the reasons
 * of pairs that quote them, and what was written about people while matching. Doing it again changes nothing.
 *
 * @returns How many profiles were erased.
 */
export function eraseAnswers(database: Database, now: Date): Promise<number> {
  return database.asActor({ kind: 'system', because: 'erasing answers on the deletion date' }, async (db) => {
    const today = await todayAt(db, now)
    const due = await db.selectFrom('programme').select('id').where('deletes_on', '<=', today).execute()
    const programmeIds = due.map(({ id }) => id)
    if (programmeIds.length === 0) return 0

    const { numDeletedRows } = await db
      .deleteFrom('enrolment_profile')
      .where('enrolment_id', 'in', (enrolment) =>
        enrolment.selectFrom('enrolment').select('id').where('programme_id', 'in', programmeIds),
      )
      .executeTakeFirstOrThrow()
    // Nobody without answers is ready to be matched.
    await db
      .updateTable('enrolment')
      .set({ state: 'consented', ready_at: null })
      .where('programme_id', 'in', programmeIds)
      .where('state', '=', 'ready')
      .execute()
    await forgetReasons(db, today)
    await forgetMatchReasons(db, programmeIds)
    return Number(numDeletedRows)
  })
}
