import { orUnavailable } from '../../platform/database/unavailable.ts'
import type { Session } from '../../platform/http/request-context.ts'
import type { Platform } from '../../platform/platform.ts'
import { ensureAccount } from './sign-in/account.ts'
import { hashToken } from './sign-in/hashed-session-tokens.ts'
import {
  ADMINISTRATOR_IDLE_SECONDS,
  IDLE_SECONDS,
  LAST_SEEN_PRECISION_SECONDS,
  SESSION_SECONDS,
} from './sign-in/limits.ts'
import { type SignIn, signInOf } from './sign-in/sign-in.ts'

/**
 * Whose request this is. Asks the database every time: an ended session, a person who left and a changed role count
 * from the next request on.
 *
 * @param purpose - A screen that only watches for live updates does not keep its session alive.
 */
export async function resolveSession(
  platform: Platform,
  headers: Headers,
  purpose: 'request' | 'watch' = 'request',
): Promise<Session | null> {
  const signIn = signInOf(platform)
  const token = tokenFrom(headers, signIn.cookieName)
  if (!token) return null
  const now = platform.clock.now()
  const found = await orUnavailable(() => findSession(signIn, hashToken(token)))
  if (!found || !isAlive(found, now)) return null
  if (purpose === 'request' && secondsBetween(found.lastSeenAt, now) >= LAST_SEEN_PRECISION_SECONDS) {
    await orUnavailable(() =>
      signIn.db.updateTable('session').set({ last_seen_at: now }).where('id', '=', found.id).execute(),
    )
  }
  return { id: found.id, personId: found.personId }
}

/**
 * Opens a session for somebody who proved otherwise who they are: by setting the house up, with a one-time link, or
 * by being a test.
 *
 * @returns The value of a `Set-Cookie` header for each cookie.
 */
export async function openSession(platform: Platform, personId: string, headers: Headers): Promise<string[]> {
  const signIn = signInOf(platform)
  const account = await ensureAccount(signIn, personId)
  const { headers: answer } = await signIn.library.api.openSession({
    body: { userId: account.id },
    headers,
    returnHeaders: true,
  })
  await forgetExpired(signIn)
  return answer.getSetCookie()
}

export type OpenSession = {
  readonly id: string
  readonly startedAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly userAgent: string | null
}

/** Where somebody is signed in, the latest use first. */
export async function sessionsOf(platform: Platform, personId: string): Promise<OpenSession[]> {
  const signIn = signInOf(platform)
  const rows = await sessionRows(signIn)
    .where('user.person_id', '=', personId)
    .orderBy('last_seen_at', 'desc')
    .execute()
  const now = platform.clock.now()
  return rows.filter((row) => isAlive(row, now)).map((row) => ({ ...row, expiresAt: endOf(row) }))
}

/** @returns Whether there was such a session of this person. */
export async function endSession(platform: Platform, personId: string, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await ownSessions(signInOf(platform), personId)
    .where('session.id', '=', sessionId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function endOtherSessions(platform: Platform, personId: string, keptId: string): Promise<void> {
  await ownSessions(signInOf(platform), personId).where('session.id', '!=', keptId).execute()
}

/** For how long a session may rest, and when it ends in any case. */
export async function sessionLimits(platform: Platform, sessionId: string) {
  const row = await sessionRows(signInOf(platform))
    .where('session.id', '=', sessionId)
    .executeTakeFirstOrThrow()
  return { idleSeconds: idleSecondsOf(row), endsAt: absoluteEndOf(row) }
}

function sessionRows(signIn: SignIn) {
  return signIn.db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.user_id')
    .leftJoin('public.administrator as administrator', 'administrator.person_id', 'user.person_id')
    .select([
      'session.id',
      'user.person_id as personId',
      'session.started_at as startedAt',
      'session.last_seen_at as lastSeenAt',
      'session.user_agent as userAgent',
      'administrator.person_id as administratorId',
    ])
}

function findSession(signIn: SignIn, tokenHash: string) {
  return sessionRows(signIn)
    .innerJoin('public.person as person', 'person.id', 'user.person_id')
    .where('session.token', '=', tokenHash)
    .where('person.status', '=', 'active')
    .executeTakeFirst()
}

function ownSessions(signIn: SignIn, personId: string) {
  return signIn.db
    .deleteFrom('session')
    .using('user')
    .whereRef('user.id', '=', 'session.user_id')
    .where('user.person_id', '=', personId)
}

async function forgetExpired(signIn: SignIn): Promise<void> {
  await signIn.db.deleteFrom('session').where('expires_at', '<', new Date()).execute()
}

type Life = { readonly startedAt: Date; readonly lastSeenAt: Date; readonly administratorId: string | null }

function isAlive(session: Life, now: Date): boolean {
  return now < endOf(session)
}

function endOf(session: Life): Date {
  const idleEnd = session.lastSeenAt.getTime() + idleSecondsOf(session) * 1000
  return new Date(Math.min(idleEnd, absoluteEndOf(session).getTime()))
}

function absoluteEndOf({ startedAt }: Life): Date {
  return new Date(startedAt.getTime() + SESSION_SECONDS * 1000)
}

function idleSecondsOf({ administratorId }: Life): number {
  return administratorId === null ? IDLE_SECONDS : ADMINISTRATOR_IDLE_SECONDS
}

function secondsBetween(earlier: Date, later: Date): number {
  return (later.getTime() - earlier.getTime()) / 1000
}

/** The cookie's value is the token and the library's signature, which guards nothing that the token does not. */
function tokenFrom(headers: Headers, cookieName: string): string | undefined {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? []
  const value = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1)
  return value?.match(/^([A-Za-z0-9_-]{32,200})(?:\.|%2E)/i)?.[1]
}
