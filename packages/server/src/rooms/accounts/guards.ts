import { api, signedIn } from '../../platform/http/operations.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { findRights } from './queries.ts'

/** Guard: an administrator of the installation. */
export const administrator = signedIn.concat(
  api.middleware(async ({ context, next }) => {
    const rights = await context.act(findRights)
    if (!rights.administrator) throw new ProblemError('not-allowed', 'This is for administrators.')
    return await next()
  }),
)

/** Guard: somebody who may import people and create programmes. */
export const peopleManager = signedIn.concat(
  api.middleware(async ({ context, next }) => {
    const rights = await context.act(findRights)
    if (!rights.managesPeople) {
      throw new ProblemError('not-allowed', 'This is for administrators and programme managers.')
    }
    return await next()
  }),
)
