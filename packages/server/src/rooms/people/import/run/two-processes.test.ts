import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { targetOf, withClient } from '../../../../platform/database/connection.ts'
import { cloneDatabase } from '../../../../testing/test-database.ts'

/** The real program, twice, on one database that outlives both. */
const MAIN = fileURLToPath(new URL('../../../../main.ts', import.meta.url))
const oracle = readFileSync(
  new URL(import.meta.resolve('@viceversa/domain/people/import/testing/people-oracle-hr.csv')),
)
/** Longer than a claim that nobody renews. */
const LONG_ENOUGH_MILLISECONDS = 9_000

const database = await cloneDatabase()
const name = new URL(database.owner.url).pathname.slice(1)
const behind = new pg.Client({ connectionString: database.superuser.url })
const running = new Set<Started>()
let folder = ''
let cookie = ''

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'viceversa-twice-'))
  await behind.connect()
})
afterEach(async () => {
  await behind.query('select pg_advisory_unlock_all()')
  for (const { child } of running) child.kill('SIGKILL')
  await Promise.all([...running].map(({ ended }) => ended))
})
afterAll(async () => {
  await behind.end()
  await database.close()
  // The processes made a login role for this database of their own.
  await withClient(targetOf(inject('testServer').superuserUrl), (client) =>
    client.query(`drop role if exists ${name}_login`),
  )
  await rm(folder, { recursive: true, force: true })
})

describe('two processes on one database', { timeout: 120_000 }, () => {
  test('the second leaves alone what the first works on, and carries it out once when the first is killed', async () => {
    const one = await start()
    await setUp(one)
    const id = await planned(one)
    await holdUpApplications()
    expect((await ask(one, 'PUT', `/people-imports/${id}/application`)).state).toBe('applying')
    await underWay()

    const other = await start()
    await sleep(LONG_ENOUGH_MILLISECONDS)
    expect(await standing(id)).toMatchObject({ state: 'applying', tries: 1 })

    one.child.kill('SIGKILL')
    await one.ended
    expect(await peopleInside()).toBe(1)
    await letApplicationsGo()
    await vi.waitFor(async () => expect((await standing(id)).state).toBe('applied'), 20_000)

    expect(await standing(id)).toMatchObject({ tries: 2, claim: null, rows_gzip: null })
    const { rows } = await behind.query('select version, count(*) from person group by version')
    expect(rows).toEqual([{ version: 1, count: '108' }])
    const imports = (await ask(other, 'GET', '/people-imports')) as unknown as PeopleImport[]
    expect(imports.map((each) => [each.id, each.state])).toEqual([[id, 'applied']])
    expect((await ask(other, 'DELETE', `/people-imports/${id}/application`)).state).toBe('undone')
    expect(await peopleInside()).toBe(1)
  })

  test('one that is asked to stop finishes an application that ends in time', async () => {
    const one = await start()
    const id = await planned(one)
    await holdUpApplications()
    await ask(one, 'PUT', `/people-imports/${id}/application`)
    await underWay()

    one.child.kill('SIGTERM')
    await sleep(1_000)
    await letApplicationsGo()

    expect(await one.ended).toBe(0)
    expect(await standing(id)).toMatchObject({ state: 'applied', tries: 1 })
    const next = await start()
    await ask(next, 'DELETE', `/people-imports/${id}/application`)
  })

  test('one that is asked to stop ends in time all the same, and the next start carries the application out', async () => {
    const one = await start()
    const id = await planned(one)
    await holdUpApplications()
    await ask(one, 'PUT', `/people-imports/${id}/application`)
    await underWay()

    const asked = performance.now()
    one.child.kill('SIGTERM')
    expect(await one.ended).toBe(0)
    expect(performance.now() - asked).toBeLessThan(11_000)
    expect(await standing(id)).toMatchObject({ state: 'applying' })
    await letApplicationsGo()
    expect(await peopleInside()).toBe(1)

    await start()
    await vi.waitFor(async () => expect((await standing(id)).state).toBe('applied'), 20_000)
    expect(await peopleInside()).toBe(108)
  })
})

/** An application waits for this lock in its transaction, so a test can look at one that is under way. */
async function holdUpApplications(): Promise<void> {
  await behind.query(`select pg_advisory_lock(hashtext('viceversa.people'))`)
}

async function letApplicationsGo(): Promise<void> {
  await behind.query(`select pg_advisory_unlock(hashtext('viceversa.people'))`)
}

async function underWay(): Promise<void> {
  await vi.waitFor(async () => {
    const { rows } = await behind.query(
      `select 1 from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
    )
    expect(rows).toHaveLength(1)
  }, 10_000)
}

async function standing(id: string) {
  const { rows } = await behind.query(
    'select state, tries, claim, rows_gzip from people_import where id = $1',
    [id],
  )
  return rows[0]
}

async function peopleInside(): Promise<number> {
  const { rows } = await behind.query('select count(*)::int as people from person')
  return rows[0].people
}

type Started = {
  readonly child: ChildProcess
  readonly address: string
  readonly ended: Promise<number | null>
}

async function start(): Promise<Started> {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.owner.url,
      VICEVERSA_SECRET: 'a secret of forty characters, for tests 1234567890',
      VICEVERSA_DATA: path.join(folder, randomBytes(4).toString('hex')),
      VICEVERSA_PORT: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk)
    })
  }
  const ended = once(child, 'close').then(([code]) => {
    running.delete(started)
    return code as number | null
  })
  const port = () => /localhost:(\d+)/.exec(output)?.[1]
  const started: Started = {
    child,
    ended,
    get address() {
      return `http://localhost:${port()}`
    },
  }
  running.add(started)
  await vi.waitFor(() => expect(output, output).toContain('Viceversa is ready'), { timeout: 60_000 })
  return started
}

async function setUp(at: Started): Promise<void> {
  await ask(at, 'POST', '/organisation', {
    organisationName: 'Meridian',
    timeZone: 'Europe/Lisbon',
    givenName: 'Ines',
    familyName: 'Moreira',
    email: 'ines.moreira@meridian.example',
    password: 'a sentence that only I know',
  })
}

async function planned(at: Started): Promise<string> {
  const form = new FormData()
  form.append('file', new File([new Uint8Array(oracle)], 'people.csv', { type: 'text/csv' }))
  const { id, mapping } = await ask(at, 'POST', '/people-imports', form)
  await ask(at, 'PUT', `/people-imports/${id}/plan`, { mapping })
  await vi.waitFor(
    async () => expect((await ask(at, 'GET', `/people-imports/${id}`)).state).toBe('planned'),
    10_000,
  )
  return id
}

/** Sessions are in the database, so one cookie opens every process. */
async function ask(at: Started, method: string, place: string, body: unknown = {}): Promise<PeopleImport> {
  const form = body instanceof FormData
  const response = await fetch(`${at.address}/api${place}`, {
    method,
    headers: {
      origin: at.address,
      'sec-fetch-site': 'same-origin',
      cookie,
      ...(form ? {} : { 'content-type': 'application/json' }),
    },
    ...(method === 'GET' ? {} : { body: form ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${place}: ${response.status} ${text.slice(0, 300)}`)
  const set = response.headers.getSetCookie().map((line) => line.split(';')[0])
  if (set.length > 0) cookie = set.join('; ')
  return JSON.parse(text) as PeopleImport
}
