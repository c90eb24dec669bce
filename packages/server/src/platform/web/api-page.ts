import { problems } from '@viceversa/domain/problems.ts'
import { marked } from 'marked'
import type { OpenApiDocument } from '../http/openapi.ts'
import { escapeHtml } from './escape-html.ts'
import { page } from './page.ts'

type Schema = {
  $ref?: string
  type?: string | string[]
  format?: string
  enum?: unknown[]
  const?: unknown
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
  contentMediaType?: string
}
type Content = Record<string, { schema?: Schema }>
type Operation = {
  summary?: string
  description?: string
  tags?: string[]
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[]
  requestBody?: { content?: Content }
  responses?: Record<string, { description?: string; content?: Content }>
}
type Listed = { method: string; path: string; operation: Operation }

/** The OpenAPI document as a page for people, without a script. */
export async function apiPage(document: OpenApiDocument): Promise<string> {
  const listed = operationsOf(document)
  const rooms = [...new Set(listed.map(({ operation }) => operation.tags?.[0] ?? 'Other'))]
  const sections = rooms.map((room) => {
    const own = listed.filter(({ operation }) => (operation.tags?.[0] ?? 'Other') === room)
    return `<section><h2>${escapeHtml(room)}</h2>${own.map(operationHtml).join('\n')}</section>`
  })
  return page(
    'The API of this server',
    `${await marked(document.info.description ?? '')}
<p>For programs: <a href="/api/openapi.json">the OpenAPI document</a>, version ${escapeHtml(document.info.version)}.</p>
${sections.join('\n')}`,
  )
}

function operationsOf(document: OpenApiDocument): Listed[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, methods]) =>
    Object.entries(methods ?? {}).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: `/api${path}`,
      operation: operation as Operation,
    })),
  )
}

function operationHtml({ method, path, operation }: Listed): string {
  return `<h3><code><span class="method">${method}</span> ${escapeHtml(path)}</code></h3>
<p>${escapeHtml(operation.summary ?? '')}</p>
<details><summary>Fields and answers</summary>
${tableOf('Sent', [...parameterRows(operation), ...bodyRows(operation)])}
${tableOf('Answered', answerRows(operation))}
</details>`
}

type Row = readonly [name: string, html: string]

function tableOf(caption: string, rows: readonly Row[]): string {
  if (rows.length === 0) return ''
  const lines = rows.map(
    ([name, html]) => `<tr><th scope="row"><code>${escapeHtml(name)}</code></th><td>${html}</td></tr>`,
  )
  return `<table><caption class="quiet">${caption}</caption><tbody>${lines.join('')}</tbody></table>`
}

function parameterRows({ parameters = [] }: Operation): Row[] {
  return parameters.map(({ name, in: place, required, description, schema }) => [
    name,
    `${escapeHtml(kindOf(schema))}, in the ${place}${required ? '' : ', optional'}${description ? `. ${escapeHtml(description)}` : ''}`,
  ])
}

function bodyRows({ requestBody }: Operation): Row[] {
  const [schema] = Object.values(requestBody?.content ?? {}).map((content) => content.schema)
  return Object.entries(schema?.properties ?? {}).map(([name, field]) => [
    name,
    `${escapeHtml(kindOf(field))}${schema?.required?.includes(name) ? '' : ', optional'}`,
  ])
}

function answerRows({ responses = {} }: Operation): Row[] {
  return Object.entries(responses).map(([status, { description = '', content = {} }]) => {
    const types = content['application/problem+json']?.schema?.properties?.['type']?.enum
    if (types) return [status, types.map((type) => problemLink(String(type))).join('<br>')]
    const [schema] = Object.values(content).map((one) => one.schema)
    return [status, escapeHtml(schema ? `${description}: ${kindOf(schema)}` : description)]
  })
}

function problemLink(type: string): string {
  const code = type.split('/').at(-1) as keyof typeof problems
  return `<a href="${escapeHtml(type)}">${escapeHtml(problems[code].title)}</a>`
}

/** A schema in a few words: `text (date-time)`, `one of draft, open`, `list of …`. */
function kindOf(schema: Schema | undefined): string {
  if (!schema) return 'anything'
  if (schema.enum) return `one of ${schema.enum.join(', ')}`
  if (schema.const !== undefined) return String(schema.const)
  if (schema.$ref) return schema.$ref.split('/').at(-1) ?? 'object'
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return [...new Set(choices.map(kindOf))].join(' or ')
  if (schema.contentMediaType) return 'a file'
  if (schema.type === 'array') return `list of ${kindOf(schema.items)}`
  if (schema.properties) return `{ ${Object.keys(schema.properties).join(', ')} }`
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : (schema.type ?? 'anything')
  return `${type.replace('string', 'text')}${schema.format ? ` (${schema.format})` : ''}`
}
