import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cloneDatabase } from '../../testing/test-database.ts'
import { DatabaseUnavailableError } from './errors.ts'
import { notify } from './listen.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

const amina = { kind: 'person', personId: 'a0000000-0000-4000-8000-000000000001' } as const

beforeAll(async () => {
  await sql`
    create table counter (only_row boolean primary key default true, value int not null);
    insert into counter (value) values (0);
    alter table counter enable row level security;
    alter table counter force row level security;
    grant select, update on counter to viceversa_app;
    create policy everybody on counter to viceversa_app using (true)`.execute(database.asSuperuser)
})

const cutEverybodyElse = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(database.asSuperuser)

describe('a lost connection', () => {
  test('is one error, whatever the driver calls it, and the next request has a new connection', async () => {
    const interrupted = database.asActor(amina, async (db) => {
      await cutEverybodyElse()
      await sql`select 1`.execute(db)
    })

    await expect(interrupted).rejects.toThrow(DatabaseUnavailableError)
    await expect(database.asActor(amina, (db) => sql`select 1`.execute(db))).resolves.toBeDefined()
    expect(await database.ready()).toBe(true)
  })

  test('while nobody uses it is not noticed by the next person', async () => {
    await database.asActor(amina, (db) => sql`select 1`.execute(db))
    await cutEverybodyElse()
    await sleep(50)

    await expect(database.asActor(amina, (db) => sql`select 1`.execute(db))).resolves.toBeDefined()
  })
})

describe('two people at once', () => {
  const increase = (retries: number) =>
    database.asActor(
      amina,
      async (db) => {
        const { rows } = await sql<{ value: number }>`select value from counter`.execute(db)
        await sleep(30)
        await sql`update counter set value = ${rows[0]!.value + 1}`.execute(db)
      },
      { isolation: 'serializable', retries },
    )

  test('both succeed when their work may be repeated', async () => {
    await Promise.all([increase(5), increase(5)])

    const { rows } = await sql`select value from counter`.execute(database.asSuperuser)
    expect(rows).toEqual([{ value: 2 }])
  })

  test('one is told when it may not', async () => {
    const outcomes = await Promise.allSettled([increase(0), increase(0)])

    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('a notification', () => {
  const heard = (payloads: string[]) => database.subscribe({ onPayload: (payload) => payloads.push(payload) })

  test('reaches every subscriber once the transaction commits, in order', async () => {
    const [one, two]: [string[], string[]] = [[], []]
    const ends = [heard(one), heard(two)]

    await vi.waitFor(async () => {
      await database.asActor(amina, (db) => notify(db, 'are you there'))
      await sleep(20)
      expect(one).toContain('are you there')
    }, 5_000)
    one.length = two.length = 0
    await database.asActor(amina, async (db) => {
      await notify(db, 'first')
      await notify(db, 'second')
      await sleep(50)
      expect(one).toEqual([])
    })

    await vi.waitFor(() =>
      expect([one, two]).toEqual([
        ['first', 'second'],
        ['first', 'second'],
      ]),
    )
    for (const end of ends) end()
  })

  test('never leaves a transaction that fails', async () => {
    const payloads: string[] = []
    const end = heard(payloads)
    const failing = database.asActor(amina, async (db) => {
      await notify(db, 'never said')
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await database.asActor(amina, (db) => notify(db, 'said'))

    await vi.waitFor(() => expect(payloads).toEqual(['said']))
    end()
  })

  test('is heard again after the connection broke, and the gap is told', async () => {
    const payloads: string[] = []
    const onGap = vi.fn()
    const end = database.subscribe({ onPayload: (payload) => payloads.push(payload), onGap })

    await cutEverybodyElse()
    await vi.waitFor(() => expect(onGap).toHaveBeenCalled(), 5_000)
    await database.asActor(amina, (db) => notify(db, 'after the gap'))

    await vi.waitFor(() => expect(payloads).toEqual(['after the gap']))
    end()
  })
})

describe('values', () => {
  test('arrive as plain dates, instants and exact numbers', async () => {
    const [row] = await database.asActor(amina, async (db) => {
      const { rows } = await sql`
        select date '2026-03-29' as date, timestamptz '2026-03-29 01:30+00' as instant, count(*) as count,
          9007199254740991 as largest`.execute(db)
      return rows
    })

    expect(row).toEqual({
      date: '2026-03-29',
      instant: new Date('2026-03-29T01:30:00Z'),
      count: 1,
      largest: 9007199254740991,
    })
  })

  test('that a number cannot hold are refused instead of rounded', async () => {
    const reading = database.asActor(amina, (db) => sql`select 9007199254740993 as count`.execute(db))

    await expect(reading).rejects.toThrow('does not fit')
  })
})

describe('the sign-in library', () => {
  test('enters as its own role, sees its own schema, and no person', async () => {
    const { rows } = await database.signInPool.query(
      `select current_user as role, current_setting('search_path') as path`,
    )

    expect(rows).toEqual([{ role: 'viceversa_sign_in', path: 'sign_in' }])
    await expect(database.signInPool.query('select * from public.programme')).rejects.toThrow(
      'permission denied',
    )
  })
})
