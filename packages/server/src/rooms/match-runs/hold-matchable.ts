import { type MatchingStop, matchingStop } from '@viceversa/domain/programmes/programme-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { findProgrammeForUpdate, findProgrammeHeld, todayAt } from '../programmes/queries.ts'

/**
 * Holds the programme as it stands until the transaction ends, and refuses when nobody can be matched in it today: it has
 * not opened, or it is over. Match runs of a programme that is over can be looked at and stay as they are.
 *
 * @param alone - Nobody else proposes pairs to this programme meanwhile.
 * @throws ProblemError `programme-not-open`, `programme-closed`.
 */
export async function holdMatchable(db: Db, programmeId: string, now: Date, alone = false): Promise<void> {
  const programme = await (alone ? findProgrammeForUpdate : findProgrammeHeld)(db, programmeId)
  if (!programme) throw new ProblemError('not-found', 'There is no such programme.')
  const stop = matchingStop(await todayAt(db, now), {
    state: programme.state,
    endsOn: programme.ends_on,
    deletesOn: programme.deletes_on,
  })
  if (stop) throw refusals[stop]()
}

const refusals: Record<MatchingStop, () => ProblemError> = {
  draft: () => new ProblemError('programme-not-open', 'Open the programme first, then match its people.'),
  closed: () =>
    new ProblemError('programme-closed', 'This programme is closed. Its scenarios stay as they are.'),
  ended: () =>
    new ProblemError(
      'programme-closed',
      'The last day of this programme is over. If it goes on, move its end first.',
    ),
  deleted: () =>
    new ProblemError(
      'programme-closed',
      'On the deletion date the answers of this programme were erased: nobody can be matched any more.',
    ),
}
