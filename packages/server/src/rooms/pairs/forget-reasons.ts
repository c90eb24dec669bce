import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'

/**
 * Erases why two people were proposed to each other, in every programme whose deletion date has come: reasons and common
 * ground quote their answers (rule R49). For background work, which may do this to a pair and not more.
 *
 * @param today - As the organisation's calendar says, YYYY-MM-DD.
 */
export async function forgetReasons(db: Db, today: string): Promise<void> {
  await sql`select erase_reasons(${today})`.execute(db)
}
