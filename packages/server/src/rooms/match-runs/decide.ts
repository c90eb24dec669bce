import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { canTake } from '@viceversa/domain/match-runs/match-run-states.ts'
import type { PairOfIds } from '@viceversa/matching/types.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { askEngine } from './engine/engine.ts'
import { matchRunNotDraft, withRefusalsNamed } from './errors.ts'
import { holdMatchable } from './hold-matchable.ts'
import { readMarket, taskFor } from './market.ts'
import { findMatchRunForUpdate, writeMatchRun } from './queries.ts'

export type Decision = PairOfIds & { readonly decision: 'pin' | 'ban'; readonly reason?: string | undefined }

/**
 * Pins a pair, so that every proposal of this run holds it, or bans it. The other way round replaces what was decided.
 * A pin that a rule forbids, or for which one of the two has no seat, is refused with the rule or person named.
 */
export async function decide(
  db: Db,
  matchRunId: string,
  wanted: Decision,
  decidedBy: string,
  now: Date,
): Promise<void> {
  const run = await lockDraft(db, matchRunId, now)
  await refuseStrangers(db, run, wanted)
  await db
    .insertInto('match_run_decision')
    .values({
      match_run_id: matchRunId,
      mentor_id: wanted.mentorId,
      leader_id: wanted.leaderId,
      decision: wanted.decision,
      reason: wanted.reason || null,
      decided_by: decidedBy,
      decided_at: now,
    })
    .onConflict((earlier) =>
      earlier.columns(['match_run_id', 'mentor_id', 'leader_id']).doUpdateSet((given) => ({
        decision: given.ref('excluded.decision'),
        reason: given.ref('excluded.reason'),
        decided_by: given.ref('excluded.decided_by'),
        decided_at: given.ref('excluded.decided_at'),
      })),
    )
    .execute()
  await writeMatchRun(db, matchRunId, {}, now)
  if (wanted.decision === 'pin') await refuseImpossiblePins(db, run, wanted)
}

/** Lets the engine decide about this pair again. */
export async function takeBackDecision(
  db: Db,
  matchRunId: string,
  { mentorId, leaderId }: PairOfIds,
  now: Date,
): Promise<void> {
  await lockDraft(db, matchRunId, now)
  await db
    .deleteFrom('match_run_decision')
    .where('match_run_id', '=', matchRunId)
    .where('mentor_id', '=', mentorId)
    .where('leader_id', '=', leaderId)
    .execute()
  await writeMatchRun(db, matchRunId, {}, now)
}

async function lockDraft(db: Db, matchRunId: string, now: Date): Promise<MatchRun> {
  const run = await findMatchRunForUpdate(db, matchRunId)
  if (!run) throw new ProblemError('not-found', 'There is no such match run.')
  if (!canTake('decide', run)) throw matchRunNotDraft(run.state)
  await holdMatchable(db, run.programmeId, now)
  return run
}

async function refuseStrangers(db: Db, run: MatchRun, { mentorId, leaderId }: PairOfIds): Promise<void> {
  const { people } = await readMarket(db, run.programmeId)
  const sits = (seat: 'mentor' | 'leader', id: string) =>
    people.some((person) => person.seat === seat && person.id === id)
  if (sits('mentor', mentorId) && sits('leader', leaderId)) return
  throw new ProblemError('not-found', 'One of the two is not there to be matched in this programme.')
}

async function refuseImpossiblePins(db: Db, run: MatchRun, { mentorId, leaderId }: PairOfIds): Promise<void> {
  const others = run.decisions.filter((known) => known.mentorId !== mentorId || known.leaderId !== leaderId)
  const decisions = [...others, { mentorId, leaderId, decision: 'pin' as const, reason: null }]
  const task = taskFor({ ...run, decisions }, await readMarket(db, run.programmeId))
  await withRefusalsNamed(db, () => askEngine('figures', task))
}
