import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { type ConnectionTarget, withClient } from './connection.ts'
import { scramVerifier } from './scram-verifier.ts'

const { escapeIdentifier, escapeLiteral } = pg

/**
 * Creates a database and its owner, or finds them. The owner is no superuser, as on a managed server: whatever works
 * here works there. Its password is new every time, and known only to this process.
 *
 * @param superuser - A connection to any database of the server.
 * @returns How to enter the database as its owner.
 */
export async function provisionDatabase(
  superuser: ConnectionTarget,
  database: string,
  owner: string,
): Promise<ConnectionTarget> {
  const password = randomBytes(32).toString('base64url')
  await withClient(superuser, async (client) => {
    if (!(await exists(client, 'select 1 from pg_roles where rolname = $1', owner))) {
      await client.query(`create role ${escapeIdentifier(owner)} login createrole`)
    }
    await client.query(
      `alter role ${escapeIdentifier(owner)} password ${escapeLiteral(scramVerifier(password))}`,
    )
    if (!(await exists(client, 'select 1 from pg_database where datname = $1', database))) {
      await client.query(`create database ${escapeIdentifier(database)} owner ${escapeIdentifier(owner)}`)
    }
  })
  return superuser.at(database).as(owner, password)
}

async function exists(client: pg.Client, query: string, name: string): Promise<boolean> {
  return (await client.query(query, [name])).rows.length > 0
}
