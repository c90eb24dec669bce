import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ProblemCode, problems } from '@viceversa/domain/problems.ts'
import { Hono } from 'hono'
import { marked } from 'marked'
import type { AppEnv } from '../http/app-env.ts'
import { ProblemError } from '../http/problem.ts'
import { page } from './page.ts'

export const PROBLEM_PAGES = fileURLToPath(new URL('../../../../../docs/problems', import.meta.url))

/** The page that a problem's `type` opens: what happened and what to do. */
export function problemPages(): Hono<AppEnv> {
  return new Hono<AppEnv>().get('/problems/:code', async (c) => {
    const code = c.req.param('code')
    if (!isCode(code)) throw new ProblemError('not-found', 'There is no such kind of problem.')
    const text = await readFile(path.join(PROBLEM_PAGES, `${code}.md`), 'utf8')
    const [, ...body] = text.split('\n')
    return c.html(
      page(
        problems[code].title,
        `${await marked(body.join('\n'))}<p class="quiet">HTTP status ${problems[code].status}. <a href="/">To the start page</a></p>`,
      ),
      200,
      { 'cache-control': 'no-cache' },
    )
  })
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code)
}
