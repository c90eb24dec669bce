import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from './testing/test-app.ts'

const app = await testApp()
afterAll(() => app.close())

describe('the front door', () => {
  test('says that it is alive and ready', async () => {
    expect((await app.hono.request('/livez')).status).toBe(200)
    expect((await app.hono.request('/readyz')).status).toBe(200)
  })

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
})
