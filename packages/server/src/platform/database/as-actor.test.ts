import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from '../../testing/test-database.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

const amina = { kind: 'person', personId: 'a0000000-0000-4000-8000-000000000001' } as const

beforeAll(async () => {
  await sql`
    create table note (id uuid primary key default gen_random_uuid(), author_id uuid not null, words text not null);
    alter table note enable row level security;
    alter table note force row level security;
    grant select, insert on note to viceversa_app;
    create policy own on note to viceversa_app using (author_id = actor_person())`.execute(
    database.asSuperuser,
  )
})

describe('asking the database as somebody', () => {
  test('takes on the role of people for a person, and says who it is', async () => {
    const [row] = await database.asActor(amina, async (db) => {
      const { rows } = await sql`select current_user as role, actor_person() as person`.execute(db)
      return rows
    })

    expect(row).toEqual({ role: 'viceversa_app', person: amina.personId })
  })

  test('takes on the role of people for a visitor, who is nobody', async () => {
    const [row] = await database.asActor({ kind: 'anonymous' }, async (db) => {
      const { rows } = await sql`select current_user as role, actor_person() as person`.execute(db)
      return rows
    })

    expect(row).toEqual({ role: 'viceversa_app', person: null })
  })

  test('takes on the role of background work for the system', async () => {
    const [row] = await database.asActor({ kind: 'system', because: 'a test' }, async (db) => {
      const { rows } = await sql`select current_user as role, actor_person() as person`.execute(db)
      return rows
    })

    expect(row).toEqual({ role: 'viceversa_jobs', person: null })
  })

  test('changes nothing when the work throws', async () => {
    const failing = database.asActor(amina, async (db) => {
      await sql`insert into note (author_id, words) values (${amina.personId}, 'lost')`.execute(db)
      throw new Error('changed my mind')
    })

    await expect(failing).rejects.toThrow('changed my mind')
    const { rows } = await sql`select * from note where words = 'lost'`.execute(database.asSuperuser)
    expect(rows).toEqual([])
  })

  test('refuses to write when it was opened for reading', async () => {
    const writing = database.asActor(
      amina,
      (db) => sql`insert into note (author_id, words) values (${amina.personId}, 'no')`.execute(db),
      { readOnly: true },
    )

    await expect(writing).rejects.toThrow('read-only transaction')
  })
})
