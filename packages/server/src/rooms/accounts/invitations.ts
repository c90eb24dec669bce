import type { invitation } from '@viceversa/domain/accounts/contract.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { hashInvitationToken } from './invitation-token.ts'

type Invitation = z.infer<typeof invitation>

/** @throws ProblemError `invitation-not-valid`, the same for unknown, expired and used. */
export async function showInvitation(db: Db, token: string, now: Date): Promise<Invitation> {
  const { rows } = await sql<Invitation>`
    select organisation_name as "organisationName", programme_name as "programmeName", seat,
           given_name as "givenName"
    from show_invitation(${hashInvitationToken(token)}, ${now})`.execute(db)
  return expectValid(rows[0])
}

/**
 * Uses the link up; the second of two at once finds it used.
 *
 * @throws ProblemError `invitation-not-valid`.
 */
export async function acceptInvitation(
  db: Db,
  token: string,
  now: Date,
): Promise<{ personId: string; programmeId: string | null }> {
  const { rows } = await sql<{ personId: string; programmeId: string | null }>`
    select person_id as "personId", programme_id as "programmeId"
    from use_invitation(${hashInvitationToken(token)}, ${now})`.execute(db)
  return expectValid(rows[0])
}

function expectValid<T>(found: T | undefined): T {
  if (found) return found
  throw new ProblemError(
    'invitation-not-valid',
    'It was used already or is too old. Ask for a sign-in link with your work e-mail address instead.',
  )
}
