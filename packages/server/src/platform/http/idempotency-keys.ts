import { sql } from 'kysely'
import type { Db } from '../database/as-actor.ts'
import type { Database } from '../database/connect-database.ts'

export type HeldKey = { readonly actor: string; readonly key: string; readonly requestHash: string }

export type KeptAnswer = {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string | null
}

/** What became of a key: ours to work on now, or somebody else was there before. */
export type TakenKey =
  | { readonly state: 'ours' }
  | { readonly state: 'running' }
  | { readonly state: 'other-request' }
  /** Its process died after the change and before the answer. */
  | { readonly state: 'answer-lost' }
  | ({ readonly state: 'answered' } & KeptAnswer)

const KEPT_HOURS = 24
const BECAUSE = { kind: 'system', because: 'answer a request once' } as const

/**
 * Takes a key, unless it is held or answered. A key whose holder died is free once its hold has run out; one older
 * than a day is free as well.
 */
export async function takeKey(
  database: Database,
  wanted: HeldKey,
  now: Date,
  heldSeconds: number,
): Promise<TakenKey> {
  return database.asActor(BECAUSE, async (db) => {
    const taken = await sql`
      insert into idempotency_key as held (actor, key, request_hash, state, held_until, created_at)
      values (${wanted.actor}, ${wanted.key}, ${wanted.requestHash}, 'running', ${until(now, heldSeconds)}, ${now})
      on conflict (actor, key) do update set
        request_hash = excluded.request_hash, state = 'running', status = null, headers = null, body = null,
        held_until = excluded.held_until, created_at = excluded.created_at, took_effect = false
      where (held.state = 'running' and held.held_until <= ${now} and not held.took_effect
             and held.request_hash = excluded.request_hash)
         or held.created_at <= ${now}::timestamptz - make_interval(hours => ${KEPT_HOURS})
      returning 1`.execute(db)
    if (taken.rows.length > 0) return { state: 'ours' }

    const earlier = await db
      .selectFrom('idempotency_key')
      .where('actor', '=', wanted.actor)
      .where('key', '=', wanted.key)
      .select(['request_hash', 'state', 'status', 'headers', 'body', 'held_until', 'took_effect'])
      .executeTakeFirst()
    // Gone between the two statements: its request failed, and whoever asks again may take it.
    if (!earlier) return { state: 'running' }
    if (earlier.request_hash !== wanted.requestHash) return { state: 'other-request' }
    if (earlier.state === 'running') {
      return { state: earlier.took_effect && earlier.held_until <= now ? 'answer-lost' : 'running' }
    }
    return {
      state: 'answered',
      status: earlier.status ?? 200,
      headers: earlier.headers as Record<string, string>,
      body: earlier.body,
    }
  })
}

/**
 * Says, in the transaction of the change itself, that the request has taken effect; so the two are remembered together
 * or not at all. A transaction that only looked says nothing.
 */
export async function markEffect(db: Db, key: string): Promise<void> {
  await sql`select request_took_effect(${key})`.execute(db)
}

/** Keeps a long request's key from being taken by its own repetition. */
export async function renewHold(
  database: Database,
  held: HeldKey,
  now: Date,
  heldSeconds: number,
): Promise<void> {
  await database.asActor(BECAUSE, (db) =>
    db
      .updateTable('idempotency_key')
      .set({ held_until: until(now, heldSeconds) })
      .where('actor', '=', held.actor)
      .where('key', '=', held.key)
      .where('state', '=', 'running')
      .execute(),
  )
}

export async function keepAnswer(database: Database, held: HeldKey, answer: KeptAnswer): Promise<void> {
  await database.asActor(BECAUSE, (db) =>
    db
      .updateTable('idempotency_key')
      .set({
        state: 'answered',
        status: answer.status,
        headers: JSON.stringify(answer.headers),
        body: answer.body,
      })
      .where('actor', '=', held.actor)
      .where('key', '=', held.key)
      .execute(),
  )
}

/** Frees the key of a request that came to nothing. */
export async function forgetKey(database: Database, held: HeldKey): Promise<void> {
  await database.asActor(BECAUSE, (db) =>
    db
      .deleteFrom('idempotency_key')
      .where('actor', '=', held.actor)
      .where('key', '=', held.key)
      .where('state', '=', 'running')
      .execute(),
  )
}

/** Removes what no repetition will ask for any more. */
export async function forgetOldRequests(database: Database, now: Date): Promise<void> {
  await database.asActor(BECAUSE, async (db) => {
    await db
      .deleteFrom('idempotency_key')
      .where('created_at', '<=', until(now, -KEPT_HOURS * 3600))
      .execute()
    // A bucket that nobody asked for an hour is full again, which is what a missing one is.
    await db.deleteFrom('rate_limit').where('refilled_at', '<=', until(now, -3600)).execute()
  })
}

function until(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000)
}
