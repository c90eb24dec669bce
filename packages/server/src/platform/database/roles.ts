import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { APPLICATION_ROLES, type ConnectionTarget, GUARD_ROLE, withClient } from './connection.ts'
import { UnsuitableDatabaseError } from './errors.ts'
import { scramVerifier } from './scram-verifier.ts'
import { isUnavailable } from './unavailable.ts'

const { escapeIdentifier, escapeLiteral } = pg

/** The role that the application logs in as, with its password. */
export type Login = { readonly role: string; readonly password: string }

/**
 * The login role of one database, `<database>_login`. Every node that knows the secret computes the same password, so
 * none has to be stored or handed around.
 */
export function loginFor(database: string, secret: string): Login {
  const role = `${database}_login`
  return { role, password: createHmac('sha256', secret).update(`database login ${role}`).digest('base64url') }
}

/**
 * Makes sure that the restricted roles exist, that the login role may become them, and that it enters with its
 * password. Roles belong to the whole server, so another installation or node may be doing the same at this moment:
 * what exists already is fine.
 *
 * @param owner - A connection to the database as its owner.
 * @throws {@link UnsuitableDatabaseError} when the owner may not, with the statements an administrator has to run.
 */
export async function ensureRoles(owner: pg.Client, target: ConnectionTarget, login: Login): Promise<void> {
  const existing = await existingRoles(owner)
  const entersAlready = existing.has(login.role) && (await canEnter(target, login))
  const missing = [
    ...rolesMissing(existing, login),
    ...(await membershipsMissing(owner, login)),
    ...(entersAlready ? [] : [passwordStatement(login)]),
  ]
  for (const statement of missing) {
    try {
      await runOnShared(owner, statement)
    } catch (error) {
      if (stateOf(error) === INSUFFICIENT_PRIVILEGE) throw await mayNotCreateRoles(owner, missing)
      throw error
    }
  }
  if (missing.length > 0) await withClient(target.as(login.role, login.password), async () => {})
}

async function existingRoles(owner: pg.Client): Promise<Set<string>> {
  const { rows } = await owner.query<{ rolname: string }>('select rolname from pg_roles')
  return new Set(rows.map((row) => row.rolname))
}

function rolesMissing(existing: ReadonlySet<string>, login: Login): string[] {
  return [
    ...[...APPLICATION_ROLES, GUARD_ROLE].map((role) => ({ role, kind: 'nologin' })),
    { role: login.role, kind: 'login' },
  ]
    .filter(({ role }) => !existing.has(role))
    .map(({ role, kind }) => `create role ${escapeIdentifier(role)} ${kind} noinherit`)
}

async function membershipsMissing(owner: pg.Client, login: Login): Promise<string[]> {
  const { rows } = await owner.query<{ granted: string }>(
    `select granted.rolname as granted
       from pg_auth_members
       join pg_roles granted on granted.oid = roleid
       join pg_roles member on member.oid = member
      where member.rolname = $1`,
    [login.role],
  )
  const held = new Set(rows.map((row) => row.granted))
  const wanted = APPLICATION_ROLES.filter((role) => !held.has(role))
  return [
    ...(wanted.length > 0 ? [`grant ${wanted.join(', ')} to ${escapeIdentifier(login.role)}`] : []),
    ...(await guardMembershipMissing(owner)),
  ]
}

/**
 * The owner hands the helper functions over to the guard, for which it must be able to become the guard. It does not
 * inherit the guard's rights (PostgreSQL 16 and later), so the guard's policies open nothing to the owner.
 */
async function guardMembershipMissing(owner: pg.Client): Promise<string[]> {
  const canSet = (await majorVersion(owner)) >= 16
  const { rows } = await owner.query<{ name: string; member: boolean }>(
    `select current_user as name, exists (
       select 1 from pg_roles where rolname = '${GUARD_ROLE}' and pg_has_role(current_user, oid, $1)) as member`,
    [canSet ? 'SET' : 'MEMBER'],
  )
  const [current] = rows
  if (!current || current.member) return []
  const options = canSet ? ' with inherit false, set true' : ''
  return [`grant ${GUARD_ROLE} to ${escapeIdentifier(current.name)}${options}`]
}

/** A verifier instead of the password, since the statement may end up in the server's log. */
function passwordStatement({ role, password }: Login): string {
  return `alter role ${escapeIdentifier(role)} login password ${escapeLiteral(scramVerifier(password))}`
}

async function canEnter(target: ConnectionTarget, login: Login): Promise<boolean> {
  try {
    await withClient(target.as(login.role, login.password), async () => {})
    return true
  } catch (error) {
    if (isUnavailable(error)) throw error
    return false
  }
}

const TRIES = 10

/** Runs a statement on what the whole server shares, where somebody else may have been first a moment ago. */
async function runOnShared(owner: pg.Client, statement: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await owner.query(statement)
      return
    } catch (error) {
      const state = stateOf(error)
      if (state === DUPLICATE_OBJECT || state === UNIQUE_VIOLATION) return
      if (state !== CONCURRENTLY_UPDATED || attempt === TRIES) throw error
      await sleep(20 * attempt)
    }
  }
}

async function mayNotCreateRoles(
  owner: pg.Client,
  statements: readonly string[],
): Promise<UnsuitableDatabaseError> {
  const { rows } = await owner.query<{ name: string }>('select current_user as name')
  return new UnsuitableDatabaseError(
    `The role ${rows[0]?.name} in DATABASE_URL may not create or grant roles. An administrator of the database server ` +
      `has to run this once:\n\n${statements.map((statement) => `  ${statement};`).join('\n')}\n`,
  )
}

export async function majorVersion(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  )
  return rows[0]!.version
}

const DUPLICATE_OBJECT = '42710'
const UNIQUE_VIOLATION = '23505'
const INSUFFICIENT_PRIVILEGE = '42501'
/** "tuple concurrently updated" has no state of its own. */
const CONCURRENTLY_UPDATED = 'XX000'

function stateOf(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}
