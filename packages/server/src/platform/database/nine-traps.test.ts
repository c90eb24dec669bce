import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from '../../testing/test-database.ts'
import type { Actor } from './as-actor.ts'
import { configFor, withClient } from './connection.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

const amina: Actor = { kind: 'person', personId: 'a0000000-0000-4000-8000-000000000001' }
const bilal: Actor = { kind: 'person', personId: 'b0000000-0000-4000-8000-000000000002' }
const nobody: Actor = { kind: 'anonymous' }

/** Two rows of a table made for these tests: one note of Amina's, one of Bilal's. */
beforeAll(async () => {
  await sql`
    set local role ${sql.id(database.owner.user)};
    create table note (
      id uuid not null default gen_random_uuid(),
      author_id uuid not null,
      title text not null,
      primary key (author_id, id),
      unique (author_id, title)
    );
    alter table note enable row level security;
    alter table note force row level security;
    grant select, insert on note to viceversa_app;
    create policy own on note to viceversa_app using (author_id = actor_person()) with check (author_id = actor_person());

    create table comment_on_note (author_id uuid not null, note_id uuid not null,
      foreign key (author_id, note_id) references note (author_id, id));
    alter table comment_on_note enable row level security;
    alter table comment_on_note force row level security;
    grant select, insert on comment_on_note to viceversa_app;
    create policy own on comment_on_note to viceversa_app
      using (author_id = actor_person()) with check (author_id = actor_person());

    create view note_title with (security_invoker = true) as select title from note;
    grant select on note_title to viceversa_app`.execute(database.asSuperuser)
  for (const author of [amina, bilal]) {
    await database.asActor(author, (db) =>
      sql`insert into note (author_id, title) values (actor_person(), 'My first session')`.execute(db),
    )
  }
})

async function notesSeenBy(actor: Actor): Promise<number> {
  return database.asActor(actor, async (db) => (await sql`select * from note`.execute(db)).rows.length)
}

describe('row-level security', () => {
  test('trap 1: the next person on the same connection inherits nothing', async () => {
    const pool = new pg.Pool({ ...configFor(database.login), max: 1 })
    const { asActorOn } = await import('./as-actor.ts')
    const asActor = asActorOn(pool)
    const seenBy = (actor: Actor) =>
      asActor(actor, async (db) => {
        const { rows } = await sql<{ process: number; author: string }>`
          select pg_backend_pid() as process, author_id as author from note`.execute(db)
        return rows
      })

    const [ofAmina, ofBilal, ofNobody] = [await seenBy(amina), await seenBy(bilal), await seenBy(nobody)]
    const left = await pool.query(`
      select current_user = session_user as "roleIsBack", nullif(current_setting('viceversa.person', true), '') as person`)
    await pool.end()

    expect(ofAmina.map(({ author }) => author)).toEqual([amina.personId])
    expect(ofBilal.map(({ author }) => author)).toEqual([bilal.personId])
    expect(ofBilal[0]?.process).toBe(ofAmina[0]?.process)
    expect(ofNobody).toEqual([])
    expect(left.rows).toEqual([{ roleIsBack: true, person: null }])
  })

  test('trap 1: not even when the work before failed', async () => {
    await expect(database.asActor(amina, (db) => sql`select 1 / 0`.execute(db))).rejects.toThrow()

    expect(await notesSeenBy(nobody)).toBe(0)
  })

  test('trap 2: a connection where somebody was before answers nobody with no rows, not with an error', async () => {
    await withClient(database.login, async (client) => {
      await client.query(`begin; select set_config('viceversa.person', '${amina.personId}', true); commit`)
      const { rows: setting } = await client.query(
        `select current_setting('viceversa.person', true) as value`,
      )
      await client.query('begin; set local role viceversa_app')
      const { rows } = await client.query('select * from note')
      await client.query('rollback')

      expect(setting).toEqual([{ value: '' }])
      expect(rows).toEqual([])
    })
  })

  test('trap 3: a view shows nobody more than its tables would', async () => {
    const titles = (actor: Actor) =>
      database.asActor(actor, async (db) => (await sql`select * from note_title`.execute(db)).rows.length)

    expect([await titles(amina), await titles(nobody)]).toEqual([1, 0])
  })

  test('trap 4: binds the owner of the table, too', async () => {
    const { rows } = await database.asSuperuser.transaction().execute(async (db) => {
      await sql`set local role ${sql.id(database.owner.user)}`.execute(db)
      return sql`select * from note`.execute(db)
    })

    expect(rows).toEqual([])
  })

  test('trap 4: an owner’s migration that changes data lifts the force for its own transaction', async () => {
    const { numAffectedRows } = await database.asSuperuser.transaction().execute(async (db) => {
      await sql`set local role ${sql.id(database.owner.user)}`.execute(db)
      await sql`alter table note no force row level security`.execute(db)
      const updated = await sql`update note set title = title`.execute(db)
      await sql`alter table note force row level security`.execute(db)
      return updated
    })

    expect(numAffectedRows).toBe(2n)
  })

  test('trap 5: the application is no superuser, and can become none', async () => {
    await withClient(database.login, async (client) => {
      const { rows } = await client.query(
        'select rolsuper, rolbypassrls from pg_roles where rolname = session_user',
      )

      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
      for (const role of [database.owner.user, 'viceversa_guard', 'postgres']) {
        await expect(client.query(`set role ${role}`)).rejects.toThrow('permission denied')
      }
      await expect(client.query('select * from public.note')).rejects.toThrow('permission denied')
    })
  })

  test('trap 6: what one person keeps can be kept by another, and neither learns of it', async () => {
    const again = (actor: Actor) =>
      database.asActor(actor, (db) =>
        sql`insert into note (author_id, title) values (actor_person(), 'Only Bilal has this')`.execute(db),
      )
    await again(bilal)

    await expect(again(amina)).resolves.toBeDefined()
    await expect(again(amina)).rejects.toThrow('unique')
  })

  test('trap 7: a reference to a row that one cannot see is refused as if there were none', async () => {
    const [note] = await database.asActor(bilal, async (db) => {
      const { rows } = await sql<{ id: string }>`select id from note`.execute(db)
      return rows
    })
    const refer = (id: string) =>
      database
        .asActor(amina, (db) =>
          sql`insert into comment_on_note (author_id, note_id) values (actor_person(), ${id})`.execute(db),
        )
        .catch((error: pg.DatabaseError) => error.code)

    expect(await refer(note!.id)).toBe(await refer(crypto.randomUUID()))
  })

  test('trap 8: a key that somebody else’s row has already is no clash', async () => {
    const [note] = await database.asActor(bilal, async (db) => {
      const { rows } = await sql<{ id: string }>`select id from note`.execute(db)
      return rows
    })
    const taken = database.asActor(amina, (db) =>
      sql`insert into note (author_id, id, title) values (actor_person(), ${note!.id}, 'Same key')`.execute(
        db,
      ),
    )

    await expect(taken).resolves.toBeDefined()
  })

  test('trap 9: nobody empties a table around the policies', async () => {
    const truncating = database.asActor(amina, (db) => sql`truncate note`.execute(db))

    await expect(truncating).rejects.toThrow('permission denied')
  })
})

describe('the real tables', () => {
  test('have keys that the server draws at random, so that none can be guessed (trap 8)', async () => {
    const { rows } = await sql`
      select conrelid::regclass::text as table, attname as key
      from pg_constraint
      join pg_attribute on attrelid = conrelid and attnum = conkey[1]
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where contype = 'p' and cardinality(conkey) = 1 and connamespace = 'public'::regnamespace
        and (atttypid in ('int4'::regtype, 'int8'::regtype)
          or (atttypid = 'uuid'::regtype and attname = 'id'
            and pg_get_expr(adbin, adrelid) is distinct from 'gen_random_uuid()'))`.execute(
      database.asSuperuser,
    )

    expect(rows).toEqual([])
  })
})
