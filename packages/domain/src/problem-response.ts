import type { Problem } from './problem.ts'

/**
 * An answer whose problem a typed client can read. oRPC parses a body only when its type begins with
 * `application/json`, and a problem's type is `application/problem+json` (RFC 9457).
 */
export function withReadableProblem(response: Response): Response {
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) return response
  const headers = new Headers(response.headers)
  headers.set('content-type', 'application/json')
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}

/** The problem in a body, when there is one. Without a schema: the first screen waits for whoever reads this. */
export function problemIn(body: unknown): Problem | null {
  if (typeof body !== 'object' || body === null) return null
  const { type, title, status } = body as Partial<Problem>
  const isProblem = typeof type === 'string' && typeof title === 'string' && Number.isInteger(status)
  return isProblem ? (body as Problem) : null
}
