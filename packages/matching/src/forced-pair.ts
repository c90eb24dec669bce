import { answer } from './answer.ts'
import { blockingEdges } from './blocking-pairs.ts'
import { edgeOf } from './edges.ts'
import { taskOf } from './task.ts'
import {
  type Candidates,
  type ForcedPair,
  type Move,
  type MoveSide,
  type PairOfIds,
  type Participant,
  poorFitBands,
  type Seat,
  type Solution,
} from './types.ts'

/**
 * The best answer that contains an allowed pair, compared with the present one. Solved again with the pair pinned, among
 * equally good answers the one that moves fewest pairs.
 */
export function forcedPair(candidates: Candidates, solution: Solution, pair: PairOfIds): ForcedPair {
  const { settings } = solution
  const forced = answer(candidates, { ...settings, pins: [...settings.pins, pair] }, solution.pairs)
  // Counted without the new pin, since a pinned pair asks nobody what they would rather have.
  const edges = Int32Array.from(forced.pairs, (one) => edgeOf(candidates, one))
  const blocking = blockingEdges(candidates, taskOf(candidates, settings), edges).length

  const change = {
    people: forced.figures.peoplePaired - solution.figures.peoplePaired,
    total: forced.figures.total - solution.figures.total,
    blockingPairs: blocking - solution.figures.blockingPairs,
  }
  const moves = movesBetween(solution, forced, pair)
  const askedGain = moves.some((move) => isAsked(move, pair) && move.change > 0)
  return {
    answer: isAsGood() ? 'as-good' : askedGain ? 'others-pay' : 'weaker',
    score: candidates.score[edgeOf(candidates, pair)]!,
    change,
    moves,
  }

  function isAsGood(): boolean {
    if (settings.objective === 'stable') return change.blockingPairs <= 0
    if (change.people !== 0 && settings.objective !== 'best-fit') return false
    if (settings.objective === 'generous' && fitsByBand(solution) !== fitsByBand(forced)) return false
    return change.total === 0
  }
}

/** How many pairs lie under the end of each band of poor fits, as one text to compare. */
function fitsByBand({ pairs }: Solution): string {
  return poorFitBands.map((below) => pairs.filter(({ score }) => score < below).length).join()
}

function movesBetween(before: Solution, after: Solution, asked: PairOfIds): Move[] {
  const moves = (['mentor', 'leader'] as const).flatMap((seat) => {
    const old = partners(before, seat)
    const now = partners(after, seat)
    const ids = [...new Set([...old.keys(), ...now.keys()])].sort()
    return ids
      .map((id) => moveOf({ seat, id }, old.get(id) ?? [], now.get(id) ?? []))
      .filter((move) => isMove(move))
  })
  return [...moves.filter((move) => isAsked(move, asked)), ...moves.filter((move) => !isAsked(move, asked))]
}

function isAsked({ seat, id }: Participant, { mentorId, leaderId }: PairOfIds): boolean {
  return id === (seat === 'mentor' ? mentorId : leaderId)
}

function partners({ pairs }: Solution, seat: Seat): Map<string, MoveSide[]> {
  const partnersOf = new Map<string, MoveSide[]>()
  for (const { mentorId, leaderId, score } of pairs) {
    const [id, partnerId] = seat === 'mentor' ? [mentorId, leaderId] : [leaderId, mentorId]
    partnersOf.set(id, [...(partnersOf.get(id) ?? []), { partnerId, score }])
  }
  return partnersOf
}

function moveOf(who: Participant, before: readonly MoveSide[], after: readonly MoveSide[]): Move {
  const sum = (sides: readonly MoveSide[]) => sides.reduce((total, { score }) => total + score, 0)
  return { ...who, before, after, change: sum(after) - sum(before) }
}

/** Pairs are listed by id on both sides, so the same partners stand in the same order. */
function isMove({ before, after }: Move): boolean {
  return (
    before.length !== after.length || before.some(({ partnerId }, i) => partnerId !== after[i]!.partnerId)
  )
}
