import type { IncomingMessage } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { testApp } from '../../testing/test-app.ts'
import { takeTokens } from './take-tokens.ts'

const app = await testApp({ config: { requestsPerMinute: 200 } })
afterAll(() => app.close())

/** A stranger at a network address of their own. */
const knock = (address: string, node = app.hono) =>
  node.request(
    '/api/organisation',
    {},
    { incoming: { socket: { remoteAddress: address } } as IncomingMessage },
  )
const knockOften = async (times: number, address: string, node = app.hono) => {
  const statuses: number[] = []
  for (let n = 0; n < times; n++) statuses.push((await knock(address, node)).status)
  return statuses.filter((status) => status === 200).length
}

describe('a network address (S8)', () => {
  test('gets 50 answers in a burst and is then asked to wait', async () => {
    expect(await knockOften(60, '203.0.113.1')).toBe(50)

    const refused = await knock('203.0.113.1')
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(1)
    expect(await refused.json()).toMatchObject({ type: '/problems/too-many-requests', status: 429 })
  })

  test('may go on after the time it was told', async () => {
    await knockOften(60, '203.0.113.2')
    const seconds = Number((await knock('203.0.113.2')).headers.get('retry-after'))
    app.clock.pass({ seconds })

    expect((await knock('203.0.113.2')).status).toBe(200)
  })

  test('gets 200 answers a minute in the long run, however it spreads them', async () => {
    const minute = async () => {
      let answered = 0
      for (let second = 0; second < 60; second += 2) {
        answered += await knockOften(12, '203.0.113.3')
        app.clock.pass({ seconds: 2 })
      }
      return answered
    }
    await minute()
    await minute()
    const answered = await minute()
    expect(answered).toBeGreaterThanOrEqual(185)
    expect(answered).toBeLessThanOrEqual(200)
  })

  test('does not take from another', async () => {
    await knockOften(60, '203.0.113.4')
    expect((await knock('203.0.113.5')).status).toBe(200)
  })

  test('shares its limit among all nodes, which together never give more', async () => {
    const other = createApp({ platform: { ...app.platform } })
    const here = await knockOften(40, '203.0.113.6')
    const there = await knockOften(40, '203.0.113.6', other)

    expect(here + there).toBeLessThanOrEqual(50)
    expect(here + there).toBeGreaterThanOrEqual(40)
  })

  test('has no more after a restart than before it', async () => {
    await knockOften(60, '203.0.113.7')
    const restarted = createApp({ platform: { ...app.platform } })

    expect((await knock('203.0.113.7', restarted)).status).toBe(429)
  })

  test('is not written down', async () => {
    await knock('203.0.113.8')
    const buckets = await app.database.asSuperuser.selectFrom('rate_limit').select('bucket').execute()

    expect(buckets.length).toBeGreaterThan(0)
    expect(buckets.filter(({ bucket }) => bucket.includes('203.0.113'))).toEqual([])
  })
})

describe('somebody who is signed in', () => {
  test('is counted alone, not with the office they sit in', async () => {
    const cookie = (await app.administrator.cookie()) ?? ''
    await knockOften(60, '203.0.113.20')
    const incoming = { socket: { remoteAddress: '203.0.113.20' } } as IncomingMessage

    const response = await app.hono.request('/api/me', { headers: { cookie } }, { incoming })
    expect(response.status).toBe(200)
  })
})

describe('taking tokens', () => {
  const limit = { capacity: 5, perSecond: 1 }
  const at = (seconds: number) => new Date(Date.UTC(2026, 8, 14, 9, 0, seconds))
  const take = async (name: string, wanted: number, seconds: number) =>
    (await takeTokens(app.database, [{ name, limit, wanted }], at(seconds)))[0]

  test('gives what is there and no more', async () => {
    expect(await take('a', 3, 0)).toBe(3)
    expect(await take('a', 3, 0)).toBe(2)
    expect(await take('a', 3, 0)).toBe(0)
  })

  test('refills evenly up to the brim', async () => {
    await take('b', 5, 0)
    expect(await take('b', 5, 2)).toBe(2)
    expect(await take('b', 9, 60)).toBe(5)
  })

  test('gives nothing for a clock that runs backwards', async () => {
    await take('c', 5, 30)
    expect(await take('c', 5, 0)).toBe(0)
    expect(await take('c', 5, 31)).toBe(1)
  })

  test('never gives out more than there is when many take at once', async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => take('d', 1, 0)))
    expect(taken.filter((count) => count === 1)).toHaveLength(5)
  })
})
