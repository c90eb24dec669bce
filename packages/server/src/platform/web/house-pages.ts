import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { type OpenApiDocument, openApiDocument } from '../http/openapi.ts'
import { apiPage } from './api-page.ts'
import { STYLE_PATH } from './page.ts'
import { PAGE_STYLE } from './page-style.ts'
import { problemPages } from './problem-pages.ts'

/** The server's own pages: the API for people and for programs, and what each problem means. */
export function housePages(address: string, version: string): Hono<AppEnv> {
  let document: Promise<OpenApiDocument> | undefined
  const theDocument = () => {
    document ??= openApiDocument(address, version)
    return document
  }
  return new Hono<AppEnv>()
    .get(STYLE_PATH, (c) =>
      c.body(PAGE_STYLE, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
    )
    .get('/api/openapi.json', async (c) => c.json(await theDocument()))
    .get('/api', async (c) =>
      c.html(await apiPage(await theDocument()), 200, { 'cache-control': 'no-cache' }),
    )
    .route('/', problemPages())
}
