import { ORPCError, ValidationError } from '@orpc/server'
import type { Problem } from '@viceversa/domain/problem.ts'
import { type ProblemCode, problems } from '@viceversa/domain/problems.ts'
import { DatabaseUnavailableError } from '../database/errors.ts'

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
  const { code, detail, extensions } = told(error)
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

/** Whether the failure is ours, and so belongs in the log with its stack. */
export function isUnforeseen(error: unknown): boolean {
  return told(error).code === 'internal-error'
}

type Told = { code: ProblemCode; detail?: string; extensions?: Record<string, unknown> }

function told(error: unknown): Told {
  if (error instanceof ProblemError)
    return { code: error.code, detail: error.message, extensions: error.extensions }
  if (error instanceof DatabaseUnavailableError)
    return { code: 'database-unavailable', detail: 'Nothing was lost. Try again in a few seconds.' }
  if (error instanceof ORPCError) return toldByOrpc(error)
  return OURS
}

const OURS: Told = {
  code: 'internal-error',
  detail: 'The error was noted. Give this reference to whoever runs the server.',
}

function toldByOrpc(error: ORPCError<string, unknown>): Told {
  const { cause } = error
  if (cause instanceof ProblemError || cause instanceof DatabaseUnavailableError) return told(cause)
  if (error.code === 'BAD_REQUEST' && cause instanceof ValidationError) {
    const errors = cause.issues.map(({ path, message }) => ({ pointer: pointerTo(path), detail: message }))
    return { code: 'invalid-request', extensions: { errors }, ...(errors[0] && { detail: errors[0].detail }) }
  }
  if (error.code === 'NOT_FOUND') return { code: 'not-found', detail: 'There is nothing at this address.' }
  if (error.status < 500) {
    return {
      code: 'invalid-request',
      detail: 'The request could not be read. Send JSON, or a form where a file is asked for.',
    }
  }
  return OURS
}

/** JSON pointer to the faulty value, such as `#/rules/levelGap/minimum`. */
function pointerTo(path: ValidationError['issues'][number]['path']): string {
  const keys = (path ?? []).map((step) => String(typeof step === 'object' ? step.key : step))
  return `#/${keys.map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`
}
