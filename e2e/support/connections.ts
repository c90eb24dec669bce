import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BrowserContext } from '@playwright/test'

/** Records where a server connects to. Give `env` to `startViceversa`. */
export function recordServerConnections() {
  const file = join(tmpdir(), `viceversa-connections-${process.pid}-${Date.now()}`)
  writeFileSync(file, '')
  return {
    env: {
      NODE_OPTIONS: `--import=file://${resolve(import.meta.dirname, 'record-connections.mjs')}`,
      VICEVERSA_TEST_CONNECTIONS: file,
    },
    /** Each place once: a host, or the path of a socket on this machine. */
    places: () => [...new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))],
  }
}

/** Records every address that pages of this context ask for. */
export function recordBrowserRequests(context: BrowserContext) {
  const origins = new Set<string>()
  context.on('request', (request) => {
    const url = new URL(request.url())
    if (url.protocol !== 'data:' && url.protocol !== 'blob:') origins.add(url.origin)
  })
  return { origins: () => [...origins] }
}

/** Whether a place is this machine itself. */
export function isHere(place: string): boolean {
  return (
    place.startsWith('/') || place.includes('.s.PGSQL.') || /^(localhost|127\.\d+\.\d+\.\d+|::1)$/.test(place)
  )
}
