import { describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { type OwnAddress, refuseCrossSite } from './cross-site.ts'

const laptop: OwnAddress = { address: 'http://localhost:3000', addressGiven: false, host: '127.0.0.1' }
const intranet: OwnAddress = { address: 'http://localhost:3000', addressGiven: false, host: '0.0.0.0' }
const named: OwnAddress = { address: 'https://mentoring.example.com', addressGiven: true, host: '127.0.0.1' }

describe('a change', () => {
  test.each([
    { site: 'same-origin', origin: null, taken: true },
    { site: 'none', origin: null, taken: true },
    { site: 'same-site', origin: null, taken: false },
    { site: 'cross-site', origin: null, taken: false },
    { site: 'nonsense', origin: null, taken: false },
    { site: null, origin: null, taken: false },
    { site: null, origin: 'https://mentoring.example.com', taken: true },
    { site: null, origin: 'https://evil.example', taken: false },
    { site: null, origin: 'null', taken: false },
    { site: null, origin: 'http://mentoring.example.com', taken: false },
    { site: null, origin: 'https://mentoring.example.com:8443', taken: false },
    { site: 'same-origin', origin: 'https://evil.example', taken: false },
    { site: 'cross-site', origin: 'https://mentoring.example.com', taken: false },
    { site: 'same-origin', origin: 'https://mentoring.example.com', taken: true },
  ])('with Sec-Fetch-Site $site and Origin $origin is taken: $taken (S5)', ({ site, origin, taken }) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'QUERY']) {
      expect(isTaken(method, { site, origin, host: 'mentoring.example.com' }, named)).toBe(taken)
    }
  })

  test('is taken from every name of this machine when only this machine can ask', () => {
    for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000']) {
      expect(isTaken('POST', { origin: `http://${host}`, host }, laptop)).toBe(true)
    }
  })

  test('is refused when another name was pointed at this machine', () => {
    const rebound = { site: 'same-origin', origin: 'http://evil.example:3000', host: 'evil.example:3000' }
    expect(isTaken('POST', rebound, laptop)).toBe(false)
    expect(isTaken('POST', rebound, named)).toBe(false)
  })

  test('is taken under the name people reach the server by until somebody names its address', () => {
    const origin = { origin: 'http://mentoring.intern:3000', host: 'mentoring.intern:3000' }
    expect(isTaken('POST', origin, intranet)).toBe(true)
    expect(isTaken('POST', { ...origin, host: 'other.intern:3000' }, intranet)).toBe(false)
  })
})

describe('looking', () => {
  test('is open from anywhere, for it changes nothing', () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS']) {
      expect(isTaken(method, { site: 'cross-site', origin: 'https://evil.example' }, named)).toBe(true)
    }
  })
})

describe('the door', () => {
  test('turns away a change that another site asks for, before it asks who is there', async () => {
    const app = await testApp()
    const response = await app.administrator.request(
      'POST',
      '/programmes',
      {},
      { 'sec-fetch-site': 'cross-site' },
    )
    await app.close()

    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ type: '/problems/cross-site-request' })
  })
})

type Sent = { site?: string | null; origin?: string | null; host?: string }

function isTaken(method: string, { site, origin, host }: Sent, own: OwnAddress): boolean {
  const headers = new Headers({
    ...(site && { 'sec-fetch-site': site }),
    ...(origin && { origin }),
    ...(host && { host }),
  })
  try {
    refuseCrossSite(method, headers, own)
    return true
  } catch {
    return false
  }
}
