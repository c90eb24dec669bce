import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from '../../testing/test-database.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

/** Answers one column of names, so that a failing test prints who breaks the promise. */
async function names(query: ReturnType<typeof sql<{ name: string }>>): Promise<string[]> {
  const { rows } = await query.execute(database.asSuperuser)
  return rows.map((row) => row.name)
}

const OURS = sql`
  select pg_class.*, nspname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
  where nspname not like 'pg\\_%' and nspname <> 'information_schema'`
const TABLES = sql`select * from (${OURS}) as ours where relkind in ('r', 'p')`
const RESTRICTED = sql`
  select oid, rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit from pg_roles
  where rolname in ('viceversa_app', 'viceversa_sign_in', 'viceversa_jobs', 'viceversa_guard')
     or rolname = ${database.login.user}`

describe('every table', () => {
  test('is there to be looked at', async () => {
    const tables = await names(sql`select nspname || '.' || relname as name from (${TABLES}) as tables`)

    expect(tables).toEqual(expect.arrayContaining(['public.person', 'public.migration', 'pgboss.job']))
  })

  test('has row-level security enabled, and forced upon its owner', async () => {
    const open = await names(sql`
      select nspname || '.' || relname as name from (${TABLES}) as tables
      where not relrowsecurity or not relforcerowsecurity`)

    expect(open).toEqual([])
  })

  test('has a policy', async () => {
    const forgotten = await names(sql`
      select nspname || '.' || relname as name from (${TABLES}) as tables
      where not exists (select 1 from pg_policy where polrelid = tables.oid)`)

    expect(forgotten).toEqual([])
  })

  test('gives nothing to everybody who can enter', async () => {
    const shared = await names(sql`
      select distinct nspname || '.' || relname as name
      from (${OURS}) as ours, aclexplode(relacl) as acl where acl.grantee = 0`)

    expect(shared).toEqual([])
  })
})

describe('every policy', () => {
  test('names its roles rather than everybody, except those that ask for the owner', async () => {
    const lax = await names(sql`
      select polrelid::regclass || '.' || polname as name from pg_policy
      where polroles = '{0}' and polname not in ('owner_keeps', 'owner_upgrades')`)

    expect(lax).toEqual([])
  })
})

describe('every restricted role', () => {
  test('is no superuser, bypasses nothing, creates nothing and inherits nothing', async () => {
    const mighty = await names(sql`
      select rolname as name from (${RESTRICTED}) as roles
      where rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit`)
    const all = await names(sql`select rolname as name from (${RESTRICTED}) as roles`)

    expect(mighty).toEqual([])
    expect(all).toHaveLength(5)
  })

  test('owns nothing; only the guard owns the functions that policies call', async () => {
    const owned = await names(sql`
      select rolname || ' owns ' || coalesce(pg_describe_object(classid, objid, objsubid), 'something elsewhere') as name
      from pg_shdepend join (${RESTRICTED}) as roles on refobjid = roles.oid
      where deptype = 'o' and refclassid = 'pg_authid'::regclass
        and dbid in (0, (select oid from pg_database where datname = current_database()))
        and not (rolname = 'viceversa_guard' and classid = 'pg_proc'::regclass)`)

    expect(owned).toEqual([])
  })

  test('may not TRUNCATE any table, since that ignores policies', async () => {
    const truncatable = await names(sql`
      select rolname || ' may truncate ' || nspname || '.' || relname as name
      from (${RESTRICTED}) as roles, (${TABLES}) as tables
      where has_table_privilege(roles.oid, tables.oid, 'truncate')`)

    expect(truncatable).toEqual([])
  })

  test('may create nothing in any schema', async () => {
    const creative = await names(sql`
      select rolname || ' may create in ' || nspname as name
      from (${RESTRICTED}) as roles, pg_namespace
      where has_schema_privilege(roles.oid, pg_namespace.oid, 'create') and nspname not like 'pg\\_%'`)

    expect(creative).toEqual([])
  })

  test('belongs to no other role, except that the login role may become the three that act', async () => {
    const { rows } = await sql<{ granted: string }>`
      select granted.rolname as granted from pg_auth_members
      join (${RESTRICTED}) as members on members.oid = member
      join pg_roles as granted on granted.oid = roleid order by 1`.execute(database.asSuperuser)

    expect(rows.map(({ granted }) => granted)).toEqual([
      'viceversa_app',
      'viceversa_jobs',
      'viceversa_sign_in',
    ])
  })
})

describe('every view', () => {
  test('runs with the rights of whoever asks', async () => {
    const asOwner = await names(sql`
      select nspname || '.' || relname as name from (${OURS}) as ours
      where relkind = 'v' and not coalesce('security_invoker=true' = any (reloptions), false)`)

    expect(asOwner).toEqual([])
  })

  test('is computed when it is asked: a stored one would hold what no policy guards', async () => {
    expect(await names(sql`select relname as name from (${OURS}) as ours where relkind = 'm'`)).toEqual([])
  })
})

describe('every function that runs with its owner’s rights', () => {
  const DEFINERS = sql`
    select pg_proc.oid, proname, proowner, proconfig, proacl from pg_proc
    join pg_namespace on pg_namespace.oid = pronamespace
    where prosecdef and nspname not like 'pg\\_%' and nspname <> 'information_schema'`

  test('belongs to the guard', async () => {
    const others = await names(sql`
      select proname as name from (${DEFINERS}) as definers where proowner <> 'viceversa_guard'::regrole`)

    expect(others).toEqual([])
  })

  test('says where it looks for names, temporary tables last', async () => {
    const careless = await names(sql`
      select proname as name from (${DEFINERS}) as definers
      where not exists (select 1 from unnest(proconfig) as setting where setting like 'search_path=%pg_temp')`)

    expect(careless).toEqual([])
  })

  test('is not for everybody who can enter', async () => {
    const shared = await names(sql`
      select proname as name from (${DEFINERS}) as definers
      where proacl is null or exists (select 1 from aclexplode(proacl) as acl where acl.grantee = 0)`)

    expect(shared).toEqual([])
  })
})
