import pg from 'pg'
import type { Log } from '../log/log.ts'
import { valueTypes } from './value-types.ts'

/** Where a database is and as whom to enter it. Holds a password: never log it. */
export type ConnectionTarget = {
  /** A `postgres://` address with everything needed to connect. */
  readonly url: string
  readonly user: string
  readonly password: string
  /** The same place, entered as somebody else. */
  as(user: string, password: string): ConnectionTarget
  /** Another database of the same server, entered as the same role. */
  at(database: string): ConnectionTarget
}

/** The four restricted roles. All but the guard can be taken on by the login role, one at a time. */
export const APPLICATION_ROLES = ['viceversa_app', 'viceversa_sign_in', 'viceversa_jobs'] as const
export const GUARD_ROLE = 'viceversa_guard'

export type ApplicationRole = (typeof APPLICATION_ROLES)[number]

/**
 * Reads a `postgres://` address with whatever parameters `pg` understands, TLS included.
 *
 * @throws {TypeError} when it is not an address.
 */
export function targetOf(address: string): ConnectionTarget {
  // `postgres://owner@/viceversa?host=/run/postgresql` is usual for sockets, but no address by the web's rules.
  const url = new URL(address.replace('@/', '@localhost/'))
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw new TypeError('Not a postgres:// address.')
  return {
    url: url.href,
    user: url.searchParams.get('user') ?? decodeURIComponent(url.username),
    password: url.searchParams.get('password') ?? decodeURIComponent(url.password),
    as(user, password) {
      const other = new URL(url)
      // As parameters, which win over the name in the address and also work where it names no host.
      other.searchParams.set('user', user)
      other.searchParams.set('password', password)
      return targetOf(other.href)
    },
    at(database) {
      const other = new URL(url)
      other.pathname = `/${encodeURIComponent(database)}`
      return targetOf(other.href)
    },
  }
}

export type PoolOptions = {
  readonly size: number
  readonly log: Log
  /** Enter every connection as this role from its first statement on. */
  readonly role?: ApplicationRole
  readonly searchPath?: string
  /** Give up on a statement, and on its connection, after this time. */
  readonly answerWithinMilliseconds?: number
}

export function openPool(target: ConnectionTarget, options: PoolOptions): pg.Pool {
  const { size, log, role, searchPath, answerWithinMilliseconds } = options
  const pool = new pg.Pool({
    ...configFor(target, role, searchPath),
    max: size,
    ...(answerWithinMilliseconds && { query_timeout: answerWithinMilliseconds }),
  })
  // A connection that breaks while idle is replaced at the next use; unheard, the event would end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'An idle database connection broke.'))
  // The pool stops hearing a connection that it hands out. Whoever uses it learns from the statement that fails.
  pool.on('connect', (client) =>
    client.on('error', (error) => log.debug({ err: error }, 'A connection broke.')),
  )
  return pool
}

/** Connection settings shared by every connection of the application. */
export function configFor(target: ConnectionTarget, role?: ApplicationRole, searchPath?: string) {
  return {
    connectionString: withStartUp(target.url, role, searchPath),
    types: valueTypes,
    application_name: 'viceversa',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Somebody's transaction that nobody finishes must not hold locks for ever.
    idle_in_transaction_session_timeout: 60_000,
  }
}

/** Adds to the options that the address may have of its own, which would otherwise win over ours. */
function withStartUp(address: string, role?: ApplicationRole, searchPath?: string): string {
  const url = new URL(address)
  const options = [
    url.searchParams.get('options'),
    role && `-c role=${role}`,
    searchPath && `-c search_path=${searchPath}`,
  ].filter(Boolean)
  if (options.length > 0) url.searchParams.set('options', options.join(' '))
  return url.href
}

/** Runs work on one connection that is opened for it and closed after it. */
export async function withClient<T>(
  target: ConnectionTarget,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(configFor(target))
  client.on('error', () => {
    // The statement in flight rejects with the same error.
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
