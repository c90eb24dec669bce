import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'viceversa-web-'))
const script = 'console.info("hello")'
await mkdir(path.join(folder, 'assets'))
await writeFile(path.join(folder, 'index.html'), '<!doctype html><title>Viceversa</title>')
await writeFile(path.join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
await writeFile(path.join(folder, 'assets', 'index-abc.js'), script)
await writeFile(path.join(folder, 'assets', 'index-abc.js.br'), brotliCompressSync(script))
await writeFile(path.join(folder, 'assets', 'index-abc.js.gz'), gzipSync(script))
await writeFile(path.join(folder, '..', 'viceversa-secret.txt'), 'not yours')

const app = await testApp({ webFolder: folder })
const unbuilt = await testApp({ webFolder: path.join(folder, 'nowhere') })
afterAll(async () => {
  await Promise.all([app.close(), unbuilt.close()])
  await rm(folder, { recursive: true })
  await rm(path.join(folder, '..', 'viceversa-secret.txt'))
})
const page = { headers: { accept: 'text/html' } }

describe('the web app', () => {
  test.each(['/', '/sign-in', '/programmes/0198f6a8/matching'])('is the answer at %s', async (address) => {
    const response = await app.hono.request(address, page)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    expect(await response.text()).toContain('<title>Viceversa</title>')
  })

  test('has files that browsers keep for ever, as small as they can read them', async () => {
    const get = (encodings: string) =>
      app.hono.request('/assets/index-abc.js', { headers: { 'accept-encoding': encodings } })
    const [brotli, gzip, plain] = await Promise.all([get('gzip, deflate, br'), get('gzip'), get('')])

    expect(brotli.headers.get('content-encoding')).toBe('br')
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    expect(await plain.text()).toBe(script)
    for (const { headers } of [brotli, gzip, plain]) {
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
      expect(headers.get('content-type')).toContain('text/javascript')
    }
  })

  test('asks again for files whose name stays the same', async () => {
    expect((await app.hono.request('/favicon.svg')).headers.get('cache-control')).toBe('no-cache')
  })

  test('is not the answer for a missing file, a program, or a change', async () => {
    expect((await app.hono.request('/assets/gone.js', page)).status).toBe(404)
    expect((await app.hono.request('/sign-in')).status).toBe(404)
    expect((await app.hono.request('/sign-in', { method: 'POST', ...page })).status).toBe(404)
  })

  test.each([
    '/../viceversa-secret.txt',
    '/assets/..%2f..%2fviceversa-secret.txt',
    '/%2e%2e/viceversa-secret.txt',
  ])('ends at its folder: %s', async (address) => {
    const response = await app.hono.request(address, page)
    expect(await response.text()).not.toContain('not yours')
  })

  test('says what to do when it is not built', async () => {
    const response = await unbuilt.hono.request('/', page)
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm run build')
  })
})
