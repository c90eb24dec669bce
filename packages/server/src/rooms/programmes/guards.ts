import type { Db } from '../../platform/database/as-actor.ts'
import { api, signedIn } from '../../platform/http/operations.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { managesProgramme, takesPart } from './queries.ts'

type ForAProgramme = { programmeId: string }

/** Guard: a programme manager of this programme. Everybody else hears the same, whether or not there is such a programme. */
export const programmeManager = signedIn.concat(
  api.middleware(async ({ context, next }, input: ForAProgramme) => {
    const allowed = await context.act((db) => managesProgramme(db, input.programmeId))
    if (!allowed) {
      throw new ProblemError('not-allowed', 'Only programme managers of this programme can open this.')
    }
    return await next()
  }),
)

/** Guard: anybody in this programme, as mentor or leader, invited ones included, or as programme manager. */
export const member = signedIn.concat(
  api.middleware(async ({ context, next }, input: ForAProgramme) => {
    const allowed = await context.act(
      async (db) =>
        (await takesPart(db, input.programmeId)) || (await managesProgramme(db, input.programmeId)),
    )
    if (!allowed) throw new ProblemError('not-allowed', 'Only people in this programme can open this.')
    return await next()
  }),
)

/** For operations that name a thing inside a programme: the programme is known only once the thing is found. */
export async function refuseAllButManagers(db: Db, programmeId: string): Promise<void> {
  if (await managesProgramme(db, programmeId)) return
  throw new ProblemError('not-allowed', 'Only programme managers of this programme can do this.')
}
