import { canTake } from '@viceversa/domain/enrolment/enrolment-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { notEnrolled } from './my-enrolment.ts'
import { findMyEnrolmentForUpdate } from './queries.ts'

/** Records that somebody takes part and was told who sees what. Saying so twice changes nothing. */
export async function consent(db: Db, programmeId: string, me: string, now: Date): Promise<void> {
  const enrolment = await findMyEnrolmentForUpdate(db, programmeId, me)
  if (!enrolment) throw notEnrolled()
  if (!canTake('consent', enrolment)) return

  await db
    .updateTable('enrolment')
    .set({ state: 'consented', consented_at: now })
    .where('id', '=', enrolment.id)
    .execute()
}
