import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { Validator } from '@seriousme/openapi-schema-validator'
import { contract } from '@viceversa/domain/contract.ts'
import { type ProblemCode, problems } from '@viceversa/domain/problems.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import type { OpenApiDocument } from '../http/openapi.ts'
import { PROBLEM_PAGES } from './problem-pages.ts'

const app = await testApp({ empty: true })
afterAll(() => app.close())
const codes = Object.keys(problems) as ProblemCode[]

describe('every kind of problem', () => {
  test('has a page, and every page is about one', async () => {
    const pages = (await readdir(PROBLEM_PAGES)).map((name) => name.replace(/\.md$/, ''))
    expect(pages.toSorted()).toEqual(codes.toSorted())
  })

  test.each(codes)('%s: its page has its title, says what happened and what to do', async (code) => {
    const text = await readFile(path.join(PROBLEM_PAGES, `${code}.md`), 'utf8')
    expect(text.split('\n')[0]).toBe(`# ${problems[code].title}`)
    expect(text).toMatch(/\*\*What to do:\*\* \S/)
  })

  test('opens at the address in its type', async () => {
    const response = await app.hono.request('/problems/changed-meanwhile')
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(await response.text()).toContain('<h1>Somebody changed this while you were working on it</h1>')
    expect((await app.hono.request('/problems/no-such-problem')).status).toBe(404)
    expect((await app.hono.request('/problems/__proto__')).status).toBe(404)
  })
})

describe('the API document', async () => {
  const document = (await (await app.hono.request('/api/openapi.json')).json()) as OpenApiDocument
  const operations = Object.values(document.paths ?? {}).flatMap((methods) => Object.values(methods ?? {}))

  test('is valid OpenAPI 3.1 and names every operation of the contract', async () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true })
    const stated = Object.values(contract).flatMap((room) => Object.values(room))
    expect(operations).toHaveLength(stated.length)
  })

  test('gives every operation a summary, a room, and problems of their own content type', () => {
    for (const operation of operations as {
      summary?: string
      tags?: string[]
      responses: Record<string, { description: string; content?: object }>
    }[]) {
      expect(operation.summary).toBeTruthy()
      expect(operation.tags).toHaveLength(1)
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(response.description).not.toBe(status)
        if (Number(status) >= 400)
          expect(Object.keys(response.content ?? {})).toEqual(['application/problem+json'])
      }
    }
  })

  test('refers to nothing that is not in it', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)]
    expect(references.length).toBeGreaterThan(0)
    for (const [, name] of references) expect(document.components?.schemas).toHaveProperty([name!])
  })

  test('says where a version or a key is asked for', () => {
    expect(document.paths?.['/programmes/{programmeId}']?.patch?.parameters).toContainEqual(
      expect.objectContaining({ name: 'If-Match', required: true }),
    )
    expect(document.paths?.['/programmes']?.post?.parameters).toContainEqual(
      expect.objectContaining({ name: 'Idempotency-Key' }),
    )
  })

  test('is also a page to read, without a script', async () => {
    const response = await app.hono.request('/api')
    const html = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    expect(html).toContain('/api/people-imports')
    expect(html).toContain('<a href="/problems/changed-meanwhile">')
    expect(html).not.toMatch(/<script|style="|<style/)
    expect((await app.hono.request('/page.css')).headers.get('content-type')).toContain('text/css')
  })
})
