import { defaultRules, defaultWeights } from '@viceversa/domain/match-runs/contract.ts'
import { withWhatHolds } from '@viceversa/domain/match-runs/rules-that-hold.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { holdMatchable } from './hold-matchable.ts'
import { addMatchRun, copyDecisions, findMatchRun, matchRunsOf } from './queries.ts'

export type NewMatchRun = {
  readonly programmeId: string
  readonly name?: string | undefined
  readonly copyOf?: string | undefined
}

/**
 * A new scenario: from the defaults, or as a copy of another with its pins and bans, and its reason for one level of
 * distance. Returns its id.
 */
export async function createMatchRun(
  db: Db,
  wanted: NewMatchRun,
  createdBy: string,
  now: Date,
): Promise<string> {
  await holdMatchable(db, wanted.programmeId, now)
  const letter = letterOf((await matchRunsOf(db, wanted.programmeId)).length)
  if (!wanted.copyOf) {
    const name = wanted.name ?? `${letter} · Balanced`
    const settings = { name, objective: 'most-people' as const, rules: defaultRules, weights: defaultWeights }
    return addMatchRun(db, wanted.programmeId, settings, createdBy, now)
  }

  const original = await findMatchRun(db, wanted.copyOf)
  if (original?.programmeId !== wanted.programmeId) {
    throw new ProblemError('not-found', 'There is no such match run to copy in this programme.')
  }
  const name = wanted.name ?? `${letter} · ${original.name.replace(/^[A-Z] · /, '')}`.slice(0, 80)
  const rules = withWhatHolds(original.rules, original.levelGapReason !== null)
  const settings = { ...original, name, rules }
  const copy = await addMatchRun(db, wanted.programmeId, settings, createdBy, now, original.id)
  await copyDecisions(db, original.id, copy)
  return copy
}

function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + (index % 26))
}
