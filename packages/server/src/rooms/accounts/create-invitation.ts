import { randomBytes } from 'node:crypto'
import type { Seat } from '@viceversa/domain/wire.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { hashInvitationToken } from './invitation-token.ts'
import { INVITATION_DAYS } from './sign-in/limits.ts'

export type NewInvitation = {
  readonly personId: string
  readonly programmeId: string | null
  readonly seat?: Seat | undefined
  readonly purpose: 'join-programme' | 'run-programme' | 'administer'
  /** What people type to reach the installation, from the configuration. */
  readonly address: string
  /** 14 unless named. */
  readonly expiresInDays?: number | undefined
}

const TOKEN_BYTES = 32
const DAY_MILLISECONDS = 86_400_000

/**
 * Makes a link that signs its person in once. Earlier links of the same person for the same programme stop working.
 *
 * @returns The link. It is stored nowhere: put it into the mail of the same transaction.
 */
export async function createInvitation(
  db: Db,
  invitation: NewInvitation,
  now: Date,
): Promise<{ url: string }> {
  const [url] = await createInvitations(db, [invitation.personId], invitation, now)
  return { url: url! }
}

/**
 * The same for many people at once, in two statements.
 *
 * @returns One link for each person, in their order.
 */
export async function createInvitations(
  db: Db,
  personIds: readonly string[],
  invitation: Omit<NewInvitation, 'personId'>,
  now: Date,
): Promise<string[]> {
  if (personIds.length === 0) return []
  const { programmeId, seat, purpose, address, expiresInDays = INVITATION_DAYS } = invitation
  const expiresAt = new Date(now.getTime() + expiresInDays * DAY_MILLISECONDS)
  const tokens = personIds.map(() => randomBytes(TOKEN_BYTES).toString('base64url'))
  await db
    .deleteFrom('invitation')
    .where('person_id', 'in', personIds)
    .where('programme_id', 'is not distinct from', programmeId)
    .where('used_at', 'is', null)
    .execute()
  await db
    .insertInto('invitation')
    .values(
      personIds.map((personId, index) => ({
        token_hash: hashInvitationToken(tokens[index]!),
        person_id: personId,
        programme_id: programmeId,
        seat: seat ?? null,
        purpose,
        created_at: now,
        expires_at: expiresAt,
      })),
    )
    .execute()
  return tokens.map((token) => `${address}/invitation/${token}`)
}
