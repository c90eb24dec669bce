import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { silentLog } from '../../testing/test-database.ts'
import { targetOf, withClient } from './connection.ts'
import { accountsForRoot } from './embedded/server-account.ts'
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from './embedded-postgres.ts'

const isRoot = process.getuid?.() === 0
const NOBODY = 65534
const ORDINARY = 1000

const folders: string[] = []
const running: EmbeddedPostgres[] = []
const applications: ChildProcess[] = []

afterEach(async () => {
  for (const application of applications.splice(0)) {
    if (application.exitCode !== null || application.signalCode !== null) continue
    application.kill('SIGTERM')
    await once(application, 'exit')
  }
  await Promise.all(running.splice(0).map((postgres) => postgres.stop()))
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })))
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'vv-'))
  folders.push(folder)
  return folder
}

/** A folder that was used and left in order, which is quicker than a first start. */
async function usedFolder(): Promise<string> {
  const folder = await newFolder()
  await cp(seed, folder, { recursive: true, filter: (from) => !from.includes('application.') })
  return folder
}

const seed = await mkdtemp(path.join(tmpdir(), 'vv-seed-'))
beforeAll(async () => {
  const postgres = await startEmbeddedPostgres({ dataFolder: seed, log: silentLog })
  await postgres.stop()
})
afterAll(() => rm(seed, { recursive: true }))

async function start(
  dataFolder: string,
  options: Partial<EmbeddedPostgresOptions> = {},
): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder, log: silentLog, ...options })
  running.push(postgres)
  return postgres
}

type Said = { processId: number; url: string; error?: string; message?: string }

/** Starts another application on the folder, as an ordinary account if wished, and answers what it said. */
async function startApplication(
  dataFolder: string,
  asAccount?: number,
): Promise<{ said: Said; child: ChildProcess }> {
  const program = fileURLToPath(new URL('../../testing/hold-data-folder.ts', import.meta.url))
  const command = [process.execPath, program, dataFolder]
  const dropping = ['setpriv', `--reuid=${asAccount}`, `--regid=${asAccount}`, '--clear-groups']
  const [first, ...rest] = asAccount === undefined ? command : [...dropping, ...command]
  const child = spawn(first!, rest, { stdio: ['ignore', 'pipe', 'inherit'] })
  applications.push(child)
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { said: JSON.parse(line) as Said, child }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch {
    return false
  }
}

describe('the built-in PostgreSQL', () => {
  test('runs in a folder of its own, durable, with checksums, on a socket that nobody else reaches', async () => {
    const folder = await newFolder()
    const postgres = await start(folder)

    const { rows } = await withClient(postgres.superuser, (client) =>
      client.query(`
        select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
          current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses,
          current_setting('server_encoding') as encoding, datlocprovider::text as provider, datlocale as locale
        from pg_database where datname = 'postgres'`),
    )

    expect(rows).toEqual([
      {
        fsync: 'on',
        pages: 'on',
        checksums: 'on',
        addresses: '',
        encoding: 'UTF8',
        provider: 'b',
        locale: 'C.UTF-8',
      },
    ])
    expect(postgres.address).toMatchObject({ kind: 'socket', host: path.join(folder, 'socket') })
    expect((await stat(path.join(folder, 'socket'))).mode & 0o777).toBe(0o700)
    expect((await stat(path.join(folder, 'postgres.password'))).mode & 0o777).toBe(0o600)
  })

  test('asks for the password even on its own socket', async () => {
    const postgres = await start(await usedFolder())

    const entering = withClient(postgres.superuser.as('postgres', 'guessed'), async () => {})

    await expect(entering).rejects.toThrow('password authentication failed')
  })

  test('falls back to loopback where the path is too long for a socket', async () => {
    const folder = path.join(await newFolder(), 'a-folder-with-a-rather-long-name-'.repeat(3))
    const postgres = await start(folder)

    const { rows } = await withClient(postgres.superuser, (client) =>
      client.query('select inet_server_addr()::text as at'),
    )

    expect(postgres.address).toMatchObject({ kind: 'loopback', host: '127.0.0.1' })
    expect(rows).toEqual([{ at: '127.0.0.1/32' }])
  })

  test('starts over after a first start that was interrupted half way', async () => {
    const folder = await newFolder()
    await mkdir(path.join(folder, 'postgres.new'))
    await writeFile(path.join(folder, 'postgres.new', 'PG_VERSION'), '18\n')

    await expect(start(folder)).resolves.toBeDefined()
  })

  test('says so when the folder was made by another major version', async () => {
    const folder = await newFolder()
    await mkdir(path.join(folder, 'postgres'))
    await writeFile(path.join(folder, 'postgres', 'PG_VERSION'), '17\n')

    await expect(start(folder)).rejects.toThrow(
      /made by PostgreSQL 17, and this Viceversa brings PostgreSQL 18/,
    )
  })
})

describe.runIf(isRoot)('started by root', () => {
  test('runs as nobody in a namespace, below a folder that only root may enter', async () => {
    const folder = path.join(await newFolder(), 'inside')
    const postgres = await start(folder, { accountsForRoot: [accountsForRoot.inNamespace] })

    const insideAndOut = await readFile(`/proc/${postgres.processId()}/uid_map`, 'utf8')
    expect(insideAndOut.trim().split(/\s+/)).toEqual([String(NOBODY), '0', '1'])
    expect((await stat(path.join(folder, 'postgres'))).uid).toBe(0)
  })

  test('drops to nobody where namespaces are forbidden, and back again, with the same data', async () => {
    const outer = await newFolder()
    await chmod(outer, 0o755)
    const folder = path.join(outer, 'inside')
    const make = await start(folder, { accountsForRoot: [accountsForRoot.inNamespace] })
    await withClient(make.superuser, (client) => client.query('create table kept ()'))
    await make.stop()

    const dropped = await start(folder, { accountsForRoot: [accountsForRoot.asNobody] })
    expect((await stat(`/proc/${dropped.processId()}`)).uid).toBe(NOBODY)
    await withClient(dropped.superuser, (client) => client.query('select from kept'))
    await dropped.stop()

    const back = await start(folder)
    await withClient(back.superuser, (client) => client.query('select from kept'))
    expect((await stat(path.join(folder, 'postgres', 'PG_VERSION'))).uid).toBe(0)
  })

  test('says what to do where neither works', async () => {
    const starting = start(await newFolder(), { accountsForRoot: [] })

    await expect(starting).rejects.toThrow(/refuses to run as root.*ordinary account, or set DATABASE_URL/)
  })

  test('leaves the folder of an ordinary account to that account', async () => {
    const folder = await newFolder()
    await mkdir(path.join(folder, 'postgres'))
    await chown(path.join(folder, 'postgres'), ORDINARY, ORDINARY)

    await expect(start(folder)).rejects.toThrow(
      /belongs to the account with number 1000. Start Viceversa as that account/,
    )
  })
})

describe.runIf(isRoot)('started by an ordinary account', () => {
  test('runs as that account', async () => {
    const folder = await newFolder()
    await chown(folder, ORDINARY, ORDINARY)

    const { said } = await startApplication(folder, ORDINARY)

    expect(said.error).toBeUndefined()
    expect((await stat(`/proc/${said.processId}`)).uid).toBe(ORDINARY)
  })

  test('says so when the folder belongs to another', async () => {
    const { said } = await startApplication(await newFolder(), ORDINARY)

    expect(said.message).toMatch(/cannot be used \(EACCES.*Start Viceversa as the account that it belongs to/)
  })
})

describe('two applications', () => {
  test('never share a folder: the second says who has it', async () => {
    const folder = await usedFolder()
    await start(folder)

    const { said } = await startApplication(folder)

    expect(said.error).toBe('SharedFolderError')
    expect(said.message).toBe(
      `Another Viceversa (process ${process.pid}) is already running on the data folder ${folder}. ` +
        'Stop it, or name another folder in VICEVERSA_DATA.',
    )
  })

  test('do not share it after a crash either: what the dead one left is stopped, then the next one is refused', async () => {
    const folder = await usedFolder()
    const { said, child } = await startApplication(folder)
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(isAlive(said.processId)).toBe(true)

    const postgres = await start(folder)

    await vi.waitFor(() => expect(isAlive(said.processId)).toBe(false), 5_000)
    expect(postgres.processId()).not.toBe(said.processId)
    expect((await startApplication(folder)).said.error).toBe('SharedFolderError')
  })

  test('follow each other although the server died, too, in the middle of somebody’s long statement', async () => {
    const folder = await usedFolder()
    const { said, child } = await startApplication(folder)
    const busy = withClient(targetOf(said.url), (client) =>
      client.query(
        `do $$ begin for i in 1..4 loop perform count(*) from generate_series(1, 4000000); end loop; end $$`,
      ),
    ).catch(() => 'interrupted')
    await vi.waitFor(async () => {
      const { rows } = await withClient(targetOf(said.url), (client) =>
        client.query(`select from pg_stat_activity where query like 'do $$%'`),
      )
      expect(rows).toHaveLength(1)
    }, 5_000)
    child.kill('SIGKILL')
    process.kill(said.processId, 'SIGKILL')
    await once(child, 'exit')

    await expect(start(folder)).resolves.toBeDefined()
    await busy
  })

  test('follow each other although the process number of the dead server belongs to somebody else now', async () => {
    const folder = await usedFolder()
    const first = await start(folder)
    await first.stop()
    for (const file of ['postgres/postmaster.pid', 'socket/.s.PGSQL.5432.lock']) {
      await writeFile(path.join(folder, file), `${process.pid}\n`)
    }

    await expect(start(folder)).resolves.toBeDefined()
  })
})

describe('a server that is killed', () => {
  test('comes back by itself, and nothing acknowledged is lost', async () => {
    const postgres = await start(await usedFolder())
    await withClient(postgres.superuser, (client) =>
      client.query('create table kept (number int primary key)'),
    )
    const acknowledged = new Set<number>()
    let writing = true
    const writer = (async () => {
      for (let number = 0; writing; ) {
        await withClient(postgres.superuser, async (client) => {
          for (; writing; number++) {
            await client.query('insert into kept values ($1)', [number])
            acknowledged.add(number)
          }
        }).catch(() => {
          // The outcome of this one is unknown; take the next.
          number++
        })
      }
    })()

    for (let round = 0; round < 3; round++) {
      const before = acknowledged.size
      await vi.waitFor(() => {
        expect(acknowledged.size).toBeGreaterThan(before + 50)
        expect(postgres.processId()).toBeDefined()
      }, 10_000)
      process.kill(postgres.processId()!, 'SIGKILL')
    }
    const after = acknowledged.size
    await vi.waitFor(() => expect(acknowledged.size).toBeGreaterThan(after + 50), 10_000)
    writing = false
    await writer

    const { rows } = await withClient(targetOf(postgres.superuser.url), (client) =>
      client.query<{ number: number }>('select number from kept'),
    )
    expect([...acknowledged].filter((number) => !rows.some((row) => row.number === number))).toEqual([])
  })

  test('leaves nothing running once it is asked to stop', async () => {
    const postgres = await start(await usedFolder())
    const processId = postgres.processId()!

    await postgres.stop()

    expect(isAlive(processId)).toBe(false)
  })
})
