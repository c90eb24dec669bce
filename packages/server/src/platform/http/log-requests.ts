import type { MiddlewareHandler } from 'hono'
import type { Log } from '../log/log.ts'
import type { AppEnv } from './app-env.ts'

/** One line per request: which operation, how it went, how long it took. No address, no person, no token. */
export function logRequests(log: Log): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    log.info(
      {
        requestId: c.get('requestId'),
        method: c.req.method,
        operation: c.get('operation') ?? 'page',
        status: c.res.status,
        milliseconds: Math.round(performance.now() - startedAt),
      },
      'Answered.',
    )
  }
}
