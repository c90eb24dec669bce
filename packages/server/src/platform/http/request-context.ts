import type { Actor, Db } from '../database/as-actor.ts'
import type { Platform } from '../platform.ts'
import { markEffect } from './idempotency-keys.ts'

/** What one request carries from the door to the use case. */
export type RequestContext = {
  readonly platform: Platform
  readonly requestId: string
  readonly headers: Headers
  /** Where the request came from, as far as it can be believed; personal data, so it stays out of logs. */
  readonly clientAddress: string
  /** Headers that the answer will carry, such as cookies. */
  readonly answerHeaders: Headers
  /** Version from `If-Match: "3"`, if the caller sent one. */
  readonly ifMatch: number | undefined
  readonly session: Session | null
  readonly actor: Actor
  /** Opens a transaction as whoever sent this request: the one way to the database. */
  readonly act: <T>(work: (db: Db) => Promise<T>) => Promise<T>
}

export type Session = { readonly id: string; readonly personId: string }

export function requestContext(given: {
  platform: Platform
  requestId: string
  headers: Headers
  clientAddress: string
  session: Session | null
  /** Set while a repetition of this request must not take effect again. */
  idempotencyKey?: string | undefined
}): RequestContext {
  const { platform, session, idempotencyKey, ...rest } = given
  const actor: Actor = session ? { kind: 'person', personId: session.personId } : { kind: 'anonymous' }
  return {
    ...rest,
    platform,
    session,
    answerHeaders: new Headers(),
    ifMatch: versionFrom(given.headers.get('if-match')),
    actor,
    act: (work) =>
      platform.database.asActor(actor, async (db) => {
        const result = await work(db)
        if (idempotencyKey !== undefined) await markEffect(db, idempotencyKey)
        return result
      }),
  }
}

function versionFrom(ifMatch: string | null): number | undefined {
  const version = ifMatch?.match(/^(?:W\/)?"(\d{1,9})"$/)?.[1]
  return version === undefined ? undefined : Number(version)
}
