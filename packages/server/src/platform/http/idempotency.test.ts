import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { testApp } from '../../testing/test-app.ts'
import { personaOf } from '../../testing/test-persona.ts'
import { forgetOldRequests } from './idempotency-keys.ts'

const app = await testApp()
afterAll(() => app.close())

const { administrator } = app
const create = (key: string, name: string, who = administrator) =>
  who.request('POST', '/programmes', { name, template: 'six-months' }, { 'idempotency-key': key })
const programmesCalled = async (name: string) =>
  (await app.database.asSuperuser.selectFrom('programme').where('name', '=', name).select('id').execute())
    .length

describe('a POST with an Idempotency-Key (R7)', () => {
  test('takes effect once, and its repetition gets the same answer', async () => {
    const key = randomUUID()
    const first = await create(key, 'Once')
    const second = await create(key, 'Once')

    expect(first.status).toBe(201)
    expect(first.headers.get('idempotency-replayed')).toBeNull()
    expect(second.status).toBe(201)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
    expect(second.headers.get('content-type')).toBe(first.headers.get('content-type'))
    expect(await second.json()).toEqual(await first.json())
    expect(await programmesCalled('Once')).toBe(1)
  })

  test('takes effect once when many arrive together', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 12 }, () => create(key, 'Together')))

    const statuses = new Set(answers.map(({ status }) => status))
    expect(statuses.has(201)).toBe(true)
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true)
    expect(await programmesCalled('Together')).toBe(1)
  })

  test('a hundred times repeated has a hundred effects, one for each key', async () => {
    const keys = Array.from({ length: 100 }, randomUUID)
    for (const key of keys) await Promise.all([create(key, 'Hundred'), create(key, 'Hundred')])

    expect(await programmesCalled('Hundred')).toBe(100)
  })

  test('is refused when the key was used for another request', async () => {
    const key = randomUUID()
    await create(key, 'First name')
    const other = await create(key, 'Another name')

    expect(other.status).toBe(422)
    expect(await other.json()).toMatchObject({ type: '/problems/key-used-for-another-request' })
    expect(await programmesCalled('Another name')).toBe(0)
  })

  test('waits for the first while that is being worked on', async () => {
    const key = randomUUID()
    await holdAs(key, 'Waiting', '2026-09-14T09:00:20Z')
    const response = await create(key, 'Waiting')

    expect(response.status).toBe(409)
    expect(response.headers.get('retry-after')).toBe('2')
    expect(await response.json()).toMatchObject({ type: '/problems/request-still-running' })
  })

  test('is worked on anew when the process that held it died', async () => {
    const key = randomUUID()
    await holdAs(key, 'After a crash', '2026-09-14T08:59:59Z')

    expect((await create(key, 'After a crash')).status).toBe(201)
    expect(await programmesCalled('After a crash')).toBe(1)
  })

  test('is not carried out a second time when the process died between the change and the answer', async () => {
    const key = randomUUID()
    await create(key, 'Answer lost')
    await leaveRunning(key, '2026-09-14T08:59:59Z')
    const response = await create(key, 'Answer lost')

    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({ type: '/problems/answer-lost' })
    expect(await programmesCalled('Answer lost')).toBe(1)
  })

  test('is remembered by another process on the same database', async () => {
    const key = randomUUID()
    const first = await create(key, 'Restart')
    const restarted = createApp({ platform: { ...app.platform } })
    const again = await create(
      key,
      'Restart',
      personaOf(restarted, app.platform.config, () => administrator.cookie()),
    )

    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await again.json()).toEqual(await first.json())
  })

  test('repeats a refusal as well', async () => {
    const key = randomUUID()
    const first = await create(key, '')
    const second = await create(key, '')

    expect(first.status).toBe(422)
    expect(second.status).toBe(422)
    expect(second.headers.get('idempotency-replayed')).toBe('true')
  })

  test('belongs to one person: the same key of another is another', async () => {
    const key = randomUUID()
    const colleague = await app.person()
    await app.database.asSuperuser.insertInto('administrator').values({ person_id: colleague.id }).execute()
    await create(key, 'Mine')
    const theirs = await create(key, 'Theirs', app.as(colleague))

    expect(theirs.status).toBe(201)
    expect(theirs.headers.get('idempotency-replayed')).toBeNull()
  })

  test('is forgotten after a day', async () => {
    const key = randomUUID()
    await create(key, 'Tomorrow')
    await app.database.asSuperuser
      .updateTable('idempotency_key')
      .where('key', '=', key)
      .set({ created_at: '2026-09-13T08:59:59Z' })
      .execute()
    await forgetOldRequests(app.database, app.clock.now())

    const left = await app.database.asSuperuser
      .selectFrom('idempotency_key')
      .where('key', '=', key)
      .select('key')
      .execute()
    expect(left).toEqual([])
  })

  test('compares uploads part by part, whatever the boundary', async () => {
    const key = randomUUID()
    const upload = (text: string) => {
      const form = new FormData()
      form.set('file', new File([text], 'people.csv', { type: 'text/csv' }))
      return administrator.request('POST', '/people-imports', form, { 'idempotency-key': key })
    }
    const first = await upload('e-mail\nana@example.com')
    const same = await upload('e-mail\nana@example.com')
    const other = await upload('e-mail\nbo@example.com')

    expect(same.status).toBe(first.status)
    expect(same.headers.get('idempotency-replayed')).toBe('true')
    expect(other.status).toBe(422)
  })

  test('keeps nothing of signing in', async () => {
    const secretKey = randomUUID()
    await administrator.request(
      'POST',
      '/me/second-factor',
      { password: 'x' },
      { 'idempotency-key': secretKey },
    )
    await app.anonymous.request(
      'POST',
      '/sign-ins/password',
      { email: 'ines@example.com', password: 'a wrong password' },
      { 'idempotency-key': 'anonymous' },
    )

    const kept = await app.database.asSuperuser
      .selectFrom('idempotency_key')
      .where((is) => is.or([is('key', '=', secretKey), is('key', '=', 'anonymous')]))
      .select('key')
      .execute()
    expect(kept).toEqual([])
  })
})

/** Leaves a key as a process does that is still at work, or died at it before it changed anything. */
async function holdAs(key: string, name: string, until: string): Promise<void> {
  await create(key, name)
  await leaveRunning(key, until)
  await app.database.asSuperuser
    .updateTable('idempotency_key')
    .where('key', '=', key)
    .set({ took_effect: false })
    .execute()
  await app.database.asSuperuser.deleteFrom('programme').where('name', '=', name).execute()
}

async function leaveRunning(key: string, until: string): Promise<void> {
  await app.database.asSuperuser
    .updateTable('idempotency_key')
    .where('key', '=', key)
    .set({ state: 'running', status: null, headers: null, body: null, held_until: until })
    .execute()
}
