import { sql } from 'kysely'
import type { Listening } from '../../platform/events/audience.ts'
import type { Session } from '../../platform/http/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import { sessionsOf } from './sessions.ts'

/** As what somebody hears live updates, asked of the database in their own name. */
export async function listensAs(platform: Platform, personId: string): Promise<Listening> {
  return platform.database.asActor({ kind: 'person', personId }, async (db) => {
    const { rows } = await sql<{ administrator: boolean; managed: string[] }>`
      select is_administrator() as administrator,
             array(select id::text from programmes_i_manage() as id) as managed`.execute(db)
    const [row] = rows
    return {
      personId,
      administrator: row?.administrator ?? false,
      managedProgrammes: new Set(row?.managed),
    }
  })
}

/** The same for as long as the session lives; looking does not keep it alive. */
export async function stillListensAs(platform: Platform, session: Session): Promise<Listening | undefined> {
  const alive = await sessionsOf(platform, session.personId)
  if (!alive.some(({ id }) => id === session.id)) return undefined
  return listensAs(platform, session.personId)
}
