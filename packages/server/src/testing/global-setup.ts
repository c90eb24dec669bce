import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import type { TestProject } from 'vitest/node'
import { type ConnectionTarget, targetOf, withClient } from '../platform/database/connection.ts'
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts'
import { prepareDatabase } from '../platform/database/prepare-database.ts'
import { provisionDatabase } from '../platform/database/provision-database.ts'
import type { Login } from '../platform/database/roles.ts'

/** What a test file needs to make its own clone. */
export type TestServer = {
  /** A superuser's address, without a database. */
  readonly superuserUrl: string
  /** The migrated database that clones are copied from; nobody may be connected to it. */
  readonly template: string
  /** Owns the template and every clone, and is no superuser. */
  readonly owner: Login
  /** Clones share the template's login role, which row-level security knows nothing about. */
  readonly login: Login
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer
  }
}

/**
 * One PostgreSQL for the whole run, with one migrated template: the embedded one in a temporary folder, or the one
 * that VICEVERSA_TEST_DATABASE_URL names, as a superuser.
 */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const external = process.env.VICEVERSA_TEST_DATABASE_URL
  const server = external ? { superuser: targetOf(external), stop: async () => {} } : await startForTests()
  try {
    const { template, owner, login, remove } = await createTemplate(server.superuser)
    provide('testServer', { superuserUrl: server.superuser.url, template, owner, login })
    return async () => {
      if (external) await remove()
      await server.stop()
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

const log = pino({ level: 'warn' })

async function startForTests() {
  const folder = await mkdtemp(path.join(tmpdir(), 'viceversa-tests-'))
  const server = await startEmbeddedPostgres({
    dataFolder: folder,
    log: pino({ level: 'silent' }),
    // The folder is thrown away, so nothing has to survive a power cut. Test files run at once, each with its pools.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' },
  })
  // A run that is broken off must not leave a server behind.
  const quit = () => process.kill(server.processId()!, 'SIGQUIT')
  process.once('exit', quit)
  return {
    superuser: server.superuser,
    async stop() {
      process.off('exit', quit)
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function createTemplate(superuser: ConnectionTarget) {
  const template = `viceversa_test_${randomBytes(4).toString('hex')}`
  const owner = `${template}_owner`
  const target = await provisionDatabase(superuser, template, owner)
  const login = await prepareDatabase(target, randomBytes(16).toString('hex'), log)
  return {
    template,
    owner: { role: owner, password: target.password },
    login,
    remove: () =>
      withClient(superuser, async (client) => {
        await client.query(`drop database ${template} with (force)`)
        await client.query(`drop role ${login.role}, ${owner}`)
      }),
  }
}
