import { hoursAsked } from '@viceversa/domain/programmes/hours.ts'
import type { ParticipantSeat } from '@viceversa/domain/wire.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { queueMails } from '../../platform/mail/queue-mail.ts'
import { createInvitations } from '../accounts/create-invitation.ts'
import { cardsOf } from '../programmes/queries.ts'
import type { ProgrammeToInviteTo } from './queries.ts'

/** Long enough for holidays. After that "Invite again" sends a fresh link. */
const DAYS_A_LINK_WORKS = 30

/** Who invites, and what people type to reach the installation. */
export type InvitationSender = { readonly personId: string; readonly address: string }

type Invited = { readonly id: string; readonly email: string; readonly given_name: string }

/** Queues one mail with one one-time link for each person, in the caller's transaction. */
export async function sendInvitations(
  db: Db,
  programme: ProgrammeToInviteTo,
  seat: ParticipantSeat,
  people: readonly Invited[],
  sender: InvitationSender,
  now: Date,
): Promise<void> {
  const inviter = (await cardsOf(db, [sender.personId])).get(sender.personId)
  const hours = hoursAsked(programme.session_count, programme.session_minutes)[seat]

  const links = await createInvitations(
    db,
    people.map(({ id }) => id),
    {
      programmeId: programme.id,
      seat,
      purpose: 'join-programme',
      address: sender.address,
      expiresInDays: DAYS_A_LINK_WORKS,
    },
    now,
  )
  await queueMails(
    db,
    people.map((person, index) => ({
      personId: person.id,
      address: person.email,
      template: `invitation-${seat}`,
      values: {
        givenName: person.given_name,
        programmeName: programme.name,
        inviter: inviter?.displayName ?? '',
        sessions: String(programme.session_count),
        minutes: String(programme.session_minutes),
        hours: String(hours.total),
        days: String(DAYS_A_LINK_WORKS),
        link: links[index]!,
      },
    })),
  )
}
