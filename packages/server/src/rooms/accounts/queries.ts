import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'

/** What the person who asks may do beyond single programmes. */
export async function findRights(db: Db): Promise<{ administrator: boolean; managesPeople: boolean }> {
  const { rows } = await sql<{ administrator: boolean; managesPeople: boolean }>`
    select is_administrator() as "administrator", may_manage_people() as "managesPeople"`.execute(db)
  return rows[0]!
}
