import { createHmac } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { Platform } from '../platform.ts'
import type { AppContext, AppEnv } from './app-env.ts'
import { forgetKey, type HeldKey, keepAnswer, renewHold, takeKey } from './idempotency-keys.ts'
import { ProblemError } from './problem.ts'

const HELD_SECONDS = 30
const RENEWED_EVERY_MILLISECONDS = 10_000

/** Answers here may hold what nobody should find in a table: a new second factor, a passkey's challenge. */
const NOT_KEPT = /^\/api\/(?:me|session|sign-ins|sign-in-links|organisation|sample-organisation)(?:\/|$)/

/** What of an answer is said again; everything else is made anew for each request. */
const KEPT_HEADERS = ['content-type', 'content-disposition', 'etag', 'location']

/**
 * A POST with an Idempotency-Key takes effect once: repeated by the same person, it gets the first answer again,
 * across nodes and restarts, for a day. Failures of ours are not kept, so the repetition works on it anew. When a
 * process died at it, the repetition works on it anew half a minute later, unless it had taken effect already.
 *
 * Draft: https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/
 *
 * @throws ProblemError `key-used-for-another-request`, `request-still-running`, `answer-lost`.
 */
export function answerOnce(platform: Platform): MiddlewareHandler<AppEnv> {
  const { database, clock, config, log } = platform
  return async (c, next) => {
    const key = c.req.header('idempotency-key')
    const session = c.get('session')
    // Without a session there is nobody whose repetition it could be.
    if (c.req.method !== 'POST' || !key || !session || NOT_KEPT.test(c.req.path)) return next()
    if (key.length > 255)
      throw new ProblemError('invalid-request', 'An Idempotency-Key has at most 255 characters.')

    const held: HeldKey = { actor: session.personId, key, requestHash: await requestHash(c, config.secret) }
    const earlier = await takeKey(database, held, clock.now(), HELD_SECONDS)
    if (earlier.state === 'other-request') {
      throw new ProblemError(
        'key-used-for-another-request',
        'Send a new key with a new request; the same key is only for sending the same request again.',
      )
    }
    if (earlier.state === 'running') {
      throw new ProblemError(
        'request-still-running',
        'Wait for the first answer, or ask again in a moment.',
        {
          retryAfterSeconds: 2,
        },
      )
    }
    if (earlier.state === 'answer-lost') {
      throw new ProblemError(
        'answer-lost',
        'Look at what stands now. To do it once more, send it with a new key.',
      )
    }
    if (earlier.state === 'answered') {
      const headers = new Headers(earlier.headers)
      headers.set('idempotency-replayed', 'true')
      c.set('operation', 'replay')
      return new Response(earlier.body, { status: earlier.status, headers })
    }

    c.set('idempotencyKey', key)
    const renewing = setInterval(() => {
      renewHold(database, held, clock.now(), HELD_SECONDS).catch(() => {})
    }, RENEWED_EVERY_MILLISECONDS)
    try {
      await next()
    } finally {
      clearInterval(renewing)
    }
    try {
      if (isWorthKeeping(c.res)) await keepAnswer(database, held, await answerOf(c.res))
      else await forgetKey(database, held)
    } catch (error) {
      // The request itself has been worked on, and its sender is to hear that.
      log.warn(
        { requestId: c.get('requestId'), err: error },
        'An answer could not be kept for its repetition.',
      )
    }
    return undefined
  }
}

function isWorthKeeping(response: Response): boolean {
  return response.status < 500 && response.status !== 429 && !response.headers.has('set-cookie')
}

async function answerOf(response: Response) {
  const headers = Object.fromEntries(
    KEPT_HEADERS.flatMap((name) => {
      const value = response.headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
  const text = await response.clone().text()
  return { status: response.status, headers, body: text === '' ? null : text }
}

/**
 * What makes two requests the same: method, path and body. Keyed, because a body could be guessed from a plain hash.
 * Forms are compared part by part: their boundary is another one each time.
 */
async function requestHash(c: AppContext, secret: string): Promise<string> {
  const url = new URL(c.req.url)
  const hash = createHmac('sha256', secret).update(`${c.req.method} ${url.pathname}${url.search}\n`)
  const body = c.get('body')
  const type = c.req.header('content-type') ?? ''
  if (!body) return hash.digest('base64url')
  if (!type.startsWith('multipart/form-data')) return hash.update(body).digest('base64url')

  for (const [name, value] of await formFrom(body, type)) {
    hash.update(`\n${name}\n`)
    if (typeof value === 'string') hash.update(value)
    else {
      hash.update(`${value.name}\n${value.type}\n`)
      for await (const chunk of value.stream()) hash.update(chunk)
    }
  }
  return hash.digest('base64url')
}

async function formFrom(body: Uint8Array<ArrayBuffer>, type: string): Promise<FormData> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new ProblemError('invalid-request', 'The form could not be read.')
  }
}
