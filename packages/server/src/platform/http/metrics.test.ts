import type { IncomingMessage } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'

const app = await testApp()
const guarded = await testApp({ config: { metricsToken: 'a token of sixteen letters' } })
afterAll(() => Promise.all([app.close(), guarded.close()]))

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } as IncomingMessage })
const look = (headers: Record<string, string> = {}, address = '127.0.0.1', server = app) =>
  server.hono.request('/metrics', { headers }, from(address))

describe('the metrics', () => {
  test('count requests by operation and status, and name nobody', async () => {
    const amina = await app.person({ givenName: 'Amina' })
    await app.as(amina).request('GET', '/me')
    await app.administrator.request('GET', `/people/${amina.id}`)
    const text = await (await look()).text()

    expect(text).toContain('viceversa_request_seconds_count{operation="accounts.me",status="200"} 1')
    expect(text).toContain('viceversa_live_streams 0')
    expect(text).not.toContain(amina.id)
    expect(text).not.toMatch(/amina/i)
  })

  test('are for this machine when no token is set, and not through a proxy', async () => {
    expect((await look()).status).toBe(200)
    expect((await look({}, '::ffff:127.0.0.1')).status).toBe(200)
    expect((await look({}, '203.0.113.9')).status).toBe(404)
    expect((await look({ 'x-forwarded-for': '127.0.0.1' })).status).toBe(404)
    expect((await app.hono.request('/metrics')).status).toBe(404)
  })

  test('are for whoever has the token, from anywhere', async () => {
    const right = { authorization: 'Bearer a token of sixteen letters' }
    expect((await look(right, '203.0.113.9', guarded)).status).toBe(200)
    expect((await look({ authorization: 'Bearer guess' }, '127.0.0.1', guarded)).status).toBe(404)
    expect((await look({}, '127.0.0.1', guarded)).status).toBe(404)
  })
})
