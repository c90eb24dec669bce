import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect } from 'kysely'
import { PostgresDialect as CodegenDialect, generate } from 'kysely-codegen'
import { pino } from 'pino'
import { type ConnectionTarget, openPool } from '../platform/database/connection.ts'
import { startEmbeddedPostgres } from '../platform/database/embedded-postgres.ts'
import { prepareDatabase } from '../platform/database/prepare-database.ts'
import { provisionDatabase } from '../platform/database/provision-database.ts'

const TYPES_FILE = fileURLToPath(new URL('../platform/database/schema.generated.ts', import.meta.url))

/**
 * The types of every table of ours, as TypeScript source. Tables of the sign-in library and of the job queue are left
 * out: nobody but those libraries touches them.
 *
 * @param superuser - A migrated database.
 */
export async function databaseTypes(superuser: ConnectionTarget): Promise<string> {
  const pool = openPool(superuser, { size: 2, log: pino({ level: 'silent' }) })
  const db = new Kysely({ dialect: new PostgresDialect({ pool }) })
  try {
    return await generate({
      db,
      dialect: new CodegenDialect({ dateParser: 'string', numericParser: 'string' }),
      includePattern: 'public.*',
      excludePattern: 'public.migration',
      // As `value-types.ts` reads them.
      typeMapping: { int8: 'number' },
    })
  } finally {
    await db.destroy()
  }
}

export function writtenDatabaseTypes(): Promise<string> {
  return readFile(TYPES_FILE, 'utf8')
}

/** `npm run generate:database`: migrates a database of its own and writes the types beside the code that uses them. */
async function main(): Promise<void> {
  const log = pino({ level: 'warn' })
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'viceversa-types-'))
  const postgres = await startEmbeddedPostgres({ dataFolder, log, settings: { fsync: 'off' } })
  try {
    await prepareDatabase(
      await provisionDatabase(postgres.superuser, 'viceversa', 'viceversa_owner'),
      'none',
      log,
    )
    await writeFile(TYPES_FILE, await databaseTypes(postgres.superuser.at('viceversa')))
  } finally {
    await postgres.stop()
    await rm(dataFolder, { recursive: true })
  }
}

if (import.meta.main) await main()
