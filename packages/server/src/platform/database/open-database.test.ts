import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, describe, expect, inject, onTestFinished, test } from 'vitest'
import { silentLog } from '../../testing/test-database.ts'
import { connectDatabase } from './connect-database.ts'
import { type ConnectionTarget, targetOf, withClient } from './connection.ts'
import { readPostmasterFile } from './embedded/postmaster-file.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { DatabaseUnavailableError } from './errors.ts'
import { openDatabase } from './open-database.ts'
import { provisionDatabase } from './provision-database.ts'
import { loginFor } from './roles.ts'

const server = targetOf(inject('testServer').superuserUrl)
const secret = 'a secret that all nodes share'
const open = (databaseUrl: string) =>
  openDatabase({ databaseUrl, dataFolder: '/nowhere', secret, log: silentLog, poolSize: 2 })

const made: { database: string; owner: string }[] = []
let count = 0

/**
 * A database such as an administrator makes for us on a server that another installation uses already: empty, with
 * an owner that may create roles and grant those that exist.
 */
async function externalDatabase(): Promise<ConnectionTarget> {
  const target = await emptyDatabase()
  await withClient(server, (client) =>
    client.query(
      `grant viceversa_app, viceversa_sign_in, viceversa_jobs, viceversa_guard to ${target.user} with admin option`,
    ),
  )
  return target
}

async function emptyDatabase(): Promise<ConnectionTarget> {
  const database = `${inject('testServer').template}_ext${++count}_${process.pid}`
  const names = { database, owner: `${database}_owner` }
  made.push(names)
  return provisionDatabase(server, names.database, names.owner)
}

afterAll(() =>
  withClient(server, async (client) => {
    for (const { database, owner } of made) {
      await client.query(`drop database ${database} with (force)`)
      await client.query(`drop role if exists ${owner}, ${database}_login`)
    }
  }),
)

describe('the built-in database', () => {
  test('that is killed answers again within seconds; meanwhile it is unavailable, and nothing else', async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'vv-open-'))
    onTestFinished(() => rm(dataFolder, { recursive: true }))
    const database = await openDatabase({ dataFolder, secret, log: silentLog })
    onTestFinished(database.close)
    const ask = () =>
      database.asActor({ kind: 'anonymous' }, (db) => sql`select 1`.execute(db)).then(() => 'answer')
    expect(await ask()).toBe('answer')

    const postmaster = await readPostmasterFile(path.join(dataFolder, 'postgres'))
    process.kill(postmaster!.processId, 'SIGKILL')
    const outcomes = []
    const killedAt = Date.now()
    while (outcomes.at(-1) !== 'answer' || Date.now() - killedAt < 500) {
      outcomes.push(await ask().catch((error: Error) => error.name))
      await sleep(10)
    }

    expect(new Set(outcomes)).toEqual(new Set(['DatabaseUnavailableError', 'answer']))
    expect(Date.now() - killedAt).toBeLessThan(10_000)
    expect(await database.ready()).toBe(true)
  })

  test('that is stopped is not ready', async () => {
    const dataFolder = await mkdtemp(path.join(tmpdir(), 'vv-open-'))
    onTestFinished(() => rm(dataFolder, { recursive: true }))
    const postgres = await startEmbeddedPostgres({ dataFolder, log: silentLog })
    const database = connectDatabase(postgres.superuser, { log: silentLog })
    onTestFinished(database.close)
    expect(await database.ready()).toBe(true)

    await postgres.stop()

    expect(await database.ready()).toBe(false)
  })
})

describe('a database that DATABASE_URL names', () => {
  test('is brought up to date and entered as a role that owns nothing, by several nodes at once', async () => {
    const owner = await externalDatabase()

    const nodes = await Promise.all([open(owner.url), open(owner.url), open(owner.url)])

    for (const node of nodes) {
      const { rows } = await node.asActor({ kind: 'anonymous' }, (db) =>
        sql`select session_user as login, current_user as role`.execute(db),
      )
      expect(rows).toEqual([{ login: `${made.at(-1)?.database}_login`, role: 'viceversa_app' }])
      await node.close()
    }
  })

  test('is closed to the login roles of other databases of the same server', async () => {
    const owner = await externalDatabase()
    await (await open(owner.url)).close()
    const stranger = inject('testServer').login

    const entering = withClient(owner.as(stranger.role, stranger.password), async () => {})

    await expect(entering).rejects.toThrow('permission denied for database')
  })

  test('gets a new password when the secret is replaced', async () => {
    const owner = await externalDatabase()
    await (await open(owner.url)).close()

    const database = await openDatabase({
      databaseUrl: owner.url,
      dataFolder: '/nowhere',
      secret: 'another secret',
      log: silentLog,
    })
    onTestFinished(database.close)

    expect(await database.ready()).toBe(true)
    const old = loginFor(made.at(-1)!.database, secret)
    await expect(withClient(owner.as(old.role, old.password), async () => {})).rejects.toThrow(
      'authentication failed',
    )
  })

  test('whose owner may not create roles gets the statements that an administrator has to run, and they are enough', async () => {
    const owner = await emptyDatabase()
    await withClient(server, (client) => client.query(`alter role ${owner.user} nocreaterole`))

    const refusal = await open(owner.url).catch((error: Error) => error)
    expect(refusal).toMatchObject({ name: 'UnsuitableDatabaseError' })
    const [, statements] = (refusal as Error).message.split('has to run this once:')
    await withClient(server, (client) => client.query(statements!))

    const database = await open(owner.url)
    onTestFinished(database.close)
    expect(await database.ready()).toBe(true)
  })

  test('that belongs to somebody else is refused with the statement that helps', async () => {
    const owner = await emptyDatabase()
    const { database } = made.at(-1)!
    await withClient(server, (client) => client.query(`alter database ${database} owner to ${server.user}`))

    const refusal = open(owner.url)

    await expect(refusal).rejects.toThrow(
      `alter database ${pg.escapeIdentifier(database)} owner to "${owner.user}"`,
    )
  })

  test('that does not answer is unavailable', async () => {
    await expect(open('postgres://owner@127.0.0.1:1/viceversa')).rejects.toThrow(DatabaseUnavailableError)
  })

  test('whose address is no address is refused without repeating it, since it holds a password', async () => {
    await expect(open('owner:hunter2@somewhere')).rejects.toThrow(
      /^DATABASE_URL is not an address such as postgres:/,
    )
  })
})
