import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { notEnrolled } from './my-enrolment.ts'
import { findMyEnrolmentForUpdate, hasOpenPair, holdWhoTakesPart } from './queries.ts'

/**
 * Declines an invitation or withdraws. The place and the whole profile go, and nothing says that they were there
 * (rule R3). With a pair waiting or running it goes through the pair, so that the partner is not left alone.
 */
export async function leaveProgramme(db: Db, programmeId: string, me: string): Promise<void> {
  await holdWhoTakesPart(db, programmeId)
  const enrolment = await findMyEnrolmentForUpdate(db, programmeId, me)
  if (!enrolment) throw notEnrolled()
  if (await hasOpenPair(db, programmeId, me)) {
    throw new ProblemError('already-in-a-pair', 'Answer or end the pair first; after that you can leave.')
  }
  await db.deleteFrom('enrolment').where('id', '=', enrolment.id).execute()
}
