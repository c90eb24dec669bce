import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { Log } from '../log/log.ts'
import { MigrationError } from './errors.ts'
import { type MigrationFile, readMigrations } from './migration-files.ts'
import { alone } from './preparation-lock.ts'

export type MigrateOptions = {
  /** The files of `packages/server/migrations` unless named. */
  readonly migrations?: readonly MigrationFile[]
  /**
   * Waits for a table no longer than this, so that a migration never queues behind a long report with everybody
   * else's requests queueing behind it. It then gives way and tries again.
   */
  readonly lockTimeoutMilliseconds?: number
}

const LOCK_TRIES = 5

/**
 * Applies the migrations that this database has not seen, each in a transaction of its own. Several nodes may start
 * at once: one works, the others wait and find nothing left to do. Migrations that this version does not know are
 * left alone, because an older program must run on a newer schema.
 *
 * @param owner - A connection as the role that owns everything.
 * @returns The names of the migrations that were applied now.
 * @throws {@link MigrationError} when an applied file has changed since, or a new one fails; nothing of it stays.
 */
export async function migrate(
  owner: pg.Client,
  log: Log,
  { migrations, lockTimeoutMilliseconds = 4_000 }: MigrateOptions = {},
): Promise<string[]> {
  const wanted = migrations ?? (await readMigrations())
  return alone(owner, async () => {
    await ensureMigrationTable(owner)
    const applied = await appliedMigrations(owner)
    expectUnchanged(wanted, applied)

    const fresh = wanted.filter(({ name }) => !applied.has(name))
    for (const migration of fresh) {
      await applyWithPatience(owner, migration, lockTimeoutMilliseconds)
      log.info({ migration: migration.name }, 'Applied a migration.')
    }
    return fresh.map(({ name }) => name)
  })
}

/** The table that remembers; its policy follows whoever owns it, so another owner role may take over. */
async function ensureMigrationTable(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ found: boolean }>(
    `select to_regclass('public.migration') is not null as found`,
  )
  if (rows[0]?.found) return
  await owner.query(`
    begin;
    create table public.migration (
      name text primary key,
      checksum text not null,
      applied_at timestamptz not null default now()
    );
    comment on table public.migration is 'Which files of packages/server/migrations this database has seen.';
    comment on column public.migration.checksum is 'SHA-256 of the file, which is frozen once applied.';
    alter table public.migration enable row level security;
    alter table public.migration force row level security;
    create policy owner_keeps on public.migration
      using (pg_has_role((select relowner from pg_class where oid = 'public.migration'::regclass), 'USAGE'));
    commit;`)
}

async function appliedMigrations(owner: pg.Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from public.migration',
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

function expectUnchanged(wanted: readonly MigrationFile[], applied: ReadonlyMap<string, string>): void {
  for (const { name, checksum } of wanted) {
    const known = applied.get(name)
    if (known !== undefined && known !== checksum) {
      throw new MigrationError(
        `The migration ${name} was changed after this database had applied it. Restore the file, and write what ` +
          'should be different as a new migration.',
      )
    }
  }
}

async function applyWithPatience(
  owner: pg.Client,
  migration: MigrationFile,
  lockTimeout: number,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await apply(owner, migration, lockTimeout)
    } catch (error) {
      if (!isLockTimeout(error) || attempt === LOCK_TRIES) throw explained(error, migration)
      await sleep(1_000 * attempt)
    }
  }
}

async function apply(
  owner: pg.Client,
  { name, sql, checksum }: MigrationFile,
  lockTimeout: number,
): Promise<void> {
  await owner.query('begin')
  try {
    await owner.query(`set local lock_timeout = ${lockTimeout}; set local search_path = public`)
    await owner.query(sql)
    await owner.query('insert into public.migration (name, checksum) values ($1, $2)', [name, checksum])
    await owner.query('commit')
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    throw error
  }
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '55P03'
}

function explained(error: unknown, { name, sql }: MigrationFile): unknown {
  if (!(error instanceof pg.DatabaseError)) return error
  const line = error.position ? ` at line ${sql.slice(0, Number(error.position)).split('\n').length}` : ''
  const hint = [error.detail, error.hint, error.where].filter(Boolean).join(' ')
  return new MigrationError(`The migration ${name} failed${line}: ${error.message}. ${hint}`.trim(), {
    cause: error,
  })
}
