import { canTake } from '@viceversa/domain/match-runs/match-run-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { matchRunNotDraft } from './errors.ts'
import { findMatchRunForUpdate, type MatchRunSettings, writeMatchRun } from './queries.ts'

/** @param refuseStale - Throws when the version given by the caller is not the current one. */
export async function changeMatchRun(
  db: Db,
  matchRunId: string,
  settings: Partial<MatchRunSettings>,
  refuseStale: (currentVersion: number) => void,
  now: Date,
): Promise<void> {
  const run = await findMatchRunForUpdate(db, matchRunId)
  if (!run) throw new ProblemError('not-found', 'There is no such match run.')
  if (!canTake('change', run)) throw matchRunNotDraft(run.state)
  refuseStale(run.version)
  await writeMatchRun(db, matchRunId, settings, now)
}

/** A discarded scenario is out of sight; its pins and bans stay on record. */
export async function discardMatchRun(db: Db, matchRunId: string, now: Date): Promise<string> {
  const run = await findMatchRunForUpdate(db, matchRunId)
  if (!run) throw new ProblemError('not-found', 'There is no such match run.')
  if (!canTake('discard', run)) throw matchRunNotDraft(run.state)
  await db
    .updateTable('match_run')
    .set({ state: 'discarded', version: run.version + 1, updated_at: now })
    .where('id', '=', matchRunId)
    .execute()
  return run.programmeId
}
