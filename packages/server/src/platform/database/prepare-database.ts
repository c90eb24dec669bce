import pg from 'pg'
import { installJobs } from '../jobs/install-jobs.ts'
import type { Log } from '../log/log.ts'
import { type ConnectionTarget, withClient } from './connection.ts'
import { UnsuitableDatabaseError } from './errors.ts'
import { migrate } from './migrate.ts'
import { alone } from './preparation-lock.ts'
import { ensureRoles, type Login, loginFor, majorVersion } from './roles.ts'

const OLDEST_MAJOR = 15

/**
 * Brings a database to the state that this version needs: roles, schema, and nobody else's right to enter. Safe to
 * run at every start and from several nodes at once.
 *
 * @param owner - The role that owns the database and everything in it. Used here and nowhere else.
 * @returns Whom the application is to log in as.
 * @throws {@link UnsuitableDatabaseError} when the server is too old or the owner lacks a right.
 * @throws {@link MigrationError} when the schema cannot be brought up to date.
 */
export function prepareDatabase(owner: ConnectionTarget, secret: string, log: Log): Promise<Login> {
  return withClient(owner, async (client) => {
    await expectSuitable(client)
    const { rows } = await client.query<{ name: string }>('select current_database() as name')
    const login = loginFor(rows[0]!.name, secret)
    await alone(client, async () => {
      await ensureRoles(client, owner, login)
      await closeToOthers(client, rows[0]!.name, login)
      await migrate(client, log)
      await installJobs(client)
    })
    return login
  })
}

async function expectSuitable(client: pg.Client): Promise<void> {
  const version = await majorVersion(client)
  if (version < OLDEST_MAJOR) {
    throw new UnsuitableDatabaseError(
      `The server in DATABASE_URL is PostgreSQL ${version}. Viceversa needs PostgreSQL ${OLDEST_MAJOR} or later.`,
    )
  }
  const { rows } = await client.query<{ database: string; role: string; owns: boolean }>(
    `select datname as database, current_user as role, pg_has_role(current_user, datdba, 'USAGE') as owns
       from pg_database where datname = current_database()`,
  )
  const [found] = rows
  if (found && !found.owns) {
    throw new UnsuitableDatabaseError(
      `The role ${found.role} in DATABASE_URL has to own the database. An administrator of the database server has ` +
        `to run this once:\n\n  alter database ${pg.escapeIdentifier(found.database)} owner to ` +
        `${pg.escapeIdentifier(found.role)};\n`,
    )
  }
}

/**
 * By default every role of the server may enter every database. Another installation's login role could then become
 * `viceversa_app` here, since roles are shared.
 */
async function closeToOthers(client: pg.Client, database: string, login: Login): Promise<void> {
  const { rows } = await client.query<{ open: boolean }>(
    `select has_database_privilege('public', current_database(), 'connect')
         or not has_database_privilege($1, current_database(), 'connect') as open`,
    [login.role],
  )
  if (!rows[0]?.open) return
  const name = pg.escapeIdentifier(database)
  await client.query(`revoke all on database ${name} from public`)
  await client.query(`grant connect on database ${name} to ${pg.escapeIdentifier(login.role)}`)
}
