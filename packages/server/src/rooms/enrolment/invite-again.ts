import { canTake } from '@viceversa/domain/enrolment/enrolment-states.ts'
import {
  type ProgrammeState,
  canTake as programmeCan,
} from '@viceversa/domain/programmes/programme-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { refuseAllButManagers } from '../programmes/guards.ts'
import { findInvitation, findProgrammeToInviteTo } from './queries.ts'
import { type InvitationSender, sendInvitations } from './send-invitations.ts'

/** Sends a fresh one-time link to somebody who has not answered. */
export async function inviteAgain(
  db: Db,
  enrolmentId: string,
  sender: InvitationSender,
  now: Date,
): Promise<string> {
  const invitation = await findInvitation(db, enrolmentId)
  if (!invitation) throw new ProblemError('not-found', 'There is no such invitation.')
  await refuseAllButManagers(db, invitation.programme_id)
  const programme = await findProgrammeToInviteTo(db, invitation.programme_id)
  if (!programme) throw new ProblemError('not-found', 'There is no such programme.')
  if (!canTake('inviteAgain', invitation)) {
    throw new ProblemError('already-answered', 'This person has answered, so there is nothing to send again.')
  }
  if (!programmeCan('invite', { state: programme.state as ProgrammeState })) {
    throw new ProblemError('programme-not-open', 'This programme takes nobody in any more.')
  }

  const person = { id: invitation.person_id, email: invitation.email, given_name: invitation.given_name }
  await sendInvitations(db, programme, invitation.seat, [person], sender, now)
  return programme.id
}
