import { defaultRules, defaultWeights } from '@viceversa/domain/match-runs/contract.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { addMatchRun, copyDecisions, findMatchRun, matchRunsOf } from './queries.ts'

export type NewMatchRun = {
  readonly programmeId: string
  readonly name?: string | undefined
  readonly copyOf?: string | undefined
}

/** A new scenario: from the defaults, or as a copy of another with its pins and bans. Returns its id. */
export async function createMatchRun(
  db: Db,
  wanted: NewMatchRun,
  createdBy: string,
  now: Date,
): Promise<string> {
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
  const copy = await addMatchRun(db, wanted.programmeId, { ...original, name }, createdBy, now)
  await copyDecisions(db, original.id, copy)
  return copy
}

function letterOf(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + (index % 26))
}
