import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../../testing/test-app.ts'
import { browser } from '../accounts/testing/browser.ts'
import { setUpKey } from './set-up-key.ts'

let app: TestApp
afterEach(() => app.close())

describe('the sample organisation', () => {
  beforeEach(async () => {
    app = await testApp({ today: '2026-11-24T09:00:00Z', empty: true })
  })

  test('is entered as its programme manager, and can be seen as a mentor and a leader too', async () => {
    const firefox = browser(app)

    const entered = await firefox.request('POST', '/sample-organisation', {})
    expect(entered.status).toBe(201)
    expect((await firefox.request('GET', '/me')).body).toMatchObject({ sample: true, managesPeople: true })
    expect(await app.anonymous.organisation.show()).toMatchObject({ state: 'sample', name: 'Larkmoor' })

    const personas = (await firefox.request('GET', '/sample-organisation/personas')).body as unknown as {
      personId: string
      seat: string
    }[]
    expect(personas.map(({ seat }) => seat)).toEqual(['programme-manager', 'mentor', 'leader'])
    for (const { personId, seat } of personas) {
      const became = await firefox.request('PUT', '/sample-organisation/persona', { personId })
      expect(became.status).toBe(200)
      const { body: me } = await firefox.request('GET', '/me')
      expect(me).toMatchObject({ person: { id: personId } })
      expect((me.seats as { seat: string }[]).map((each) => each.seat)).toContain(seat)
    }
  })

  test('lets nobody be anybody but those three', async () => {
    const firefox = browser(app)
    await firefox.request('POST', '/sample-organisation', {})
    const personas = await app.anonymous.organisation.personas()
    const other = await app.database.asSuperuser
      .selectFrom('person')
      .where(
        'id',
        'not in',
        personas.map(({ personId }) => personId),
      )
      .select('id')
      .executeTakeFirstOrThrow()

    expect(
      (await firefox.request('PUT', '/sample-organisation/persona', { personId: other.id })).status,
    ).toBe(404)
  })

  test('is left whole, from whatever seat, and leaves nothing behind', async () => {
    const firefox = browser(app)
    await firefox.request('POST', '/sample-organisation', {})
    const personas = await app.anonymous.organisation.personas()
    const mentor = personas.find(({ seat }) => seat === 'mentor')
    await firefox.request('PUT', '/sample-organisation/persona', { personId: mentor?.personId })

    const left = await firefox.request('PUT', '/sample-organisation/removal', {})

    expect(left.status).toBe(204)
    expect(firefox.cookies.has('viceversa.session')).toBe(false)
    expect(await firefox.whoAmI()).toBe(401)
    expect(await tablesWithRows()).toEqual([])
    expect(await app.anonymous.organisation.show()).toMatchObject({ state: 'empty', name: null })
  })

  test('can be entered again without a second filling, and filled again after it was left', async () => {
    const first = await browser(app).request('POST', '/sample-organisation', {})
    const again = await browser(app).request('POST', '/sample-organisation', {})
    expect(again.body).toEqual(first.body)

    await browser(app).request('PUT', '/sample-organisation/removal', {})
    expect((await browser(app).request('POST', '/sample-organisation', {})).status).toBe(201)
  })

  test('asked for by two at the same moment is filled once', async () => {
    const answers = await Promise.all(
      [1, 2].map(() => browser(app).request('POST', '/sample-organisation', {})),
    )

    expect(answers.map(({ status }) => status)).toContain(201)
    for (const { status, body } of answers) {
      if (status !== 201) expect(body).toMatchObject({ type: '/problems/already-set-up' })
    }
    const { rows } = await sql<{ people: number }>`select count(*) as people from person`.execute(
      app.database.asSuperuser,
    )
    expect(rows[0]?.people).toBe(66)
  })
})

describe('the sample on a server that others can reach', () => {
  test('asks whoever has no session there for the key', async () => {
    app = await testApp({ today: '2026-11-24T09:00:00Z', empty: true, config: { host: '0.0.0.0' } })
    const key = setUpKey(app.platform.config)
    await browser(app).request('POST', '/sample-organisation', { setUpKey: key })

    expect((await browser(app).request('GET', '/sample-organisation/personas')).status).toBe(403)
    expect((await browser(app).request('PUT', '/sample-organisation/removal', {})).status).toBe(403)
    expect(
      (await browser(app).request('PUT', '/sample-organisation/removal', { setUpKey: key })).status,
    ).toBe(204)
  })
})

describe('in a real organisation', () => {
  beforeEach(async () => {
    app = await testApp()
  })

  test('nobody can be played and nothing removed, whoever asks', async () => {
    const person = await app.person()
    for (const who of [app.administrator, app.as(person), app.anonymous]) {
      const refusals = await Promise.all([
        who.request('GET', '/sample-organisation/personas'),
        who.request('PUT', '/sample-organisation/persona', { personId: person.id }),
        who.request('PUT', '/sample-organisation/removal', {}),
      ])
      for (const refusal of refusals) {
        expect(await refusal.json()).toMatchObject({ type: '/problems/not-the-sample', status: 409 })
      }
    }
    expect(await app.anonymous.organisation.show()).toMatchObject({ state: 'real', name: 'Meridian' })
  })

  test('the database refuses to remove it as a whole, even for its administrator', async () => {
    const { person } = await app.administrator.accounts.me()

    await app.platform.database.asActor({ kind: 'person', personId: person.id }, async (db) => {
      expect((await db.deleteFrom('organisation').executeTakeFirst()).numDeletedRows).toBe(0n)
    })
  })
})

/** Every table of ours that holds a row, but for the house's own books. */
async function tablesWithRows(): Promise<string[]> {
  const db = app.database.asSuperuser
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'sign_in')
      and tablename not in ('migration', 'rate_limit', 'idempotency_key', 'attempt')`.execute(db)
  const filled: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.raw(name)}`.execute(db)
    if (rows[0]?.count) filled.push(name)
  }
  return filled
}
