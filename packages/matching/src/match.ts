import { answer } from './answer.ts'
import { checkCandidates } from './check-candidates.ts'
import { checkSettings } from './check-input.ts'
import type { Candidates, MatchSettings, Solution } from './types.ts'

/**
 * The best set of pairs for an objective, exact, with prices that prove it (see `verify`).
 *
 * The same candidates and settings always give the same pairs, in whatever order people and pins are listed: of equally
 * good sets it is the one in which the first mentor by id gets the first leader by id, and so on.
 *
 * @throws {@link PinNotAllowedError} for a pin that breaks a rule, {@link PinsOverCapacityError},
 *   {@link PinnedAndBannedError}, {@link UnknownParticipantError}, {@link SamePersonError}, {@link InvalidMatchInputError},
 *   {@link InvalidCandidatesError} for candidates that `candidates` did not make.
 */
export function match(candidates: Candidates, settings: MatchSettings = {}): Solution {
  checkCandidates(candidates)
  checkSettings(settings)
  return answer(candidates, settings, [])
}
