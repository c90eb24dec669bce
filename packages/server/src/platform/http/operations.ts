import { implement } from '@orpc/server'
import { contract } from '@viceversa/domain/contract.ts'
import { ProblemError } from './problem.ts'
import type { RequestContext } from './request-context.ts'

/** The contract, ready to be implemented room by room: `api.people.list.use(signedIn).handler(…)`. */
export const api = implement(contract).$context<RequestContext>()

/** Guard: somebody is signed in. Rooms build their own guards on it. */
export const signedIn = api.middleware(async ({ context, next }) => {
  if (!context.session) throw new ProblemError('not-signed-in', 'Sign in, then try again.')
  return await next({ context: { session: context.session, me: context.session.personId } })
})

/**
 * The version that the caller wants to change, from `If-Match`.
 *
 * @throws ProblemError `version-missing` when the caller sent none: a blind write could undo somebody else's work.
 */
export function expectedVersion(context: RequestContext): number {
  if (context.ifMatch === undefined) {
    throw new ProblemError(
      'version-missing',
      'Send the version you read as If-Match, for example If-Match: "3".',
    )
  }
  return context.ifMatch
}

/** Refuses a stale write and tells the caller which version stands. */
export function refuseStale(context: RequestContext, currentVersion: number): void {
  if (expectedVersion(context) === currentVersion) return
  throw new ProblemError('changed-meanwhile', 'Look at the newer version, then decide what to keep.', {
    currentVersion,
  })
}

/** Tells the caller which version the answer is. */
export function answerVersion(context: RequestContext, version: number): void {
  context.answerHeaders.set('etag', `"${version}"`)
}
