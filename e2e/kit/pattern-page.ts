import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { securityHeaders } from '@viceversa/server/platform/http/security-headers.ts'

const web = fileURLToPath(new URL('../../packages/web/', import.meta.url))
const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The pattern page built like the product, under the server's own security headers. Returns its address and an end. */
export async function servePatternPage(): Promise<{ address: string; close: () => Promise<void> }> {
  const folder = join(tmpdir(), `viceversa-patterns-${process.pid}`)
  // Its own process: the test runner's TypeScript loader and that of Lingui's configuration exclude each other.
  await promisify(execFile)(process.execPath, [vite, 'build', '--mode', 'patterns', '--outDir', folder], {
    cwd: web,
  })

  const server = createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname
    const content = await readFile(join(folder, path)).catch(() => null)
    response.writeHead(content ? 200 : 404, {
      ...securityHeaders('http://127.0.0.1'),
      'content-type': types[extname(path)] ?? 'text/plain',
    })
    response.end(content)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://127.0.0.1:${port}/patterns.html`,
    close: async () => {
      server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
