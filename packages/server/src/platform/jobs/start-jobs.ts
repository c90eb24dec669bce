import { sql } from 'kysely'
import { fromKysely, PgBoss, type SendOptions } from 'pg-boss'
import type { Db } from '../database/as-actor.ts'
import type { Database } from '../database/connect-database.ts'
import type { Log } from '../log/log.ts'
import { JOBS_SCHEMA } from './install-jobs.ts'

/** What a job carries: ids and dates, never anybody's words, because finished jobs are kept for a week. */
export type JobData = Readonly<Record<string, unknown>>

export type JobOptions = {
  /** Not before this instant. */
  readonly startAfter?: Date
  /** How often a job that threw is tried again, 8 unless named. */
  readonly retryLimit?: number
  /** Before the first retry, in seconds; it doubles each time up to 15 minutes. 5 unless named. */
  readonly retryDelaySeconds?: number
}

export type WorkOptions = {
  /** Jobs of this queue at once on this node, 1 unless named. */
  readonly atOnce?: number
}

/** One run of a job. A job may run again after a crash: what it does must bear repetition. */
export type JobRun<Data> = {
  /** Stays the same over all retries; use it as the idempotency key of what the job sends. */
  readonly id: string
  readonly data: Data
  /** Aborted when the application stops or the job's time is up. */
  readonly signal: AbortSignal
}

export type Jobs = {
  /** Runs the handler for each job of the queue. A handler that throws is tried again later. */
  work<Data extends JobData>(
    queue: string,
    handler: (run: JobRun<Data>) => Promise<void>,
    options?: WorkOptions,
  ): Promise<void>
  /** Queues a job now. */
  send(queue: string, data: JobData, options?: JobOptions): Promise<void>
  /** Queues a job when the caller's transaction commits, and not at all when it rolls back. */
  sendIn(db: Db, queue: string, data: JobData, options?: JobOptions): Promise<void>
  /** Queues a job again and again, by a cron expression in an IANA time zone. The same call at every start is fine. */
  schedule(queue: string, cron: string, timeZone: string, data?: JobData): Promise<void>
  /** Aborts the running handlers' signal, lets them finish for up to eight seconds, then hands their jobs back. */
  stop(): Promise<void>
}

const POOL_SIZE = 4
const STOP_WITHIN_MILLISECONDS = 8_000

/** A worker that died is noticed after its heartbeat and one look at the queues: within 45 seconds. */
const HEARTBEAT_SECONDS = 20
const LOOK_EVERY_SECONDS = 15

const QUEUE = {
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 900,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  expireInSeconds: 900,
  notify: true,
}

/**
 * Background work in the same database: nothing queued is lost by a crash, and every node takes its share. Handlers
 * are woken at once, and by polling every two seconds where a notification got lost.
 */
export async function startJobs(database: Database, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    ...database.jobsConnection,
    schema: JOBS_SCHEMA,
    max: POOL_SIZE,
    useListenNotify: true,
    superviseIntervalSeconds: LOOK_EVERY_SECONDS,
    monitorIntervalSeconds: LOOK_EVERY_SECONDS,
    // The tables were brought up to date before this role connected. With `migrate` the library also accepts tables
    // of a newer version; it has no right to change any.
    migrate: true,
    createSchema: false,
    // Rebuilding an index takes its owner.
    reindex: false,
  })
  boss.on('error', (error) => log.warn({ err: error }, 'The job queue met an error and goes on.'))
  boss.on('warning', (warning) => log.debug({ warning }, 'The job queue warns.'))
  await boss.start()

  const stopping = new AbortController()
  const queues = new Map<string, Promise<void>>()
  const ensureQueue = (queue: string): Promise<void> => {
    const known = queues.get(queue)
    if (known) return known
    const creating = boss.createQueue(queue, QUEUE)
    queues.set(queue, creating)
    creating.catch(() => queues.delete(queue))
    return creating
  }

  return {
    async work(queue, handler, { atOnce = 1 } = {}) {
      await ensureQueue(queue)
      const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 }
      await boss.work(queue, { ...polling, localConcurrency: atOnce }, async (batch) => {
        // A batch is one job unless asked for more.
        for (const { id, data, signal: timeIsUp } of batch) {
          const signal = AbortSignal.any([timeIsUp, stopping.signal])
          await handler({ id, data: data as never, signal })
        }
      })
    },

    async send(queue, data, options) {
      await ensureQueue(queue)
      await boss.send(queue, { ...data }, bossOptions(options))
    },

    async sendIn(db, queue, data, options) {
      await ensureQueue(queue)
      await asJobs(db, () => boss.send(queue, { ...data }, { ...bossOptions(options), db: fromKysely(db) }))
    },

    async schedule(queue, cron, timeZone, data = {}) {
      await ensureQueue(queue)
      // A nightly job that was missed while the server was off runs once when it is back.
      await boss.schedule(queue, cron, { ...data }, { tz: timeZone, missed: 'once' })
    },

    async stop() {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MILLISECONDS })
    },
  }
}

/**
 * People's requests have no right to the queue's tables, so the transaction becomes background work for the one
 * statement that queues. If that fails, the transaction is lost anyway and the role with it.
 */
async function asJobs(db: Db, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await sql<{ role: string }>`select current_setting('role') as role`.execute(db)
  const [before] = rows
  await sql`select set_config('role', 'viceversa_jobs', true)`.execute(db)
  await work()
  await sql`select set_config('role', ${before?.role}, true)`.execute(db)
}

function bossOptions({ startAfter, retryLimit, retryDelaySeconds }: JobOptions = {}): SendOptions {
  return {
    ...(startAfter && { startAfter }),
    ...(retryLimit !== undefined && { retryLimit }),
    ...(retryDelaySeconds !== undefined && { retryDelay: retryDelaySeconds }),
  }
}
