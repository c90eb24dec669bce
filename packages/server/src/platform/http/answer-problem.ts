import { ORPCError } from '@orpc/server'
import type { ErrorHandler } from 'hono'
import { DatabaseUnavailableError } from '../database/errors.ts'
import type { Log } from '../log/log.ts'
import type { AppContext, AppEnv } from './app-env.ts'
import { isUnforeseen, type ProblemError, problemFrom } from './problem.ts'

/** The last resort of every route: whatever was thrown becomes a problem, and ours go to the log. */
export function answerProblems(log: Log): ErrorHandler<AppEnv> {
  return (error, c) => problemResponse(error, c, log)
}

export function problemResponse(error: unknown, c: AppContext, log: Log): Response {
  const requestId = c.get('requestId')
  if (isUnforeseen(error)) log.error({ requestId, err: reasonOf(error) }, 'A request failed.')
  const problem = problemFrom(error, requestId, c.req.path)
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json', ...headersOf(error) },
  })
}

const SECONDS_UNTIL_A_DATABASE_IS_BACK = 5

/** What an HTTP client reads before the body: when to come back. */
function headersOf(error: unknown): Record<string, string> {
  const reason = reasonOf(error)
  if (reason instanceof DatabaseUnavailableError)
    return { 'retry-after': String(SECONDS_UNTIL_A_DATABASE_IS_BACK) }
  const after = (reason as Partial<ProblemError> | undefined)?.extensions?.['retryAfterSeconds']
  return typeof after === 'number' ? { 'retry-after': String(after) } : {}
}

/** oRPC wraps what a handler throws. */
export function reasonOf(error: unknown): unknown {
  return error instanceof ORPCError && error.cause instanceof Error ? error.cause : error
}
