import type { IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import type { AppEnv } from './app-env.ts'
import { clientAddress, neighbourhoodOf } from './client-address.ts'

describe('the address of a client', () => {
  test.each([
    {
      proxies: 0,
      forwarded: '203.0.113.9',
      address: '10.0.0.1',
      because: 'nobody in front is to be believed',
    },
    { proxies: 1, forwarded: '203.0.113.9', address: '203.0.113.9', because: 'our proxy heard from it' },
    {
      proxies: 1,
      forwarded: '1.2.3.4, 203.0.113.9',
      address: '203.0.113.9',
      because: 'the first is a claim',
    },
    {
      proxies: 2,
      forwarded: '1.2.3.4, 203.0.113.9, 10.0.0.7',
      address: '203.0.113.9',
      because: 'two are ours',
    },
    { proxies: 1, forwarded: undefined, address: '10.0.0.1', because: 'the proxy said nothing' },
  ])(
    'is $address with $proxies proxies and $forwarded: $because',
    async ({ proxies, forwarded, address }) => {
      const app = new Hono<AppEnv>().get('/', (c) => c.text(clientAddress(c, proxies)))
      const incoming = { socket: { remoteAddress: '10.0.0.1' } } as IncomingMessage
      const headers = new Headers(forwarded ? { 'x-forwarded-for': forwarded } : {})

      const response = await app.request('/', { headers }, { incoming })
      expect(await response.text()).toBe(address)
    },
  )
})

describe('the neighbourhood of an address', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ])('of %s is %s', (address, neighbourhood) => {
    expect(neighbourhoodOf(address)).toBe(neighbourhood)
  })
})
