import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'

const app = await testApp()
const db = app.database.asSuperuser
afterAll(() => app.close())

async function programme(name: string, more = {}): Promise<string> {
  const { id } = await db
    .insertInto('programme')
    .values({
      name,
      template: 'six-months',
      session_count: 6,
      session_minutes: 60,
      expected_pairs: 12,
      ...more,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

describe('who I am', () => {
  test('says name, rights and preferences, and that there is no seat yet', async () => {
    const person = await app.person({ givenName: 'Amina', familyName: 'Diallo', timeZone: 'Africa/Dakar' })

    expect(await app.as(person).accounts.me()).toMatchObject({
      person: { id: person.id, displayName: 'Amina Diallo', email: person.email },
      administrator: false,
      managesPeople: false,
      seats: [],
      preferences: { theme: 'auto', timeZone: 'Africa/Dakar', locale: 'en' },
      sample: false,
      session: { idleMinutes: 30, endsAt: '2026-09-14T17:00:00.000Z' },
    })
  })

  test('tells an administrator so, whose session rests for 15 minutes only', async () => {
    expect(await app.administrator.accounts.me()).toMatchObject({
      administrator: true,
      managesPeople: true,
      session: { idleMinutes: 15 },
    })
  })

  test('lists every seat, those of running programmes first and of closed ones last', async () => {
    const person = await app.person()
    const other = await app.person()
    const closed = await programme('Last year', { state: 'closed' })
    const running = await programme('Fresh Eyes', { state: 'running', sponsor_id: person.id })
    const managed = await programme('Night Shift', { safe_contact_id: person.id })
    await db.insertInto('programme_manager').values({ programme_id: managed, person_id: person.id }).execute()
    await db
      .insertInto('enrolment')
      .values([
        { programme_id: closed, person_id: person.id, seat: 'mentor' },
        {
          programme_id: running,
          person_id: person.id,
          seat: 'leader',
          state: 'ready',
          consented_at: new Date(),
          ready_at: new Date(),
        },
      ])
      .execute()
    const { id: pairId } = await db
      .insertInto('pair')
      .values({
        programme_id: running,
        mentor_id: other.id,
        leader_id: person.id,
        fit: 70_000,
        reasons: JSON.stringify([]),
        common_ground: JSON.stringify([]),
        asked_at: new Date(),
        answer_by: new Date(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()

    const { seats, managesPeople } = await app.as(person).accounts.me()

    expect(managesPeople).toBe(true)
    expect(seats[0]).toMatchObject({ programmeName: 'Fresh Eyes' })
    expect(seats.at(-1)).toMatchObject({
      programmeName: 'Last year',
      seat: 'mentor',
      enrolmentState: 'invited',
    })
    expect(seats.map(({ programmeName, seat }) => `${seat} in ${programmeName}`).toSorted()).toEqual([
      'leader in Fresh Eyes',
      'mentor in Last year',
      'programme-manager in Night Shift',
      'safe-contact in Night Shift',
      'sponsor in Fresh Eyes',
    ])
    expect(seats.find(({ seat }) => seat === 'leader')).toMatchObject({
      enrolmentState: 'ready',
      pairIds: [pairId],
    })
    expect(seats.find(({ seat }) => seat === 'sponsor')).toMatchObject({ enrolmentState: null, pairIds: [] })
  })
})

describe('preferences', () => {
  test('change one by one and stay', async () => {
    const me = app.as(await app.person())

    expect(await me.accounts.updatePreferences({ theme: 'dark' })).toMatchObject({
      theme: 'dark',
      locale: 'en',
    })
    await me.accounts.updatePreferences({ timeZone: 'Asia/Tokyo' })

    expect((await me.accounts.me()).preferences).toEqual({
      theme: 'dark',
      timeZone: 'Asia/Tokyo',
      locale: 'en',
    })
  })

  test('refuse a time zone that does not exist', async () => {
    const response = await app.administrator.request('PATCH', '/me/preferences', { timeZone: 'Mars/Olympus' })

    expect(response.status).toBe(422)
  })

  test('are nobody else’s to read', async () => {
    const person = await app.person()
    await app.as(person).accounts.updatePreferences({ theme: 'dark' })

    const seen = await app.platform.database.asActor(
      { kind: 'person', personId: (await app.administrator.accounts.me()).person.id },
      (as) => as.selectFrom('person_preference').where('person_id', '=', person.id).selectAll().execute(),
    )

    expect(seen).toEqual([])
  })
})
