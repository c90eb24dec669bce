import { createHmac } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Platform } from '../platform.ts'
import type { AppContext, AppEnv } from './app-env.ts'
import { neighbourhoodOf } from './client-address.ts'
import { ProblemError } from './problem.ts'
import { type Limit, secondsUntilOne, takeTokens } from './take-tokens.ts'

/** Somebody signed in is known and counted alone; a network address may be a whole office. */
const PERSON_TIMES = 3
const BURST_SECONDS = 10
const BURST_SHARE = 1 / 4

/** Fetched from the database at once: one statement serves this many requests, and a crash wastes fewer. */
const PORTION = 10
const PORTION_KEPT_SECONDS = 10
const MOST_REMEMBERED = 10_000

type Purse = { tokens: number[]; readonly keptUntil: number; readonly refusedUntil: number }

/**
 * Limits requests per network address, or per person once signed in, with buckets in the database that every node
 * takes from. A node takes small portions, so it is asked for few statements and, all nodes together, never gives out
 * more than the limit.
 *
 * @throws ProblemError `too-many-requests` with the seconds to wait.
 */
export function limitRequests(platform: Platform): MiddlewareHandler<AppEnv> {
  const perMinute = platform.config.requestsPerMinute
  const purses = new Map<string, Purse>()

  return async (c, next) => {
    const name = callerOf(c, platform.config.secret)
    const limits = limitsFor(perMinute * (c.get('session') ? PERSON_TIMES : 1))
    const now = platform.clock.now()

    let purse = purses.get(name)
    if (purse && now.getTime() < purse.refusedUntil) throw tooMany(purse.refusedUntil - now.getTime())
    if (!purse || now.getTime() >= purse.keptUntil || purse.tokens.some((tokens) => tokens < 1)) {
      purse = await refill(platform, name, limits, purse, now)
      remember(purses, name, purse)
    }
    if (now.getTime() < purse.refusedUntil) throw tooMany(purse.refusedUntil - now.getTime())
    purse.tokens = purse.tokens.map((tokens) => tokens - 1)
    await next()
  }
}

function limitsFor(perMinute: number): Limit[] {
  return [
    { capacity: perMinute, perSecond: perMinute / 60 },
    { capacity: perMinute * BURST_SHARE, perSecond: (perMinute * BURST_SHARE) / BURST_SECONDS },
  ]
}

async function refill(
  { database }: Platform,
  name: string,
  limits: readonly Limit[],
  before: Purse | undefined,
  now: Date,
): Promise<Purse> {
  const kept = before && now.getTime() < before.keptUntil ? before.tokens : limits.map(() => 0)
  const granted = await takeTokens(
    database,
    limits.map((limit, index) => ({
      name: `${name}:${index}`,
      limit,
      wanted: (kept[index] ?? 0) < 1 ? Math.min(PORTION, Math.floor(limit.capacity)) : 0,
    })),
    now,
  )
  const tokens = granted.map((count, index) => count + (kept[index] ?? 0))
  const empty = limits.filter((_, index) => (tokens[index] ?? 0) < 1)
  const waitSeconds = Math.max(0, ...empty.map(secondsUntilOne))
  return {
    tokens,
    keptUntil: now.getTime() + PORTION_KEPT_SECONDS * 1000,
    refusedUntil: now.getTime() + waitSeconds * 1000,
  }
}

/** Who is counted, in a form that reveals nobody. */
function callerOf(c: AppContext, secret: string): string {
  const session = c.get('session')
  const caller = session ? `person ${session.personId}` : `address ${neighbourhoodOf(c.get('clientAddress'))}`
  return `request:${createHmac('sha256', secret).update(caller).digest('base64url').slice(0, 22)}`
}

function remember(purses: Map<string, Purse>, name: string, purse: Purse): void {
  purses.delete(name)
  purses.set(name, purse)
  // The one that was renewed longest ago goes first; what it held is lost to its owner, not to the limit.
  if (purses.size > MOST_REMEMBERED) purses.delete(purses.keys().next().value!)
}

function tooMany(milliseconds: number): ProblemError {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000))
  return new ProblemError(
    'too-many-requests',
    seconds === 1 ? 'Try again in a second.' : `Try again in ${seconds} seconds.`,
    { retryAfterSeconds: seconds },
  )
}
