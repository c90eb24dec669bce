import { type IsolationLevel, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { ApplicationRole } from './connection.ts'
import type { DB } from './schema.generated.ts'
import { orUnavailable } from './unavailable.ts'

/** A connection or an open transaction: a query never decides by itself where it runs. */
export type Db = Kysely<DB>

/** On whose behalf the database is asked. Row-level security answers each of them differently. */
export type Actor =
  | { readonly kind: 'person'; readonly personId: string }
  /** Somebody who has not signed in. */
  | { readonly kind: 'anonymous' }
  /** Background work; `because` says which, in a few words without personal data. */
  | { readonly kind: 'system'; readonly because: string }

export type AsActorOptions = {
  readonly readOnly?: boolean
  /** PostgreSQL's own default, `read committed`, unless named. */
  readonly isolation?: IsolationLevel
  /**
   * How often to run the work again when it lost against a concurrent transaction. 0 by default: only work that
   * does nothing outside the database may be repeated, and only its author knows.
   */
  readonly retries?: number
}

export type AsActor = <T>(actor: Actor, work: (db: Db) => Promise<T>, options?: AsActorOptions) => Promise<T>

/**
 * The one way to the data. Opens a transaction, takes on the actor's role in it and says who the actor is; both end
 * with the transaction, so the next user of the connection inherits nothing. The work's result is answered once
 * everything is committed; if it throws, nothing has happened.
 *
 * @throws {@link DatabaseUnavailableError} when the connection cannot be had or breaks.
 */
export function asActorOn(pool: pg.Pool): AsActor {
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })

  return async (actor, work, { readOnly = false, isolation, retries = 0 } = {}) => {
    let transaction = kysely.transaction().setAccessMode(readOnly ? 'read only' : 'read write')
    if (isolation) transaction = transaction.setIsolationLevel(isolation)

    const attempt = () =>
      transaction.execute(async (db) => {
        await become(actor, db)
        return work(db)
      })
    for (let tries = 0; ; tries++) {
      try {
        return await orUnavailable(attempt)
      } catch (error) {
        if (tries >= retries || !lostAgainstAnother(error)) throw error
      }
    }
  }
}

/** `set_config(…, true)` rather than SET: it lasts for this transaction only, whatever happens to the connection. */
async function become(actor: Actor, db: Db): Promise<void> {
  await sql`
    select set_config('role', ${roleOf(actor)}, true),
           set_config('viceversa.person', ${actor.kind === 'person' ? actor.personId : ''}, true),
           set_config('viceversa.because', ${actor.kind === 'system' ? actor.because : ''}, true)`.execute(db)
}

function roleOf(actor: Actor): ApplicationRole {
  return actor.kind === 'system' ? 'viceversa_jobs' : 'viceversa_app'
}

const SERIALIZATION_FAILURE = '40001'
const DEADLOCK_DETECTED = '40P01'

function lostAgainstAnother(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false
  return error.code === SERIALIZATION_FAILURE || error.code === DEADLOCK_DETECTED
}
