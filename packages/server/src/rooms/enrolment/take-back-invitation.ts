import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { refuseAllButManagers } from '../programmes/guards.ts'
import { findInvitation } from './queries.ts'

/**
 * Takes back an invitation that nobody has answered. Whoever answers at the same moment wins: the row is deleted only
 * while it still waits.
 *
 * @returns The programme it belonged to.
 */
export async function takeBackInvitation(db: Db, enrolmentId: string): Promise<string> {
  const invitation = await findInvitation(db, enrolmentId)
  if (!invitation) throw new ProblemError('not-found', 'There is no such invitation.')
  await refuseAllButManagers(db, invitation.programme_id)

  const taken = await db
    .deleteFrom('enrolment')
    .where('id', '=', enrolmentId)
    .where('state', '=', 'invited')
    .returning('id')
    .executeTakeFirst()
  if (!taken) {
    throw new ProblemError('already-answered', 'This person has joined. They can leave by themselves.')
  }
  return invitation.programme_id
}
