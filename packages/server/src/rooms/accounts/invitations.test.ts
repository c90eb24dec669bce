import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { createInvitation } from './create-invitation.ts'
import { browser } from './testing/browser.ts'

const app = await testApp()
const db = app.database.asSuperuser
afterAll(() => app.close())

let manager: Awaited<ReturnType<typeof app.person>>
let programmeId: string
beforeAll(async () => {
  manager = await app.person({ givenName: 'Imogen' })
  const programme = await db
    .insertInto('programme')
    .values({
      name: 'Fresh Eyes',
      template: 'six-months',
      session_count: 6,
      session_minutes: 60,
      expected_pairs: 12,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  programmeId = programme.id
  await db
    .insertInto('programme_manager')
    .values({ programme_id: programmeId, person_id: manager.id })
    .execute()
})

async function invite(personId: string, more = {}): Promise<string> {
  const { url } = await app.platform.database.asActor({ kind: 'person', personId: manager.id }, (as) =>
    createInvitation(
      as,
      {
        personId,
        programmeId,
        seat: 'mentor',
        purpose: 'join-programme',
        address: app.platform.config.address,
        ...more,
      },
      app.clock.now(),
    ),
  )
  return url.split('/').at(-1) ?? ''
}

const accept = (token: string, at = browser(app)) => at.request('PUT', `/invitations/${token}/acceptance`)

describe('an invitation', () => {
  test('says what it invites to, and nothing about anybody but a first name', async () => {
    const token = await invite((await app.person({ givenName: 'Amina', familyName: 'Diallo' })).id)

    expect(await app.anonymous.accounts.showInvitation({ token })).toEqual({
      organisationName: 'Meridian',
      programmeName: 'Fresh Eyes',
      seat: 'mentor',
      givenName: 'Amina',
    })
  })

  test('signs its person in by one press and leads to the programme', async () => {
    const amina = await app.person({ givenName: 'Amina' })
    const firefox = browser(app)

    const { status, body } = await accept(await invite(amina.id), firefox)

    expect([status, body]).toEqual([200, { programmeId }])
    expect((await firefox.request('GET', '/me')).body).toMatchObject({ person: { id: amina.id } })
  })

  test('is not used up by looking at it', async () => {
    const token = await invite((await app.person()).id)
    for (let looks = 0; looks < 3; looks++) await app.anonymous.accounts.showInvitation({ token })

    expect((await accept(token)).status).toBe(200)
  })

  test('works once: of ten at the same moment one is let in', async () => {
    const token = await invite((await app.person()).id)

    const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)))

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    for (const { body } of answers.filter(({ status }) => status !== 200)) {
      expect(body).toMatchObject({ type: '/problems/invitation-not-valid', status: 410 })
    }
  })

  test('works for 14 days', async () => {
    const [early, late] = [await invite((await app.person()).id), await invite((await app.person()).id)]

    app.clock.pass({ days: 13, hours: 23 })
    expect((await accept(early)).status).toBe(200)
    app.clock.pass({ hours: 1 })
    expect((await accept(late)).status).toBe(410)
  })

  test('takes the place of an earlier one for the same programme', async () => {
    const { id } = await app.person()
    const [first, second] = [await invite(id), await invite(id)]

    expect((await accept(first)).status).toBe(410)
    expect((await accept(second)).status).toBe(200)
  })

  test('stops working when its person leaves the organisation', async () => {
    const { id } = await app.person()
    const token = await invite(id)
    await db.updateTable('person').set({ status: 'left' }).where('id', '=', id).execute()

    expect((await accept(token)).status).toBe(410)
  })

  test('that was used, is too old or never was looks the same', async () => {
    const used = await invite((await app.person()).id)
    await accept(used)

    const refusals = await Promise.all(
      [used, 'A'.repeat(43)].map(async (token) => {
        const response = await app.anonymous.request('GET', `/invitations/${token}`)
        const problem = (await response.json()) as Record<string, unknown>
        return { ...problem, requestId: undefined, instance: undefined }
      }),
    )

    expect(refusals[0]).toEqual(refusals[1])
    expect(refusals[0]).toMatchObject({ type: '/problems/invitation-not-valid' })
  })

  test('is stored as a hash of 256 random bits', async () => {
    const token = await invite((await app.person()).id)
    const { rows } = await sql<{ row: string }>`select invitation::text as row from invitation`.execute(db)

    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    for (const { row } of rows) expect(row).not.toContain(token)
  })

  test('ends the session of whoever opened it on the same browser before', async () => {
    const firefox = browser(app)
    await accept(await invite((await app.person({ givenName: 'Bilal' })).id), firefox)
    const before = new Map(firefox.cookies)
    await accept(await invite((await app.person({ givenName: 'Chidi' })).id), firefox)

    expect((await firefox.request('GET', '/me')).body).toMatchObject({ person: { givenName: 'Chidi' } })
    const old = browser(app)
    for (const [name, value] of before) old.cookies.set(name, value)
    expect(await old.whoAmI()).toBe(401)
  })

  test('can be made by the programme’s managers and administrators alone', async () => {
    const outsider = await app.person()
    const invited = await app.person()

    const attempt = app.platform.database.asActor({ kind: 'person', personId: outsider.id }, (as) =>
      createInvitation(
        as,
        {
          personId: invited.id,
          programmeId,
          purpose: 'join-programme',
          address: app.platform.config.address,
        },
        app.clock.now(),
      ),
    )

    await expect(attempt).rejects.toThrow(/row-level security/)
  })
})
