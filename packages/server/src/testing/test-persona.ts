import { randomUUID } from 'node:crypto'
import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { contract } from '@viceversa/domain/contract.ts'
import { problem } from '@viceversa/domain/problem.ts'
import { withReadableProblem } from '@viceversa/domain/problem-response.ts'
import type { Hono } from 'hono'
import type { RunningConfig } from '../config.ts'
import type { AppEnv } from '../platform/http/app-env.ts'

/** What a call may carry besides its input. */
export type CallContext = { readonly ifMatch?: number; readonly idempotencyKey?: string }

export type Persona = JsonifiedClient<ContractRouterClient<typeof contract, CallContext>> & {
  /** A request written by hand: `mentor.request('PUT', '/pairs/…/answer', { … })`. The path starts below `/api`. */
  request(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  /** The Cookie header of this browser; the session is opened at the first request. */
  cookie(): Promise<string | undefined>
}

/**
 * Somebody at a browser: sends what a browser sends, through the front door. A refusal rejects with an `ORPCError`
 * whose `code` is the problem's, `data` the whole problem.
 */
export function personaOf(
  hono: Hono<AppEnv>,
  config: RunningConfig,
  openCookie: () => Promise<string | undefined>,
): Persona {
  let opened: Promise<string | undefined> | undefined
  const cookie = () => {
    opened ??= openCookie()
    return opened
  }
  const browserHeaders = async () => {
    const cookies = await cookie()
    return {
      host: new URL(config.address).host,
      origin: config.address,
      'sec-fetch-site': 'same-origin',
      ...(cookies && { cookie: cookies }),
    }
  }
  const link = new OpenAPILink<CallContext>(contract, {
    url: `${config.address}/api`,
    headers: ({ context }) => ({
      ...(context?.ifMatch === undefined ? {} : { 'if-match': `"${context.ifMatch}"` }),
      'idempotency-key': context?.idempotencyKey ?? randomUUID(),
    }),
    fetch: async (request) =>
      withReadableProblem(await hono.fetch(withHeaders(request, await browserHeaders()))),
    customErrorResponseBodyDecoder: (body, response) => {
      const { data } = problem.safeParse(body)
      if (!data) return null
      const code = data.type.split('/').at(-1) ?? 'internal-error'
      return new ORPCError(code, { status: response.status, message: data.detail ?? data.title, data })
    },
  })
  const client = createORPCClient<JsonifiedClient<ContractRouterClient<typeof contract, CallContext>>>(link)

  return new Proxy(client as Persona, {
    get(target, name, receiver) {
      if (name === 'request') return request
      if (name === 'cookie') return cookie
      return Reflect.get(target, name, receiver)
    },
  })

  async function request(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const raw = body === undefined || typeof body === 'string' || body instanceof FormData
    return hono.fetch(
      new Request(`${config.address}/api${path}`, {
        method,
        headers: {
          ...(await browserHeaders()),
          ...(raw ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        body: raw ? (body ?? null) : JSON.stringify(body),
      }),
    )
  }
}

function withHeaders(request: Request, headers: Record<string, string>): Request {
  const all = new Headers(request.headers)
  for (const [name, value] of Object.entries(headers)) all.set(name, value)
  return new Request(request, { headers: all })
}
