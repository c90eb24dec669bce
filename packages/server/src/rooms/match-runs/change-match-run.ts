import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { canTake } from '@viceversa/domain/match-runs/match-run-states.ts'
import { changedRules, needsReason, wronglyOff } from '@viceversa/domain/match-runs/rules-that-hold.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { levelGapReasonMissing, matchRunNotDraft, ruleAlwaysHolds } from './errors.ts'
import { holdMatchable } from './hold-matchable.ts'
import { findMatchRunForUpdate, type GivenReason, type MatchRunSettings, writeMatchRun } from './queries.ts'
import { recordRuleChanges } from './rule-changes.ts'

export type MatchRunChanges = Partial<MatchRunSettings> & { readonly levelGapReason?: string }

/**
 * Changes rules, weights or objective. What protects people stays on (rule R7), one level of distance needs a written
 * reason (rule R8), and every change of a rule goes on record.
 *
 * @param refuseStale - Throws when the version given by the caller is not the current one.
 */
export async function changeMatchRun(
  db: Db,
  matchRunId: string,
  { levelGapReason, ...settings }: MatchRunChanges,
  refuseStale: (currentVersion: number) => void,
  changedBy: string,
  now: Date,
): Promise<void> {
  const run = await findMatchRunForUpdate(db, matchRunId)
  if (!run) throw new ProblemError('not-found', 'There is no such match run.')
  if (!canTake('change', run)) throw matchRunNotDraft(run.state)
  await holdMatchable(db, run.programmeId, now)
  refuseStale(run.version)

  const after = settings.rules ?? run.rules
  const off = wronglyOff(after)
  if (off.length > 0) throw ruleAlwaysHolds(off)
  const reason = reasonAfter(run, after, levelGapReason, changedBy, now)
  await writeMatchRun(db, matchRunId, settings, now, reason)
  const changes = changedRules(run.rules, after)
  const rewritten = reason != null && !changes.some(({ rule }) => rule === 'levelGap')
  const { levelGap } = after
  await recordRuleChanges(
    db,
    matchRunId,
    rewritten ? [...changes, { rule: 'levelGap', was: levelGap, became: levelGap }] : changes,
    reason != null,
    changedBy,
    now,
  )
}

/** The reason to write; null clears it, undefined leaves what stands. */
function reasonAfter(
  run: MatchRun,
  after: MatchRun['rules'],
  words: string | undefined,
  by: string,
  at: Date,
): GivenReason | null | undefined {
  if (!needsReason(after)) return run.levelGapReason ? null : undefined
  if (words) return { words, by, at }
  if (!run.levelGapReason) throw levelGapReasonMissing()
  return undefined
}

/** A discarded scenario is out of sight; its pins and bans stay on record. */
export async function discardMatchRun(db: Db, matchRunId: string, now: Date): Promise<string> {
  const run = await findMatchRunForUpdate(db, matchRunId)
  if (!run) throw new ProblemError('not-found', 'There is no such match run.')
  if (!canTake('discard', run)) throw matchRunNotDraft(run.state)
  await holdMatchable(db, run.programmeId, now)
  await db
    .updateTable('match_run')
    .set({ state: 'discarded', version: run.version + 1, updated_at: now })
    .where('id', '=', matchRunId)
    .execute()
  return run.programmeId
}
