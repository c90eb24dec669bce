import type { ProblemCode } from '@viceversa/domain/problems.ts'
import { isAPIError } from 'better-auth/api'
import { ProblemError } from '../../../platform/http/problem.ts'
import type { RequestContext } from '../../../platform/http/request-context.ts'

/** What the library's refusal means in our words, by its code; `otherwise` for every other. */
export type Refusals = { readonly otherwise: Refusal } & { readonly [code: string]: Refusal }
type Refusal = readonly [ProblemCode, string]

/**
 * Calls a function of the sign-in library for the person who sent the request. Its cookies go out with our answer.
 *
 * @throws ProblemError for a refusal, as `refusals` words it. Anything else is not foreseen and passes through.
 */
export async function callLibrary<T>(
  context: RequestContext,
  call: (headers: Headers) => Promise<{ headers: Headers | null | undefined; response: T }>,
  refusals: Refusals,
): Promise<T> {
  const { headers, response } = await refusing(() => call(context.headers), refusals)
  for (const cookie of headers?.getSetCookie() ?? []) context.answerHeaders.append('set-cookie', cookie)
  return response
}

async function refusing<T>(call: () => Promise<T>, refusals: Refusals): Promise<T> {
  try {
    return await call()
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    const code: unknown = error.body?.code
    const [problem, detail] = (typeof code === 'string' && refusals[code]) || refusals.otherwise
    throw new ProblemError(problem, detail)
  }
}
