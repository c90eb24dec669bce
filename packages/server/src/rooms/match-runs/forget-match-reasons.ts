import type { Db } from '../../platform/database/as-actor.ts'

/**
 * Erases what programme managers wrote about people while matching: why a pair was kept or ruled out, and why people one
 * level apart might be paired (rule R49). What was decided, by whom and when stays on record.
 */
export async function forgetMatchReasons(db: Db, programmeIds: readonly string[]): Promise<void> {
  if (programmeIds.length === 0) return
  await db
    .updateTable('match_run')
    .set({ level_gap_reason: null })
    .where('programme_id', 'in', programmeIds)
    .where('level_gap_reason', 'is not', null)
    .execute()
  await db
    .updateTable('match_run_decision')
    .set({ reason: null })
    .where('match_run_id', 'in', (run) =>
      run.selectFrom('match_run').select('id').where('programme_id', 'in', programmeIds),
    )
    .where('reason', 'is not', null)
    .execute()
}
