import { ORPCError, ValidationError } from '@orpc/server'
import type { commonProblems, Problem } from '@viceversa/domain/problem.ts'
import { type ProblemCode, problems } from '@viceversa/domain/problems.ts'

/**
 * A failure the caller can understand and act on. Rooms throw it with a code from their `problems.ts`.
 *
 * The detail says what happened this time and how to mend it. It and the extensions may reach a log, so they
 * hold no personal data beyond what the caller sent.
 */
export class ProblemError extends Error {
  override name = 'ProblemError'
  readonly code: ProblemCode
  readonly extensions: Record<string, unknown>

  constructor(code: ProblemCode, detail: string, extensions: Record<string, unknown> = {}) {
    super(detail)
    this.code = code
    this.extensions = extensions
  }

  get status(): number {
    return problems[this.code].status
  }
}

/** The answer to any failure. Failures nobody foresaw say nothing; their story is in the log under the request id. */
export function problemFrom(error: unknown, requestId: string, instance: string): Problem {
  if (error instanceof ProblemError)
    return wire(error.code, requestId, instance, error.message, error.extensions)
  if (error instanceof ORPCError) return fromOrpc(error, requestId, instance)
  return wire(
    'internal-error',
    requestId,
    instance,
    'The error was noted. Give this reference to whoever runs the server.',
  )
}

/** Whether the failure is ours, and so belongs in the log with its stack. */
export function isUnforeseen(error: unknown): boolean {
  if (error instanceof ProblemError) return false
  return !(error instanceof ORPCError) || error.status >= 500
}

function fromOrpc(error: ORPCError<string, unknown>, requestId: string, instance: string): Problem {
  if (error.cause instanceof ProblemError) return problemFrom(error.cause, requestId, instance)
  if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
    const errors = error.cause.issues.map(({ path, message }) => ({
      pointer: pointerTo(path),
      detail: message,
    }))
    return wire('invalid-request', requestId, instance, errors[0]?.detail, { errors })
  }
  if (error.code === 'NOT_FOUND')
    return wire('not-found', requestId, instance, 'There is nothing at this address.')
  if (error.status === 413) return wire('request-too-large', requestId, instance)
  if (error.status < 500)
    return wire('invalid-request', requestId, instance, 'The request could not be read.')
  return wire(
    'internal-error',
    requestId,
    instance,
    'The error was noted. Give this reference to whoever runs the server.',
  )
}

/** JSON pointer to the faulty value, such as `#/rules/levelGap/minimum`. */
function pointerTo(path: ValidationError['issues'][number]['path']): string {
  const keys = (path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))
  return `#/${keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
}

function wire(
  code: ProblemCode | keyof typeof commonProblems,
  requestId: string,
  instance: string,
  detail?: string,
  extensions: Record<string, unknown> = {},
): Problem {
  const { status, title } = problems[code]
  return {
    ...extensions,
    type: `/problems/${code}`,
    title,
    status,
    ...(detail === undefined ? {} : { detail }),
    instance,
    requestId,
  }
}
