import { timingSafeEqual } from 'node:crypto'
import { Hono, type MiddlewareHandler } from 'hono'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { AppContext, AppEnv } from './app-env.ts'
import { isLoopback } from './loopback.ts'
import { ProblemError } from './problem.ts'

export type Metrics = {
  /** Counts and times every request, by operation and status; never by address or person. */
  readonly measure: MiddlewareHandler<AppEnv>
  /** `/metrics` in the format of Prometheus. */
  readonly page: Hono<AppEnv>
  gauge(name: string, help: string, read: () => number): void
}

/**
 * @param token - What a scraper has to present as a bearer token. Without one, only this machine may look, and only
 *   without a proxy in between.
 */
export function metrics(token: string | undefined): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'viceversa_request_seconds',
    help: 'How long requests took, by operation and status.',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  })
  return {
    async measure(c, next) {
      const startedAt = performance.now()
      await next()
      requests.observe(
        { operation: c.get('operation') ?? 'page', status: c.res.status },
        (performance.now() - startedAt) / 1000,
      )
    },
    page: new Hono<AppEnv>().get('/metrics', async (c) => {
      if (!mayLook(c, token)) throw new ProblemError('not-found', 'There is nothing at this address.')
      return c.text(await registry.metrics(), 200, {
        'content-type': registry.contentType,
        'cache-control': 'no-store',
      })
    }),
    gauge(name, help, read) {
      registry.registerMetric(
        new Gauge({
          name,
          help,
          registers: [],
          collect() {
            this.set(read())
          },
        }),
      )
    },
  }
}

function mayLook(c: AppContext, token: string | undefined): boolean {
  if (token !== undefined) return isSame(c.req.header('authorization') ?? '', `Bearer ${token}`)
  const forwarded = c.req.header('x-forwarded-for') ?? c.req.header('forwarded')
  return forwarded === undefined && isLoopback(c.env?.incoming?.socket.remoteAddress ?? '')
}

function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}
