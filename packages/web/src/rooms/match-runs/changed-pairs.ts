import type { Proposal } from '@viceversa/domain/match-runs/contract.ts'
import type { PairOfIds } from './queries.ts'

/** One text for one pair, to compare pairs and to key rows with. */
export function pairKey({ mentorId, leaderId }: PairOfIds): string {
  return `${mentorId} ${leaderId}`
}

/** Pairs of a new proposal that the one before did not have; none when there was none before. */
export function changedPairs(before: Proposal | undefined, now: Proposal): ReadonlySet<string> {
  if (!before || before.matchRunId !== now.matchRunId) return new Set()
  const known = new Set(before.pairs.map(pairKey))
  return new Set(now.pairs.map(pairKey).filter((key) => !known.has(key)))
}
