import { Hono } from 'hono'
import type { Database } from '../database/connect-database.ts'
import type { AppEnv } from './app-env.ts'

/**
 * `/livez`: the process answers. `/readyz`: it can do its work, so send it requests; false as soon as it is asked to
 * stop or the database is away. No data in either answer.
 */
export function health(database: Database, stopping: AbortSignal): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/livez', (c) => c.text('alive\n', 200, NEVER_STORED))
    .get('/readyz', async (c) => {
      const ready = !stopping.aborted && (await database.ready())
      return c.text(ready ? 'ready\n' : 'not ready\n', ready ? 200 : 503, NEVER_STORED)
    })
}

const NEVER_STORED = { 'cache-control': 'no-store' }
