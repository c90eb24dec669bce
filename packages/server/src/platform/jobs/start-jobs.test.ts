import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { cloneDatabase, silentLog } from '../../testing/test-database.ts'
import { type Jobs, startJobs } from './start-jobs.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

const running: Jobs[] = []
async function start(): Promise<Jobs> {
  const jobs = await startJobs(database, silentLog)
  running.push(jobs)
  return jobs
}
afterEach(async () => {
  await Promise.all(running.splice(0).map((jobs) => jobs.stop()))
})

const somebody = { kind: 'person', personId: 'a0000000-0000-4000-8000-000000000001' } as const
/** Longer than one polling pause, so that a second run would have shown itself. */
const LONG_ENOUGH_MILLISECONDS = 2_500

describe('a job', () => {
  test('runs once, although two nodes wait for it', async () => {
    const seen: unknown[] = []
    const [one, two] = [await start(), await start()]
    for (const jobs of [one, two]) await jobs.work('once', async ({ data }) => void seen.push(data))

    await one.send('once', { number: 1 })

    await vi.waitFor(() => expect(seen).toHaveLength(1), 5_000)
    await sleep(LONG_ENOUGH_MILLISECONDS)
    expect(seen).toEqual([{ number: 1 }])
  })

  test('waits while nobody works, and runs after a restart', async () => {
    const before = await start()
    await before.send('patient', { number: 2 })
    await before.stop()

    const seen: unknown[] = []
    const after = await start()
    await after.work('patient', async ({ data }) => void seen.push(data))

    await vi.waitFor(() => expect(seen).toEqual([{ number: 2 }]), 5_000)
  })

  test('is tried again after it threw, under the same id', async () => {
    const ids: string[] = []
    const jobs = await start()
    await jobs.work('stubborn', async ({ id }) => {
      ids.push(id)
      if (ids.length === 1) throw new Error('not yet')
    })

    await jobs.send('stubborn', {}, { retryDelaySeconds: 0 })

    await vi.waitFor(() => expect(ids).toHaveLength(2), 10_000)
    expect(ids[0]).toBe(ids[1])
  })

  test('sent inside a transaction leaves with its commit, and the person stays who they were', async () => {
    const seen: unknown[] = []
    const jobs = await start()
    await jobs.work('committed', async ({ data }) => void seen.push(data))

    const role = await database.asActor(somebody, async (db) => {
      await jobs.sendIn(db, 'committed', { number: 3 })
      const { rows } = await sql<{ role: string }>`select current_user as role`.execute(db)
      return rows[0]?.role
    })

    expect(role).toBe('viceversa_app')
    await vi.waitFor(() => expect(seen).toEqual([{ number: 3 }]), 5_000)
  })

  test('sent inside a transaction that fails never existed', async () => {
    const jobs = await start()
    const failing = database.asActor(somebody, async (db) => {
      await jobs.sendIn(db, 'rolled-back', { number: 4 })
      throw new Error('changed my mind')
    })

    await expect(failing).rejects.toThrow('changed my mind')
    const { rows } = await sql`select * from pgboss.job where name = 'rolled-back'`.execute(
      database.asSuperuser,
    )
    expect(rows).toEqual([])
  })

  test('cannot be read by people', async () => {
    const reading = database.asActor(somebody, (db) => sql`select * from pgboss.job`.execute(db))

    await expect(reading).rejects.toThrow('permission denied')
  })

  test('that is under way when the application stops is told so, and finishes', async () => {
    let finished = false
    const jobs = await start()
    const begun = Promise.withResolvers<void>()
    await jobs.work('obedient', async ({ signal }) => {
      begun.resolve()
      await once(signal, 'abort')
      finished = true
    })
    await jobs.send('obedient', {})
    await begun.promise

    await jobs.stop()

    expect(finished).toBe(true)
    expect(await stateOf('obedient')).toEqual(['completed'])
  })

  test('that does not end while the application stops is handed back, and runs again elsewhere (R10)', async () => {
    const jobs = await start()
    const begun = Promise.withResolvers<void>()
    const never = Promise.withResolvers<void>()
    await jobs.work('endless', async () => {
      begun.resolve()
      await never.promise
    })
    await jobs.send('endless', { number: 6 }, { retryDelaySeconds: 0 })
    await begun.promise

    const asked = performance.now()
    await jobs.stop()
    expect(performance.now() - asked).toBeLessThan(9_000)
    expect(await stateOf('endless')).toEqual(['retry'])

    const seen: unknown[] = []
    const elsewhere = await start()
    await elsewhere.work('endless', async ({ data }) => void seen.push(data))
    await vi.waitFor(() => expect(seen).toEqual([{ number: 6 }]), 10_000)
    never.resolve()
  })

  test('still runs after every connection was cut', async () => {
    const seen: unknown[] = []
    const jobs = await start()
    await jobs.work('unshaken', async ({ data }) => void seen.push(data))

    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(database.asSuperuser)
    await vi.waitFor(() => jobs.send('unshaken', { number: 5 }), 5_000)

    await vi.waitFor(() => expect(seen).toContainEqual({ number: 5 }), 10_000)
  })
})

async function stateOf(queue: string): Promise<string[]> {
  const { rows } = await sql<{ state: string }>`
    select state from pgboss.job where name = ${queue}`.execute(database.asSuperuser)
  return rows.map(({ state }) => state)
}

describe('a schedule', () => {
  test('is kept for the next start, in the time zone it was given', async () => {
    const jobs = await start()
    await jobs.schedule('nightly', '30 3 * * *', 'Europe/Paris')
    await jobs.schedule('nightly', '30 4 * * *', 'Europe/Paris')

    const { rows } = await sql`select name, cron, timezone from pgboss.schedule`.execute(database.asSuperuser)
    expect(rows).toEqual([{ name: 'nightly', cron: '30 4 * * *', timezone: 'Europe/Paris' }])
  })
})
