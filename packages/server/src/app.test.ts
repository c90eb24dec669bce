import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from './testing/test-app.ts'

const app = await testApp()
const secure = await testApp({ config: { address: 'https://mentoring.example.com', addressGiven: true } })
afterAll(() => Promise.all([app.close(), secure.close()]))

describe('the front door', () => {
  test('answers an address that does not exist with a problem', async () => {
    const response = await app.administrator.request('GET', '/nothing-here')

    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toEqual({
      type: '/problems/not-found',
      title: 'There is nothing here',
      status: 404,
      detail: 'There is nothing at this address.',
      instance: '/api/nothing-here',
      requestId: response.headers.get('x-request-id'),
    })
  })

  test('sends the same strict headers with every kind of answer', async () => {
    const answers = await Promise.all([
      app.administrator.request('GET', '/me'),
      app.anonymous.request('GET', '/me'),
      app.hono.request('/livez'),
      app.hono.request('/', { headers: { accept: 'text/html' } }),
    ])

    for (const { headers } of answers) {
      expect(Object.fromEntries([...headers].filter(([name]) => !varies.has(name)))).toMatchInlineSnapshot(`
        {
          "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'",
          "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy": "same-origin",
          "permissions-policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()",
          "referrer-policy": "no-referrer",
          "x-content-type-options": "nosniff",
          "x-frame-options": "DENY",
        }
      `)
    }
  })

  test('asks browsers to stay on https where people use https', async () => {
    const { headers } = await secure.hono.request('https://mentoring.example.com/livez')
    expect(headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
    expect((await app.hono.request('/livez')).headers.get('strict-transport-security')).toBeNull()
  })

  test('keeps answers of the API out of every cache', async () => {
    for (const path of ['/me', '/nothing-here']) {
      const { headers } = await app.administrator.request('GET', path)
      expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  test('gives each request an id of its own and takes none from outside', async () => {
    const first = await app.administrator.request('GET', '/me', undefined, { 'x-request-id': 'mine' })
    const second = await app.administrator.request('GET', '/me', undefined, { 'x-request-id': 'mine' })

    const [a, b] = [first.headers.get('x-request-id'), second.headers.get('x-request-id')]
    expect(a).toMatch(/^[0-9a-f-]{36}$/)
    expect(a).not.toBe(b)
  })

  test('points at each field that needs another look', async () => {
    const response = await app.administrator.request('PUT', '/mail-settings', { host: '', port: 'many' })

    expect(response.status).toBe(422)
    const { type, errors } = (await response.json()) as { type: string; errors: { pointer: string }[] }
    expect(type).toBe('/problems/invalid-request')
    expect(errors.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['#/host', '#/port']))
  })

  test('says so when a body is not JSON', async () => {
    const response = await app.administrator.request('PUT', '/mail-settings', '{ "host": ', {
      'content-type': 'application/json',
    })

    expect(response.status).toBe(422)
    expect(await response.json()).toMatchObject({ type: '/problems/invalid-request' })
  })

  test('refuses a body beyond a megabyte, whether or not it was announced', async () => {
    const large = 'x'.repeat(1_100_000)
    const announced = await app.administrator.request('POST', '/programmes', large, {
      'content-type': 'application/json',
      'content-length': String(large.length),
    })
    expect(announced.status).toBe(413)
    expect(await announced.json()).toMatchObject({ detail: 'This address takes up to 1 MB at once.' })

    const unannounced = await app.administrator.request('POST', '/programmes', large)
    expect(unannounced.status).toBe(413)
  })

  test('takes a large list of people from somebody who is signed in, and from nobody else', async () => {
    const form = () => {
      const data = new FormData()
      data.set('file', new File(['x'.repeat(2_000_000)], 'people.csv', { type: 'text/csv' }))
      return data
    }
    expect((await app.anonymous.request('POST', '/people-imports', form())).status).toBe(413)
    expect((await app.administrator.request('POST', '/people-imports', form())).status).not.toBe(413)
  })

  test('says no more than that something went wrong when it did', async () => {
    await app.database.asSuperuser.schema.alterTable('person_preference').renameTo('elsewhere').execute()
    const response = await app.administrator.request('GET', '/me')
    await app.database.asSuperuser.schema.alterTable('elsewhere').renameTo('person_preference').execute()

    expect(response.status).toBe(500)
    const body = await response.text()
    expect(JSON.parse(body)).toEqual({
      type: '/problems/internal-error',
      title: 'Something went wrong on our side',
      status: 500,
      detail: 'The error was noted. Give this reference to whoever runs the server.',
      instance: '/api/me',
      requestId: response.headers.get('x-request-id'),
    })
  })
})

/** What is about this one answer rather than about all. */
const varies = new Set(['content-type', 'content-length', 'x-request-id', 'cache-control', 'etag'])
