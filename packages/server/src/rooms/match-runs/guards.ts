import { api, signedIn } from '../../platform/http/operations.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { managesMatchRun } from './queries.ts'

/** Guard: a programme manager of the run's programme. Everybody else hears the same, whether or not there is such a run. */
export const matchRunManager = signedIn.concat(
  api.middleware(async ({ context, next }, input: { matchRunId: string }) => {
    const allowed = await context.act((db) => managesMatchRun(db, input.matchRunId))
    if (!allowed) {
      throw new ProblemError(
        'not-allowed',
        'Only programme managers of this programme can open its match runs.',
      )
    }
    return await next()
  }),
)
