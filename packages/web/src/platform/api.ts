import { createORPCClient, ORPCError } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { JsonifiedClient } from '@orpc/openapi-client'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { contract } from '@viceversa/domain/contract.ts'
import type { Problem } from '@viceversa/domain/problem.ts'
import { problemIn, withReadableProblem } from '@viceversa/domain/problem-response.ts'
import { earlyAnswer } from './early-answers.ts'

/** What a call may carry besides its input: the version it changes, and a key that makes a POST safe to repeat. */
export type CallContext = { readonly ifMatch?: number; readonly idempotencyKey?: string }

// In the built application the contract is its addresses only: vite/addresses-of-contract.ts.
const link = new OpenAPILink<CallContext>(contract, {
  url: () => `${window.location.origin}/api`,
  headers: ({ context }) => ({
    ...(context?.ifMatch === undefined ? {} : { 'if-match': `"${context.ifMatch}"` }),
    'idempotency-key': context?.idempotencyKey ?? crypto.randomUUID(),
  }),
  fetch: async (request, init) =>
    withReadableProblem((await earlyAnswer(request)) ?? (await fetch(request, init))),
  customErrorResponseBodyDecoder: (body, response) => {
    const data = problemIn(body)
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
  return problemIn(error.data)
}
