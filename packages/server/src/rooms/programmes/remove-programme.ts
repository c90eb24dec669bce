import { canTake } from '@viceversa/domain/programmes/programme-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { findProgrammeForUpdate, hasPeople } from './queries.ts'

/** Deletes a programme that nobody was invited to. Inviting locks the same row, so nobody slips in meanwhile. */
export async function removeProgramme(db: Db, programmeId: string): Promise<void> {
  const programme = await findProgrammeForUpdate(db, programmeId)
  if (!programme) throw new ProblemError('not-found', 'There is no such programme.')
  if (!canTake('remove', programme) || (await hasPeople(db, programmeId))) {
    throw new ProblemError(
      'programme-has-people',
      'Take back the open invitations first; people who joined can leave.',
    )
  }
  await db.deleteFrom('programme').where('id', '=', programmeId).execute()
}
