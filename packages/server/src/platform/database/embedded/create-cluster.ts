import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { EmbeddedPostgresError } from '../errors.ts'
import type { PostgresBinaries } from './binaries.ts'
import { giveTo, run, type ServerAccount } from './server-account.ts'

/** The only role that bypasses row-level security; used to create the owner, and by nothing that answers requests. */
export const SUPERUSER = 'postgres'

/** Where the parts of the embedded database lie inside the data folder. */
export function layoutOf(dataFolder: string) {
  return {
    cluster: path.join(dataFolder, 'postgres'),
    unfinished: path.join(dataFolder, 'postgres.new'),
    socket: path.join(dataFolder, 'socket'),
    password: path.join(dataFolder, 'postgres.password'),
  }
}

/**
 * Creates the cluster unless it exists. It is made beside its place and renamed, so a kill in between leaves
 * nothing half made.
 *
 * @returns The superuser's password.
 * @throws {@link EmbeddedPostgresError} when the folder was made by another PostgreSQL major version.
 */
export async function ensureCluster(
  dataFolder: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
): Promise<string> {
  const { cluster } = layoutOf(dataFolder)
  if (existsSync(cluster)) {
    await giveTo(account, cluster)
    await expectSameMajor(cluster, binaries, account)
  } else {
    await createCluster(dataFolder, binaries, account)
  }
  return (await readFile(layoutOf(dataFolder).password, 'utf8')).trim()
}

async function createCluster(
  dataFolder: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
): Promise<void> {
  const { cluster, unfinished, password } = layoutOf(dataFolder)
  await rm(unfinished, { recursive: true, force: true })
  await rm(password, { force: true })
  await writeFile(password, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  await mkdir(unfinished, { mode: 0o700 })
  await giveTo(account, password)
  await giveTo(account, unfinished)
  await run(account, binaries.initdb, [
    `--pgdata=${unfinished}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--data-checksums',
  ])
  await rename(unfinished, cluster)
}

async function expectSameMajor(
  cluster: string,
  binaries: PostgresBinaries,
  account: ServerAccount,
): Promise<void> {
  const made = (await readFile(path.join(cluster, 'PG_VERSION'), 'utf8')).trim()
  const [installed] = /\d+/.exec(await run(account, binaries.postgres, ['--version'])) ?? []
  if (made === installed) return
  throw new EmbeddedPostgresError(
    `The data folder was made by PostgreSQL ${made}, and this Viceversa brings PostgreSQL ${installed}. ` +
      'Export with the earlier Viceversa and import with this one.',
  )
}
