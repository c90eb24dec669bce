import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { cloneDatabase, silentLog } from '../../testing/test-database.ts'
import { configFor, withClient } from './connection.ts'
import { migrate } from './migrate.ts'
import { type MigrationFile, readMigrations } from './migration-files.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

afterEach(async () => {
  await sql`drop table if exists made_by_test; delete from migration where name like '9%'`.execute(
    database.asSuperuser,
  )
})

function migration(name: string, text: string): MigrationFile {
  return { name, sql: text, checksum: createHash('sha256').update(text).digest('hex') }
}
const create = migration('9001_create', 'create table made_by_test (number int)')
const fill = migration('9002_fill', 'insert into made_by_test values (1)')
const run = (...migrations: MigrationFile[]) =>
  withClient(database.owner, (client) =>
    migrate(client, silentLog, { migrations, lockTimeoutMilliseconds: 200 }),
  )

describe('migrating', () => {
  test('applies what is new, in order, and nothing twice', async () => {
    expect(await run(create)).toEqual(['9001_create'])
    expect(await run(create, fill)).toEqual(['9002_fill'])
    expect(await run(create, fill)).toEqual([])
  })

  test('refuses a file that was changed after it was applied', async () => {
    await run(create)
    const changed = migration('9001_create', 'create table made_by_test (number bigint)')

    await expect(run(changed)).rejects.toThrow(/9001_create was changed after this database had applied it/)
  })

  test('leaves nothing of a migration that fails, and names file and line', async () => {
    const failing = migration(
      '9003_fails',
      'create table made_by_test (number int);\n\nselect no_such_column;',
    )

    await expect(run(failing)).rejects.toThrow(
      /9003_fails failed at line 3: column "no_such_column" does not exist/,
    )
    const { rows } = await sql`select to_regclass('made_by_test') as found`.execute(database.asSuperuser)
    expect(rows).toEqual([{ found: null }])
  })

  test('happens once when several nodes start together', async () => {
    const applied = await Promise.all([run(create, fill), run(create, fill), run(create, fill)])

    expect(applied.flat()).toEqual(['9001_create', '9002_fill'])
  })

  test('runs beside migrations of a newer version that it does not know', async () => {
    await run(create, fill)

    expect(await run(create)).toEqual([])
  })

  test('gives way to a long transaction and tries again', async () => {
    await run(create)
    const reader = new pg.Client(configFor(database.superuser))
    await reader.connect()
    await reader.query('begin; select * from made_by_test')
    const altering = run(create, migration('9004_alter', 'alter table made_by_test add column word text'))
    // Longer than the lock timeout: the migration has let go at least once.
    setTimeout(() => reader.query('commit'), 400)

    await expect(altering).resolves.toEqual(['9004_alter'])
    await reader.end()
  })
})

describe('migration files', () => {
  test('have their checksum from the text, whatever the line ends', async () => {
    const [unix, windows] = [
      await folderWith('0001_a.sql', 'select 1;\n'),
      await folderWith('0001_a.sql', 'select 1;\r\n'),
    ]

    expect((await readMigrations(windows))[0]?.checksum).toBe((await readMigrations(unix))[0]?.checksum)
  })

  test('are refused without a number, or with a number that another has', async () => {
    await expect(readMigrations(await folderWith('create.sql', ''))).rejects.toThrow(
      'not called like 0001_what_it_does',
    )
    const folder = await folderWith('0001_a.sql', '')
    await writeFile(path.join(folder, '0001_b.sql'), '')
    await expect(readMigrations(folder)).rejects.toThrow('Two migrations have the number 0001')
  })
})

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

async function folderWith(file: string, text: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vv-migrations-'))
  folders.push(folder)
  await writeFile(path.join(folder, file), text)
  return folder
}
