import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '@viceversa/domain/contract.ts'
import { commonProblems } from '@viceversa/domain/problem.ts'
import { type ProblemCode, problems } from '@viceversa/domain/problems.ts'

export type OpenApiDocument = Awaited<ReturnType<OpenAPIGenerator['generate']>>
type Operation = NonNullable<NonNullable<OpenApiDocument['paths']>[string]>['get']
type Response = Exclude<NonNullable<NonNullable<Operation>['responses']>[string], { $ref: string }>

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

/** What any operation may answer with besides what its contract names. */
const ALWAYS: ProblemCode[] = ['internal-error']
const WHEN_CHANGING: ProblemCode[] = ['cross-site-request', 'request-too-large']
const WHEN_POSTING: ProblemCode[] = ['request-still-running', 'answer-lost', 'key-used-for-another-request']

/**
 * The whole API as an OpenAPI 3.1 document, made from the contracts that the server implements and the web app calls.
 *
 * @param address - What people type.
 */
export async function openApiDocument(address: string, version: string): Promise<OpenApiDocument> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: {
      title: 'Viceversa',
      version,
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    servers: [{ url: `${address}/api` }],
    security: [{ session: [] }, {}],
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: address.startsWith('https:') ? '__Host-viceversa.session' : 'viceversa.session',
          description: 'The session of somebody who has signed in.',
        },
      },
      schemas: { Problem: PROBLEM_SCHEMA },
    },
    customErrorResponseBodySchema: (defined) => problemSchema(defined.map(([code]) => code as ProblemCode)),
  })
  for (const path of Object.values(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = path?.[method]
      if (operation) complete(operation, method)
    }
  }
  return document
}

function complete(operation: NonNullable<Operation>, method: (typeof METHODS)[number]): void {
  const changes = method !== 'get'
  const posts = method === 'post'
  const more = [...ALWAYS, ...(changes ? WHEN_CHANGING : []), ...(posts ? WHEN_POSTING : [])]
  operation.responses ??= {}
  for (const code of more) addProblem(operation.responses, code)
  for (const [status, response] of Object.entries(operation.responses)) {
    if ('$ref' in response) continue
    if (Number(status) >= 400) describeProblems(response)
    else response.description = SUCCESS[status] ?? 'As asked'
  }
  operation.parameters ??= []
  if (posts) operation.parameters.push(IDEMPOTENCY_KEY)
  if ('428' in operation.responses) operation.parameters.push(IF_MATCH)
}

function addProblem(responses: NonNullable<NonNullable<Operation>['responses']>, code: ProblemCode): void {
  const status = String(problems[code].status)
  const codes = [...codesIn(responses[status] as Response | undefined), code]
  responses[status] = {
    description: status,
    content: { 'application/json': { schema: problemSchema([...new Set(codes)]) as never } },
  }
}

/** Problems have a content type of their own (RFC 9457). */
function describeProblems(response: Response): void {
  const content = response.content?.['application/json']
  if (!content) return
  response.description = codesIn(response)
    .map((code) => problems[code].title)
    .join('; ')
  response.content = { 'application/problem+json': content }
}

function codesIn(response: Response | undefined): ProblemCode[] {
  const content = response?.content?.['application/json'] ?? response?.content?.['application/problem+json']
  const types = (content?.schema as ReturnType<typeof problemSchema> | undefined)?.properties.type.enum ?? []
  return types.map((type) => type.split('/').at(-1) as ProblemCode)
}

function problemSchema(codes: readonly ProblemCode[]) {
  return {
    allOf: [{ $ref: '#/components/schemas/Problem' }],
    type: 'object' as const,
    properties: { type: { type: 'string' as const, enum: codes.map((code) => `/problems/${code}`) } },
  }
}

const SUCCESS: Readonly<Record<string, string>> = {
  '200': 'As asked',
  '201': 'Created',
  '202': 'Accepted; it happens in a moment',
  '204': 'Done; nothing to say',
}

const PROBLEM_SCHEMA = {
  type: 'object' as const,
  description: 'What went wrong (RFC 9457). The address in `type` opens a page that says what to do.',
  required: ['type', 'title', 'status'],
  properties: {
    type: {
      type: 'string' as const,
      examples: Object.keys(commonProblems).map((code) => `/problems/${code}`),
    },
    title: { type: 'string' as const, description: 'The same for every occurrence.' },
    status: { type: 'integer' as const },
    detail: { type: 'string' as const, description: 'What happened this time and how to mend it.' },
    instance: { type: 'string' as const },
    requestId: { type: 'string' as const, description: 'The reference for whoever runs the server.' },
    errors: {
      type: 'array' as const,
      items: {
        type: 'object' as const,
        required: ['pointer', 'detail'],
        properties: {
          pointer: { type: 'string' as const, description: 'A JSON pointer to the field.' },
          detail: { type: 'string' as const },
        },
      },
    },
  },
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header' as const,
  description: 'The same key with the same request takes effect once and gets the same answer, for 24 hours.',
  schema: { type: 'string' as const, minLength: 1, maxLength: 255 },
}

const IF_MATCH = {
  name: 'If-Match',
  in: 'header' as const,
  required: true,
  description: 'The version you read, from `ETag`, such as `"3"`.',
  schema: { type: 'string' as const },
}

const DESCRIPTION = `Everything the web app does, it does through this API, with the same rights.

Changes are accepted from the pages of this server only: send \`Origin\` with its address. Every failure is a problem
(RFC 9457) whose \`type\` opens a page.`
