import { canTake } from '@viceversa/domain/programmes/programme-states.ts'
import { readinessOf } from '@viceversa/domain/programmes/readiness.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { programmeNotReady } from './errors.ts'
import { findProgrammeForUpdate, managersOf } from './queries.ts'
import { readinessFacts } from './show-programme.ts'

/** Opens a draft so that people can be invited, once everything rule R1 asks for stands. Opening twice changes nothing. */
export async function openProgramme(db: Db, programmeId: string, now: Date): Promise<void> {
  const programme = await findProgrammeForUpdate(db, programmeId)
  if (!programme) throw new ProblemError('not-found', 'There is no such programme.')
  if (programme.state === 'closed') {
    throw new ProblemError('programme-closed', 'Start a new programme instead.')
  }
  if (!canTake('open', programme)) return

  const managerIds = (await managersOf(db, programmeId)).map(({ id }) => id)
  const missing = readinessOf(readinessFacts(programme, managerIds)).filter(({ done }) => !done)
  if (missing.length > 0) throw programmeNotReady(missing)

  await db
    .updateTable('programme')
    .set({ state: 'open', opened_at: now, version: programme.version + 1 })
    .where('id', '=', programmeId)
    .execute()
}
