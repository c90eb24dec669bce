import type { Db } from '../../platform/database/as-actor.ts'

/** Erases why two people were proposed to each other: reasons and common ground quote their answers (rule R49). */
export async function forgetReasons(db: Db, programmeIds: readonly string[]): Promise<void> {
  if (programmeIds.length === 0) return
  await db
    .updateTable('pair')
    .set({ reasons: '[]', common_ground: '[]' })
    .where('programme_id', 'in', programmeIds)
    // The work repeats every hour, for years: what is erased stays as it is.
    .where(({ or, eb }) => or([eb('reasons', '!=', '[]'), eb('common_ground', '!=', '[]')]))
    .execute()
}
