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
