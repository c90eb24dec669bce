import { missingFromProfile } from '@viceversa/domain/enrolment/completeness.ts'
import { canTake } from '@viceversa/domain/enrolment/enrolment-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { notEnrolled } from './my-enrolment.ts'
import { findMyEnrolmentForUpdate, findProfile } from './queries.ts'

/** Says that a complete profile may be matched. Saying so twice changes nothing. */
export async function finishProfile(db: Db, programmeId: string, me: string, now: Date): Promise<void> {
  const enrolment = await findMyEnrolmentForUpdate(db, programmeId, me)
  if (!enrolment) throw notEnrolled()
  if (!canTake('finish', enrolment)) {
    throw new ProblemError('consent-missing', 'Read who sees what and agree first.')
  }

  const missing = missingFromProfile(enrolment.seat, await findProfile(db, enrolment.id))
  if (missing.length > 0) {
    throw new ProblemError('profile-incomplete', `Still missing: ${missing.join(', ')}.`, {
      missing,
      errors: missing.map((field) => ({ pointer: `#/${field}`, detail: 'This is needed before matching.' })),
    })
  }
  if (enrolment.state === 'ready') return
  await db
    .updateTable('enrolment')
    .set({ state: 'ready', ready_at: now })
    .where('id', '=', enrolment.id)
    .execute()
}
