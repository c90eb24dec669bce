import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import serverPackage from '../package.json' with { type: 'json' }
import { type LiveStreams, liveStreams } from './platform/events/live-stream.ts'
import { operationHandler } from './platform/http/answer-operation.ts'
import { answerProblems } from './platform/http/answer-problem.ts'
import type { AppContext, AppEnv } from './platform/http/app-env.ts'
import { clientAddress } from './platform/http/client-address.ts'
import { refuseCrossSite } from './platform/http/cross-site.ts'
import { health } from './platform/http/health.ts'
import { answerOnce } from './platform/http/idempotency.ts'
import { logRequests } from './platform/http/log-requests.ts'
import { metrics } from './platform/http/metrics.ts'
import { ProblemError } from './platform/http/problem.ts'
import { limitRequests } from './platform/http/rate-limit.ts'
import { readBody } from './platform/http/read-body.ts'
import { withSecurityHeaders } from './platform/http/security-headers.ts'
import type { Platform } from './platform/platform.ts'
import { housePages } from './platform/web/house-pages.ts'
import { serveWeb } from './platform/web/serve-web.ts'
import { listensAs, stillListensAs } from './rooms/accounts/listens-as.ts'
import { resolveSession } from './rooms/accounts/sessions.ts'
import { routes } from './rooms/routes.ts'

export type AppOptions = {
  readonly platform: Platform
  /** Aborted when the process is asked to stop: readiness ends, live streams close. */
  readonly stopping?: AbortSignal
  /** Where the built web app lies. */
  readonly webFolder?: string
}

const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url))
const MEGABYTE = 1_048_576

/** The whole application, from the first byte of a request to the last of its answer. */
export function createApp(options: AppOptions): Hono<AppEnv> {
  const { platform, stopping = new AbortController().signal } = options
  const { config, database, log } = platform

  const streams = liveStreams(database, stopping)
  const measured = metrics(config.metricsToken)
  measured.gauge('viceversa_live_streams', 'Open streams of live updates.', streams.count)

  const api = new Hono<AppEnv>()
  api.use(async (c, next) => {
    refuseCrossSite(c.req.method, c.req.raw.headers, config)
    await next()
  })
  api.use(async (c, next) => {
    c.set('session', await resolveSession(platform, c.req.raw.headers))
    await next()
  })
  api.use(limitRequests(platform))
  api.get('/events', (c) => openLiveStream(c, platform, streams))
  api.use(async (c, next) => {
    c.set('body', await readBody(c.req.raw, bodyLimit(c)))
    await next()
  })
  api.use(answerOnce(platform))
  api.all('*', operationHandler(platform, routes))

  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    // Made here and nowhere else: an id from outside could be made to collide or to carry something.
    c.set('requestId', randomUUID())
    c.set('clientAddress', clientAddress(c, config.trustedProxies))
    await next()
    c.res.headers.set('x-request-id', c.get('requestId'))
    if (stopping.aborted) c.res.headers.set('connection', 'close')
    if (c.req.path.startsWith('/api/')) c.res.headers.set('cache-control', 'no-store')
  })
  app.use(logRequests(log))
  app.use(measured.measure)
  app.use(withSecurityHeaders(config.address))
  app.route('/', health(database, stopping))
  app.route('/', measured.page)
  app.route('/', housePages(config.address, serverPackage.version))
  app.route('/api', api)
  app.route('/', serveWeb(options.webFolder ?? WEB_FOLDER))
  app.onError(answerProblems(log))
  return app
}

/** Only a list of people may be large, and only from somebody who is signed in. */
function bodyLimit(c: AppContext): number {
  return c.req.path === '/api/people-imports' && c.get('session') ? 64 * MEGABYTE : MEGABYTE
}

async function openLiveStream(c: AppContext, platform: Platform, streams: LiveStreams): Promise<Response> {
  c.set('operation', 'events')
  const session = c.get('session')
  if (!session) throw new ProblemError('not-signed-in', 'Sign in, then try again.')
  const listening = await listensAs(platform, session.personId)
  return streams.open(listening, () => stillListensAs(platform, session), c.req.raw.signal)
}
