import { edgeOf } from './edges.ts'
import { explain } from './explain.ts'
import { indexOf } from './field.ts'
import { forcedPair } from './forced-pair.ts'
import { taskOf } from './task.ts'
import type { Candidates, PairOfIds, Participant, Solution, WhyNot } from './types.ts'

/**
 * Why a pair is not in an answer: a rule forbids it (which one, and what breaks it), it fits no better, or others would
 * pay (who moves, what each gains or loses, what all pairs lose together). Losses are exact, from a solve with the pair
 * in it.
 *
 * @throws {@link UnknownParticipantError}, {@link SamePersonError}
 */
export function whyNot(candidates: Candidates, solution: Solution, pair: PairOfIds): WhyNot {
  const edge = edgeOf(candidates, pair)
  if (edge < 0) {
    const { rules } = explain(candidates, pair)
    return { answer: 'not-allowed', broken: rules.filter(({ state }) => state === 'broken') }
  }

  const isPair = (other: PairOfIds) => other.mentorId === pair.mentorId && other.leaderId === pair.leaderId
  if (solution.pairs.some(isPair)) return { answer: 'paired' }
  if (solution.settings.bans.some(isPair)) return { answer: 'banned' }

  const who = withoutSeat(candidates, solution, pair)
  if (who.length > 0) return { answer: 'no-seat', who }

  return forcedPair(candidates, solution, pair)
}

/** Which of the two has all seats pinned, or none at all. */
function withoutSeat(
  candidates: Candidates,
  { settings }: Solution,
  { mentorId, leaderId }: PairOfIds,
): Participant[] {
  const { market } = taskOf(candidates, settings)
  const mentor: Participant = { seat: 'mentor', id: mentorId }
  const leader: Participant = { seat: 'leader', id: leaderId }
  const who: Participant[] = []
  if (market.rowSeats[indexOf(candidates.mentors, mentor)] === 0) who.push(mentor)
  if (market.columnSeats[indexOf(candidates.leaders, leader)] === 0) who.push(leader)
  return who
}
