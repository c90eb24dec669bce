import type pg from 'pg'
import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import pgBossPackage from 'pg-boss/package.json' with { type: 'json' }

/** The schema that the migrations created for the queue, and nothing else. */
export const JOBS_SCHEMA = 'pgboss'

/** The version of the queue's tables that the installed library works with. */
const WANTED_VERSION = pgBossPackage.pgboss.schema

/**
 * Creates or upgrades the queue's tables as their owner, so that the role which works on them needs no right to change
 * them, and puts row-level security on every one. Tables of a newer version are left alone, because an older program
 * must run beside a newer one.
 *
 * @param owner - A connection as the role that owns everything. Several nodes may do this at once.
 */
export async function installJobs(owner: pg.Client): Promise<void> {
  const version = await installedVersion(owner)
  if (version === undefined) {
    await owner.query(getConstructionPlans(JOBS_SCHEMA, { createSchema: false }))
  } else if (version < WANTED_VERSION) {
    await owner.query(getMigrationPlans(JOBS_SCHEMA, version))
  }
  await guardTables(owner)
}

async function installedVersion(owner: pg.Client): Promise<number | undefined> {
  const { rows: tables } = await owner.query<{ found: boolean }>(
    `select to_regclass('${JOBS_SCHEMA}.version') is not null as found`,
  )
  if (!tables[0]?.found) return undefined
  const { rows } = await owner.query<{ version: number }>(`select version from ${JOBS_SCHEMA}.version`)
  return rows[0]?.version
}

/**
 * Background work may read and write jobs, and nobody else sees one. The owner keeps its access for upgrades, because
 * forced row-level security binds owners too.
 */
async function guardTables(owner: pg.Client): Promise<void> {
  await owner.query(`
    do $$
    declare
      unguarded regclass;
    begin
      for unguarded in
        select pg_class.oid from pg_class
        where relnamespace = '${JOBS_SCHEMA}'::regnamespace and relkind in ('r', 'p')
          and (not relrowsecurity or not relforcerowsecurity
            or not exists (select 1 from pg_policy where polrelid = pg_class.oid))
      loop
        execute format('grant select, insert, update, delete on %s to viceversa_jobs', unguarded);
        execute format('alter table %s enable row level security, force row level security', unguarded);
        execute format('create policy jobs_work on %s to viceversa_jobs using (true) with check (true)', unguarded);
        execute format(
          'create policy owner_upgrades on %s using (pg_has_role((select relowner from pg_class where oid = %s), ''USAGE''))',
          unguarded, unguarded::oid);
      end loop;
    end $$`)
}
