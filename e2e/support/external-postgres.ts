import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withClient } from '@viceversa/server/platform/database/connection.ts'
import { startEmbeddedPostgres } from '@viceversa/server/platform/database/embedded-postgres.ts'
import { createLog } from '@viceversa/server/platform/log/log.ts'

/** A PostgreSQL server of somebody else, with a database and an owner made as `docs/operating/database.md` says. */
export async function startExternalPostgres() {
  // So long that no socket fits into it: the server then listens on loopback, where an address can name it.
  const folder = await mkdtemp(join(tmpdir(), `viceversa-external-${'postgresql-'.repeat(8)}`))
  const server = await startEmbeddedPostgres({ dataFolder: folder, log: createLog('silent') })
  const password = 'the owner’s password'
  await withClient(server.superuser, async (client) => {
    await client.query(`create role viceversa_owner login createrole password '${password}'`)
    await client.query('create database viceversa owner viceversa_owner')
  })
  const { host, port } = server.address
  return {
    databaseUrl: `postgresql://viceversa_owner:${encodeURIComponent(password)}@${host}:${port}/viceversa`,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
