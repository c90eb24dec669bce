import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { publishUpdate } from './publish-update.ts'

const app = await testApp()
afterAll(() => app.close())

const SYSTEM = { kind: 'system', because: 'test' } as const
const publish = (update: Parameters<typeof publishUpdate>[1]) =>
  app.database.asActor(SYSTEM, (db) => publishUpdate(db, update))
const importId = '0198f6a8-5b7e-4b11-9d1e-6f8b6f1c2a10'

describe('a live update', () => {
  test('reaches the person it concerns and nobody else', async () => {
    const [amina, bilal] = [await app.person(), await app.person()]
    const [hers, his] = [await listen(amina.id), await listen(bilal.id)]

    await publish({ topic: 'pair', id: importId, to: { persons: [amina.id] } })
    await publish({ topic: 'me', to: { persons: [amina.id, bilal.id] } })

    expect(await hers.next()).toEqual({ topic: 'pair', id: importId })
    expect(await hers.next()).toEqual({ topic: 'me' })
    expect(await his.next()).toEqual({ topic: 'me' })
    await Promise.all([hers.leave(), his.leave()])
  })

  test('for administrators reaches only them', async () => {
    const somebody = await app.person()
    const [administrator, other] = [await listen(undefined), await listen(somebody.id)]

    await publish({ topic: 'people-import', id: importId, to: { administrators: true } })
    await publish({ topic: 'me', to: { persons: [somebody.id] } })

    expect(await administrator.next()).toEqual({ topic: 'people-import', id: importId })
    expect(await other.next()).toEqual({ topic: 'me' })
    await Promise.all([administrator.leave(), other.leave()])
  })

  test('of a programme reaches the people who manage it, from the moment they do', async () => {
    const [manager, other] = [await app.person(), await app.person()]
    const created = await app.administrator.request('POST', '/programmes', {
      name: 'Digital fluency',
      template: 'six-months',
    })
    const programme = (await created.json()) as { id: string }
    const [managers, others] = [await listen(manager.id), await listen(other.id)]
    await app.database.asSuperuser
      .insertInto('programme_manager')
      .values({ programme_id: programme.id, person_id: manager.id })
      .execute()
    await publish({ topic: 'me', to: { persons: [manager.id, other.id] } })
    expect(await managers.next()).toEqual({ topic: 'me' })
    expect(await others.next()).toEqual({ topic: 'me' })

    // The stream asks what the person looks after now; until it knows, the update may be missed.
    const told = managers.next()
    const telling = setInterval(
      () => publish({ topic: 'programme', id: programme.id, to: { programmeManagersOf: programme.id } }),
      20,
    )
    expect(await told).toEqual({ topic: 'programme', id: programme.id })
    clearInterval(telling)
    await publish({ topic: 'me', to: { persons: [other.id] } })
    expect(await others.next()).toEqual({ topic: 'me' })
    await Promise.all([managers.leave(), others.leave()])
  })

  test('is not sent when the change was rolled back', async () => {
    const amina = await app.person()
    const stream = await listen(amina.id)
    await expect(
      app.database.asActor(SYSTEM, async (db) => {
        await publishUpdate(db, { topic: 'pair', id: importId, to: { persons: [amina.id] } })
        throw new Error('never mind')
      }),
    ).rejects.toThrow('never mind')
    await publish({ topic: 'me', to: { persons: [amina.id] } })

    expect(await stream.next()).toEqual({ topic: 'me' })
    await stream.leave()
  })

  test('reaches a thousand people', async () => {
    const amina = await app.person()
    const stream = await listen(amina.id)
    const others = Array.from({ length: 999 }, () => crypto.randomUUID())
    await publish({ topic: 'enrolment', to: { persons: [...others, amina.id] } })

    expect(await stream.next()).toEqual({ topic: 'enrolment' })
    await stream.leave()
  })
})

describe('a stream of live updates', () => {
  test('is for people who are signed in', async () => {
    expect((await app.anonymous.request('GET', '/events')).status).toBe(401)
  })

  test('is one of six at most for one person: the oldest gives way', async () => {
    const amina = await app.person()
    const streams = []
    for (let n = 0; n < 7; n++) streams.push(await listen(amina.id))

    expect(await streams[0]!.next()).toBe('closed')
    await publish({ topic: 'me', to: { persons: [amina.id] } })
    for (const stream of streams.slice(1)) expect(await stream.next()).toEqual({ topic: 'me' })
    await Promise.all(streams.map((stream) => stream.leave()))
  })

  test('ends when its session has ended', async () => {
    const amina = await app.person()
    const stream = await listen(amina.id)
    await app.as(amina).request('DELETE', '/me/sessions')
    // Her own rights may have changed, so the stream asks at once instead of at its next round.
    await publish({ topic: 'me', to: { persons: [amina.id] } })

    expect(await stream.next()).toEqual({ topic: 'me' })
    expect(await stream.next()).toBe('closed')
  })

  test('ends when the server stops', async () => {
    const own = await testApp()
    const response = await own.administrator.request('GET', '/events')
    const reader = response.body!.getReader()
    await reader.read()
    own.stop()

    expect((await reader.read()).done).toBe(true)
    expect((await own.hono.request('/readyz')).status).toBe(503)
    await own.close()
  })
})

/** Opens a stream as somebody, or as the administrator. */
async function listen(personId: string | undefined) {
  const persona = personId ? app.as(personId) : app.administrator
  const response = await persona.request('GET', '/events')
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8')
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  return {
    /** The next update, or that the stream has ended. */
    async next(): Promise<unknown> {
      for (;;) {
        const end = unread.indexOf('\n\n')
        if (end >= 0) {
          const event = unread.slice(0, end)
          unread = unread.slice(end + 2)
          if (event.startsWith('data: ')) return JSON.parse(event.slice('data: '.length))
          continue
        }
        const { done, value } = await reader.read()
        if (done) return 'closed'
        unread += value
      }
    },
    leave: () => reader.cancel().catch(() => {}),
  }
}
