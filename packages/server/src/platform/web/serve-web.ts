import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import type { AppContext, AppEnv } from '../http/app-env.ts'
import { ProblemError } from '../http/problem.ts'
import { page } from './page.ts'

const FOREVER = 'public, max-age=31536000, immutable'
const ASK_AGAIN = 'no-cache'

/**
 * The web app: its files, pre-compressed at build, and its first page for every address that a person may open.
 *
 * @param folder - What `npm run build` wrote.
 */
export function serveWeb(folder: string): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.use(async (c, next) => {
    await next()
    // Hashed by the build: another content has another name.
    const hashed = c.res.ok && c.req.path.startsWith('/assets/')
    c.res.headers.set('cache-control', hashed ? FOREVER : ASK_AGAIN)
  })
  // The first page has a route of its own below, hence no index.
  if (existsSync(folder))
    app.use(serveStatic<AppEnv>({ root: folder, precompressed: true, index: 'no-index' }))
  app.get('*', (c) => firstPage(c, folder))
  return app
}

async function firstPage(c: AppContext, folder: string): Promise<Response> {
  if (!wantsPage(c)) throw new ProblemError('not-found', 'There is nothing at this address.')
  try {
    return c.html(await readFile(path.join(folder, 'index.html'), 'utf8'))
  } catch {
    return c.html(
      page(
        'The web app is not built yet',
        '<p>Run <code>npm run build</code>, then load this page again.</p>',
      ),
      503,
    )
  }
}

function wantsPage(c: AppContext): boolean {
  const accept = c.req.header('accept') ?? ''
  // Whoever tries the printed address with curl, or watches it with a probe, finds somebody at home.
  if (c.req.path === '/') return true
  return accept.includes('text/html') && !/\.[a-z0-9]{2,5}$/i.test(c.req.path)
}
