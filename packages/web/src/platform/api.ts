import './no-eval.ts'
import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { contract } from '@viceversa/domain/contract.ts'
import { type Problem, problem } from '@viceversa/domain/problem.ts'
import { withReadableProblem } from '@viceversa/domain/problem-response.ts'

/** What a call may carry besides its input: the version it changes, and a key that makes a POST safe to repeat. */
export type CallContext = { readonly ifMatch?: number; readonly idempotencyKey?: string }

const link = new OpenAPILink<CallContext>(contract, {
  url: () => `${window.location.origin}/api`,
  headers: ({ context }) => ({
    ...(context?.ifMatch === undefined ? {} : { 'if-match': `"${context.ifMatch}"` }),
    'idempotency-key': context?.idempotencyKey ?? crypto.randomUUID(),
  }),
  fetch: async (request, init) => withReadableProblem(await fetch(request, init)),
  customErrorResponseBodyDecoder: (body, response) => {
    const { data } = problem.safeParse(body)
    if (!data) return null
    const code = data.type.split('/').at(-1) ?? 'internal-error'
    return new ORPCError(code, { status: response.status, message: data.detail ?? data.title, data })
  },
})

/** The typed client of the API: `api.people.list({ … })`. */
export const api: JsonifiedClient<ContractRouterClient<typeof contract, CallContext>> = createORPCClient(link)

/** Query and mutation options for TanStack Query: `useQuery(queries.people.list.queryOptions({ input }))`. */
export const queries = createTanstackQueryUtils(api)

/** The problem behind an error, when the server answered with one. */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof ORPCError)) return null
  return problem.safeParse(error.data).data ?? null
}
