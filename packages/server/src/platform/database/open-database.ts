import path from 'node:path'
import type { Log } from '../log/log.ts'
import { connectDatabase, type Database } from './connect-database.ts'
import { targetOf } from './connection.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { UnsuitableDatabaseError } from './errors.ts'
import { prepareDatabase } from './prepare-database.ts'
import { provisionDatabase } from './provision-database.ts'
import { orUnavailable } from './unavailable.ts'

export type { Database }

export type OpenDatabaseOptions = {
  /** `postgres://…` as the role that owns the database. Without one, PostgreSQL runs inside the data folder. */
  readonly databaseUrl?: string | undefined
  readonly dataFolder: string
  /** Shared by all nodes of the installation; the login role's password is computed from it. */
  readonly secret: string
  readonly log: Log
  readonly poolSize?: number
}

/**
 * Starts or finds the database, brings its roles and schema up to date, and connects to it as a role that owns
 * nothing. Safe to call from several nodes at once.
 *
 * @throws {@link SharedFolderError} while another application uses the data folder.
 * @throws {@link EmbeddedPostgresError} {@link UnsuitableDatabaseError} {@link MigrationError}
 *   {@link DatabaseUnavailableError} each with a sentence for whoever started the application.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  return options.databaseUrl === undefined
    ? openEmbedded(options)
    : openExternal(options, options.databaseUrl)
}

async function openEmbedded({ dataFolder, secret, log, poolSize }: OpenDatabaseOptions): Promise<Database> {
  const postgres = await startEmbeddedPostgres({ dataFolder: path.resolve(dataFolder), log })
  try {
    const owner = await provisionDatabase(postgres.superuser, 'viceversa', 'viceversa_owner')
    const login = await prepareDatabase(owner, secret, log)
    const database = connectDatabase(owner.as(login.role, login.password), {
      log,
      ...(poolSize && { poolSize }),
    })
    return {
      ...database,
      async close() {
        await database.close()
        await postgres.stop()
      },
    }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

async function openExternal(
  { secret, log, poolSize }: OpenDatabaseOptions,
  databaseUrl: string,
): Promise<Database> {
  const owner = ownerOf(databaseUrl)
  const login = await orUnavailable(() => prepareDatabase(owner, secret, log))
  return connectDatabase(owner.as(login.role, login.password), { log, ...(poolSize && { poolSize }) })
}

function ownerOf(databaseUrl: string) {
  try {
    return targetOf(databaseUrl)
  } catch {
    // Without the address in the sentence: it holds a password.
    throw new UnsuitableDatabaseError(
      'DATABASE_URL is not an address such as postgres://owner:password@host:5432/viceversa.',
    )
  }
}
