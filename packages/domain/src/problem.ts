import { oc } from '@orpc/contract'
import { z } from 'zod'

/**
 * A failure that the caller can understand and act on, named once in its room's `problems.ts`.
 *
 * The key in a room's table is the problem's code: the last part of its `type` address, the name of its page
 * under `docs/problems/`, and the code that a typed client switches on. The title is the same for every
 * occurrence; the detail, written where it happens, tells this one.
 */
export type ProblemKind = { readonly status: number; readonly title: string }

export type Problems = Readonly<Record<string, ProblemKind>>

/** What a problem looks like on the wire (RFC 9457, `application/problem+json`). */
export const problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>

/** Problems that any operation may answer with. */
export const commonProblems = {
  'invalid-request': { status: 422, title: 'Something in the request needs another look' },
  'not-signed-in': { status: 401, title: 'Please sign in first' },
  'not-allowed': { status: 403, title: 'This is not open to you' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'changed-meanwhile': { status: 412, title: 'Somebody changed this while you were working on it' },
  'version-missing': { status: 428, title: 'Say which version you are changing' },
  'too-many-requests': { status: 429, title: 'Too many requests in a short time' },
  'cross-site-request': { status: 403, title: 'This request came from another site' },
  'key-used-for-another-request': { status: 422, title: 'This Idempotency-Key belongs to another request' },
  'request-still-running': { status: 409, title: 'The same request is still being worked on' },
  'answer-lost': { status: 409, title: 'This was carried out, but its answer was lost' },
  'request-too-large': { status: 413, title: 'This is more than the server takes at once' },
  'database-unavailable': { status: 503, title: 'The database does not answer just now' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
} satisfies Problems

/** The error map of oRPC for some of a room's problems, so that clients are typed by them. */
export function errorsOf<const T extends Problems, K extends keyof T & string>(problems: T, ...codes: K[]) {
  return Object.fromEntries(
    codes.map((code) => [
      code,
      { status: problems[code]!.status, message: problems[code]!.title, data: z.looseObject({}).optional() },
    ]),
  ) as { [code in K]: { status: number; message: string; data: z.ZodOptional<z.ZodObject> } }
}

/** Where every contract starts: an operation that may answer with any of the common problems. */
export const operation = oc.errors(
  errorsOf(
    commonProblems,
    'invalid-request',
    'not-signed-in',
    'not-allowed',
    'not-found',
    'too-many-requests',
    'database-unavailable',
  ),
)
