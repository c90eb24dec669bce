import type pg from 'pg'
import type { Log } from '../log/log.ts'
import { type AsActor, asActorOn } from './as-actor.ts'
import { type ConnectionTarget, configFor, openPool } from './connection.ts'
import { openListener, type Subscriber } from './listen.ts'

export type Database = {
  /** The one way to the data, see `as-actor.ts`. */
  readonly asActor: AsActor
  /** For the sign-in library alone: enters as `viceversa_sign_in` and sees the schema `sign_in`. */
  readonly signInPool: pg.Pool
  /** For the job queue alone: enters as `viceversa_jobs` and sees the schema `pgboss`. */
  readonly jobsConnection: ReturnType<typeof configFor>
  /** Hears every `notify` of every node. @returns A function that ends the subscription. */
  subscribe(subscriber: Subscriber): () => void
  /** Whether the database answers now, within two seconds. */
  ready(): Promise<boolean>
  /** Waits for open transactions, then closes every connection. */
  close(): Promise<void>
}

export type ConnectOptions = {
  readonly log: Log
  /** Most transactions at once, 10 unless named. Others wait for up to five seconds. */
  readonly poolSize?: number
}

const SIGN_IN_POOL_SIZE = 4
const READY_WITHIN_MILLISECONDS = 2_000

/** Connects to a migrated database as its login role. */
export function connectDatabase(login: ConnectionTarget, { log, poolSize = 10 }: ConnectOptions): Database {
  const pool = openPool(login, { size: poolSize, log })
  const signInPool = openPool(login, {
    size: SIGN_IN_POOL_SIZE,
    log,
    role: 'viceversa_sign_in',
    searchPath: 'sign_in',
  })
  // Its own connection: a busy application is still a ready one.
  const readyPool = openPool(login, { size: 1, log, answerWithinMilliseconds: READY_WITHIN_MILLISECONDS })
  const listener = openListener(login, log)
  let closing: Promise<void> | undefined

  return {
    asActor: asActorOn(pool),
    signInPool,
    jobsConnection: configFor(login, 'viceversa_jobs', 'pgboss'),
    subscribe: listener.subscribe,
    ready: () => answersInTime(readyPool),
    close() {
      closing ??= Promise.all([listener.close(), pool.end(), signInPool.end(), readyPool.end()]).then(
        () => {},
      )
      return closing
    },
  }
}

async function answersInTime(pool: pg.Pool): Promise<boolean> {
  const answer = pool.query('select 1').then(
    () => true,
    () => false,
  )
  const { promise: late, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(resolve, READY_WITHIN_MILLISECONDS, false)
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
