import { canTake, type ProgrammeState } from '@viceversa/domain/programmes/programme-states.ts'
import type { ParticipantSeat } from '@viceversa/domain/wire.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { addEnrolments, findProgrammeToInviteTo, invitablePeople } from './queries.ts'
import { type InvitationSender, sendInvitations } from './send-invitations.ts'

export type Invitation = {
  readonly programmeId: string
  readonly seat: ParticipantSeat
  readonly personIds: readonly string[]
}

/**
 * Invites people into a seat: each new one gets a place and a mail with a one-time link, or nobody does. Inviting only
 * asks; taking part is everybody's own answer (rule R3).
 *
 * @returns How many were invited, were in the programme already, and cannot be: people who left, and the safe contact,
 *   who stands outside the programme (rule R1).
 */
export async function invitePeople(db: Db, wanted: Invitation, sender: InvitationSender, now: Date) {
  const programme = await findProgrammeToInviteTo(db, wanted.programmeId)
  if (!programme) throw new ProblemError('not-found', 'There is no such programme.')
  if (!canTake('invite', { state: programme.state as ProgrammeState })) {
    throw new ProblemError('programme-not-open', 'Open the programme first, then invite people.')
  }

  const asked = new Set(wanted.personIds)
  const people = await invitablePeople(db, [...asked], programme.safe_contact_id)
  const added = new Set(
    await addEnrolments(
      db,
      programme.id,
      wanted.seat,
      people.map(({ id }) => id),
      now,
    ),
  )
  await sendInvitations(
    db,
    programme,
    wanted.seat,
    people.filter(({ id }) => added.has(id)),
    sender,
    now,
  )
  return {
    invited: added.size,
    alreadyIn: people.length - added.size,
    cannotBeInvited: asked.size - people.length,
  }
}
