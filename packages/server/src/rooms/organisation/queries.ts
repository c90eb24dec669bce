import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'
import type { Platform } from '../../platform/platform.ts'

export async function findOrganisation(db: Db) {
  const row = await db.selectFrom('organisation').select(['name', 'kind']).executeTakeFirst()
  return row && { name: row.name, kind: row.kind as 'real' | 'sample' }
}

/** Whether e-mail leaves this server. Asked in the house's own name: it is said to people who may not see how. */
export async function sendsMail(platform: Platform): Promise<boolean> {
  if (platform.config.smtpUrl) return true
  return platform.database.asActor({ kind: 'system', because: 'to say whether mail leaves' }, async (db) => {
    const setting = await db.selectFrom('mail_setting').select('host').executeTakeFirst()
    return setting !== undefined
  })
}

/** How many seconds the oldest job that should run already has waited; 0 when none waits. */
export async function secondsJobsWait(platform: Platform): Promise<number> {
  return platform.database.asActor({ kind: 'system', because: 'to check background work' }, async (db) => {
    const { rows } = await sql<{ seconds: number }>`
      select coalesce(extract(epoch from now() - min(start_after)), 0)::float8 as seconds
      from pgboss.job
      where state in ('created', 'retry') and start_after < now()`.execute(db)
    return rows[0]?.seconds ?? 0
  })
}
