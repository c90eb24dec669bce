import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { systemClock } from './platform/clock.ts'
import { type Database, openDatabase } from './platform/database/open-database.ts'
import { drain } from './platform/http/drain.ts'
import { forgetOldRequests } from './platform/http/idempotency-keys.ts'
import { answerWhileStarting } from './platform/http/starting.ts'
import { installationSecret } from './platform/installation-secret.ts'
import { type Jobs, startJobs } from './platform/jobs/start-jobs.ts'
import type { Log } from './platform/log/log.ts'
import { startMailDelivery } from './platform/mail/deliver-mails.ts'
import type { Platform } from './platform/platform.ts'
import { startBackgroundWork } from './rooms/background-work.ts'
import { setUpKey } from './rooms/organisation/set-up-key.ts'
import { startImportWork } from './rooms/people/import/run/import-work.ts'

export type RunningServer = {
  /** What people type. */
  readonly address: string
  /** The one line for whoever started the server. */
  readonly welcome: string
  /**
   * Readiness ends first; when nobody comes any more the port is closed, requests in flight are finished, jobs handed
   * back and the database closed; within ten seconds, whatever happens. Safe to call twice.
   */
  stop(): Promise<void>
}

/** The server cannot start; the message says why and what to do, for whoever started it. */
export class StartError extends Error {
  override name = 'StartError'
}

const REQUESTS_END_WITHIN_MILLISECONDS = 8_000
const STOPPED_WITHIN_MILLISECONDS = 9_500

/**
 * Starts everything and answers when people can come.
 *
 * @throws {@link StartError} and the errors of `openDatabase`, each with a sentence for the reader.
 */
export async function startServer(wanted: Config, log: Log): Promise<RunningServer> {
  // First of all, so that a taken port is noticed before a database is started for nothing.
  const http = await listen(wanted)
  let database: Database | undefined
  try {
    const secret = wanted.secret ?? (await installationSecret(wanted.dataFolder))
    const config = { ...withRealPort(wanted, http.port), secret }
    database = await openDatabase({ ...config, log })
    const platform: Platform = { config, database, clock: systemClock, log }
    const jobs = await startJobs(database, log)
    await startTidyingUp(jobs, platform)
    const delivery = startMailDelivery(platform)
    const imports = startImportWork(platform)
    await startBackgroundWork(platform, jobs)

    const stopping = new AbortController()
    http.answerWith(createApp({ platform, stopping: stopping.signal }).fetch)

    let stopped: Promise<void> | undefined
    const stop = async () => {
      stopping.abort()
      await Promise.all([
        drain(http.server, REQUESTS_END_WITHIN_MILLISECONDS),
        delivery.stop(),
        imports.stop(),
        jobs.stop(),
      ])
      await platform.database.close()
    }
    return {
      address: config.address,
      welcome: await welcome(platform),
      stop() {
        stopped ??= Promise.race([stop(), giveUp(log)])
        return stopped
      },
    }
  } catch (error) {
    http.server.close()
    http.server.closeAllConnections()
    await database?.close()
    throw error
  }
}

/** Once an hour, on one of the nodes. */
async function startTidyingUp(jobs: Jobs, { database, clock }: Platform): Promise<void> {
  await jobs.work('forget-old-requests', () => forgetOldRequests(database, clock.now()))
  await jobs.schedule('forget-old-requests', '23 * * * *', 'UTC')
}

type Fetch = ReturnType<typeof createApp>['fetch']

async function listen({ host, port }: Config) {
  let fetch: Fetch = answerWhileStarting
  const server = createAdaptorServer({ fetch: (request, env) => fetch(request, env) }) as Server
  // Longer than the minute that load balancers keep a connection, or they would send into one that we close.
  server.keepAliveTimeout = 65_000
  // Whoever sends a header drop by drop does not hold a connection for long. A body has Node's five minutes.
  server.headersTimeout = 20_000
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen(port, host, resolve)
  try {
    await promise
  } catch (error) {
    throw cannotListen(error, host, port)
  }
  server.off('error', reject)
  return {
    server,
    port: (server.address() as AddressInfo).port,
    answerWith(real: Fetch) {
      fetch = real
    },
  }
}

function cannotListen(error: unknown, host: string, port: number): StartError {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') {
    return new StartError(
      `Port ${port} is taken by another program. Choose another, for example: VICEVERSA_PORT=${port + 1} npm start`,
    )
  }
  if (code === 'EACCES') {
    return new StartError(
      `This account may not use port ${port}. Choose one above 1023, for example: VICEVERSA_PORT=3000 npm start`,
    )
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartError(
      `This machine has no network interface ${host}. Put 127.0.0.1 (this machine only) or 0.0.0.0 (everybody) into VICEVERSA_HOST.`,
    )
  }
  return new StartError(`The server cannot listen on ${host}, port ${port} (${code}).`)
}

/** Port 0 asks the system for a free one. */
function withRealPort(config: Config, port: number): Config {
  if (config.addressGiven) return { ...config, port }
  const address = new URL(config.address)
  address.port = String(port)
  return { ...config, port, address: address.origin }
}

async function welcome({ config, database }: Platform): Promise<string> {
  const organisation = await database.asActor({ kind: 'anonymous' }, (db) =>
    db.selectFrom('organisation').select('name').executeTakeFirst(),
  )
  const key = organisation ? undefined : setUpKey(config)
  if (key === undefined) return `Viceversa is ready: ${config.address}`
  // Behind `#`, so no proxy on the way sees it.
  return `Viceversa is ready. Set it up at ${config.address}/welcome#key=${key}`
}

async function giveUp(log: Log): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  setTimeout(resolve, STOPPED_WITHIN_MILLISECONDS).unref()
  await promise
  log.warn('Not everything could be finished in time.')
}
