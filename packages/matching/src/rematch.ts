import { answer } from './answer.ts'
import type { Candidates, Change, MatchSettings, PairOfIds, Participant, Solution } from './types.ts'

/**
 * The best set of pairs after a change. As good as a fresh `match` on the changed settings, and among equally good sets
 * one that keeps as many of the present pairs as possible, so that nobody moves without need. (A stable answer is a fresh
 * one: which it is does not depend on what was before.)
 *
 * @param candidates - Those of the solution, or new ones after people, rules or weights changed.
 * @throws As `match`: a pin that a changed rule now forbids is refused, not dropped.
 */
export function rematch(candidates: Candidates, solution: Solution, change: Change): Solution {
  return answer(candidates, changed(solution.settings, change), solution.pairs)
}

function changed(settings: Required<MatchSettings>, change: Change): MatchSettings {
  return {
    objective: change.objective ?? settings.objective,
    pins: [...without(settings.pins, change.unpin), ...(change.pin ?? [])],
    bans: [...without(settings.bans, change.unban), ...(change.ban ?? [])],
    capacities: replaced(settings.capacities, change.capacities),
  }
}

function without(pairs: readonly PairOfIds[], gone: readonly PairOfIds[] = []): readonly PairOfIds[] {
  return pairs.filter((pair) => !gone.some((other) => isSame(pair, other)))
}

function isSame(a: PairOfIds, b: PairOfIds): boolean {
  return a.mentorId === b.mentorId && a.leaderId === b.leaderId
}

function replaced<T extends Participant>(before: readonly T[], now: readonly T[] = []): readonly T[] {
  const isReplaced = (old: T) => now.some(({ seat, id }) => seat === old.seat && id === old.id)
  return [...before.filter((old) => !isReplaced(old)), ...now]
}
