import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../platform/database/as-actor.ts'
import { testApp } from '../../testing/test-app.ts'

const app = await testApp()
afterAll(() => app.close())

const statusOf = async (who: ReturnType<typeof app.as>) => (await who.request('GET', '/me')).status

describe('a session', () => {
  test('ends after 30 minutes without a request (S4)', async () => {
    const mentor = app.as(await app.person())
    expect(await statusOf(mentor)).toBe(200)

    app.clock.pass({ minutes: 29 })
    expect(await statusOf(mentor)).toBe(200)
    app.clock.pass({ minutes: 31 })
    expect(await statusOf(mentor)).toBe(401)
  })

  test('of an administrator ends after 15', async () => {
    const administrator = app.as(await administratorPerson())
    expect(await statusOf(administrator)).toBe(200)

    app.clock.pass({ minutes: 16 })
    expect(await statusOf(administrator)).toBe(401)
  })

  test('ends after eight hours, however busy (S4)', async () => {
    const mentor = app.as(await app.person())
    for (let minutes = 0; minutes < 480; minutes += 20) {
      expect(await statusOf(mentor)).toBe(200)
      app.clock.pass({ minutes: 20 })
    }

    expect(await statusOf(mentor)).toBe(401)
  })

  test('ends at once when its person leaves the organisation', async () => {
    const person = await app.person()
    const mentor = app.as(person)
    expect(await statusOf(mentor)).toBe(200)

    await app.database.asSuperuser
      .updateTable('person')
      .set({ status: 'left' })
      .where('id', '=', person.id)
      .execute()

    expect(await statusOf(mentor)).toBe(401)
  })

  test('is opened by no cookie of our own making', async () => {
    for (const cookie of [
      'viceversa.session=',
      'viceversa.session=x.y',
      `viceversa.session=${'a'.repeat(40)}.b`,
    ]) {
      expect((await app.anonymous.request('GET', '/me', undefined, { cookie })).status).toBe(401)
    }
  })
})

describe('an account', () => {
  test('is made once, however many sign-ins come at the same moment', async () => {
    const person = await app.person()

    const statuses = await Promise.all(Array.from({ length: 12 }, () => statusOf(app.as(person))))

    expect(new Set(statuses)).toEqual(new Set([200]))
  })
})

describe('my sessions', () => {
  test('are listed with the one I am in', async () => {
    const person = await app.person()
    const [here, there] = [app.as(person), app.as(person)]
    await statusOf(there)

    const sessions = await here.accounts.sessions()

    expect(sessions).toHaveLength(2)
    expect(sessions.filter(({ current }) => current)).toHaveLength(1)
    expect(Object.keys(sessions[0] ?? {})).not.toContain('token')
  })

  test('can be ended one by one, and the ended one works no more (S4)', async () => {
    const person = await app.person()
    const [here, there] = [app.as(person), app.as(person)]
    await statusOf(there)
    const other = (await here.accounts.sessions()).find(({ current }) => !current)

    await here.accounts.endSession({ sessionId: other?.id ?? '' })

    expect(await statusOf(there)).toBe(401)
    expect(await statusOf(here)).toBe(200)
  })

  test('can be ended all but this one', async () => {
    const person = await app.person()
    const [here, there, elsewhere] = [app.as(person), app.as(person), app.as(person)]
    await Promise.all([statusOf(there), statusOf(elsewhere)])

    await here.accounts.endOtherSessions()

    expect([await statusOf(here), await statusOf(there), await statusOf(elsewhere)]).toEqual([200, 401, 401])
  })

  test('are not for others to end', async () => {
    const [mine, theirs] = [app.as(await app.person()), app.as(await app.person())]
    const [session] = await mine.accounts.sessions()

    const refusal = await theirs.request('DELETE', `/me/sessions/${session?.id}`)

    expect(refusal.status).toBe(404)
    expect(await refusal.json()).toMatchObject({ type: '/problems/session-not-found' })
    expect(await statusOf(mine)).toBe(200)
  })

  test('end here when I sign out, and the browser is told to forget', async () => {
    const mentor = app.as(await app.person())
    await statusOf(mentor)

    const answer = await mentor.request('DELETE', '/session')

    expect(answer.status).toBe(204)
    expect(answer.headers.getSetCookie().join()).toMatch(/viceversa\.session=;.*Max-Age=0/)
    expect(await statusOf(mentor)).toBe(401)
  })

  test('end everywhere else when I set a password (S4)', async () => {
    const person = await app.person()
    const [here, there] = [app.as(person), app.as(person)]
    await Promise.all([statusOf(here), statusOf(there)])

    await here.accounts.setPassword({ newPassword: 'seven quiet herons at noon' })
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401])

    const changed = await here.request('PUT', '/me/password', {
      newPassword: 'nine lanterns under the pier',
      currentPassword: 'seven quiet herons at noon',
    })
    expect(changed.status).toBe(204)
    expect(changed.headers.getSetCookie().join()).toContain('viceversa.session=')
    expect(await statusOf(here)).toBe(401)
  })
})

describe('setting a password', () => {
  const set = async (password: string, more = {}) => {
    const mentor = app.as(await app.person({ givenName: 'Amina', familyName: 'Diallo' }))
    const answer = await mentor.request('PUT', '/me/password', { newPassword: password, ...more })
    return { status: answer.status, body: answer.status === 204 ? {} : await answer.json() }
  }

  test('asks for 15 characters and takes 256, of any kind (S6)', async () => {
    expect((await set('fourteen chars')).body).toMatchObject({ type: '/problems/invalid-request' })
    expect((await set('vellum and tad')).status).toBe(422)
    expect((await set('vellum and tads')).status).toBe(204)
    expect((await set('größenwahn im märz ☂')).status).toBe(204)
    expect((await set(manyWords(256))).status).toBe(204)
    expect((await set(manyWords(257))).status).toBe(422)
  })

  test.each(['passwordpassword', 'AminaDiallo2026!!', 'Meridian Meridian 1', 'correct horse battery staple'])(
    'refuses %s, which guessers try early',
    async (password) => {
      const { status, body } = await set(password)

      expect(status).toBe(422)
      expect(body).toMatchObject({ type: '/problems/password-too-common' })
    },
  )

  test('asks for the old one when there is one', async () => {
    const mentor = app.as(await app.person())
    await mentor.accounts.setPassword({ newPassword: 'seven quiet herons at noon' })

    for (const currentPassword of [undefined, 'not the password at all']) {
      const refusal = await mentor.request('PUT', '/me/password', {
        newPassword: 'nine lanterns under the pier',
        currentPassword,
      })
      expect(await refusal.json()).toMatchObject({ type: '/problems/password-wrong', status: 422 })
    }
  })
})

describe('everything about my account', () => {
  test.each([
    ['GET', '/me'],
    ['PATCH', '/me/preferences'],
    ['GET', '/me/sessions'],
    ['DELETE', '/me/sessions'],
    ['DELETE', '/me/sessions/some-session'],
    ['DELETE', '/session'],
    ['GET', '/me/sign-in-methods'],
    ['PUT', '/me/password', { newPassword: 'seven quiet herons at noon' }],
    ['PUT', '/me/second-factor', {}],
    ['PUT', '/me/second-factor/confirmation', { code: '123456' }],
    ['PUT', '/me/second-factor/removal', {}],
    ['POST', '/me/passkeys/challenges'],
    ['POST', '/me/passkeys', { name: 'Phone', response: {} }],
    ['DELETE', '/me/passkeys/some-passkey'],
  ])('needs somebody who is signed in: %s %s', async (method, path, body?: unknown) => {
    const response = await app.anonymous.request(method, path, body ?? (method === 'PATCH' ? {} : undefined))

    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ type: '/problems/not-signed-in' })
  })
})

describe('who can look at the tables of signing in', () => {
  test('is the role for signing in alone', async () => {
    const person = await app.person()
    const actors: Actor[] = [
      { kind: 'person', personId: person.id },
      { kind: 'anonymous' },
      { kind: 'system', because: 'a test' },
    ]

    for (const actor of actors) {
      const peek = app.database.asActor(actor, (db) => sql`select * from sign_in.session`.execute(db))
      await expect(peek).rejects.toThrow(/permission denied/)
    }
  })
})

async function administratorPerson() {
  const person = await app.person()
  await app.database.asSuperuser.insertInto('administrator').values({ person_id: person.id }).execute()
  return person
}

function manyWords(length: number): string {
  return 'heron lantern pier vellum orchard tadpole '.repeat(10).slice(0, length)
}
