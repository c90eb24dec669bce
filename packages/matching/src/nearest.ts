import { rowOfEdges } from './edges.ts'
import { indexOf } from './field.ts'
import { forcedPair } from './forced-pair.ts'
import { type Task, taskOf } from './task.ts'
import type { Alternative, Candidates, PairOfIds, Participant, Solution } from './types.ts'

/**
 * The allowed partners whom somebody could have instead at the least cost to all, the cheapest first; equal costs by the
 * better fit, then by id. Costs are exact, each from a solve with the pair in it.
 *
 * For `most-people` and `best-fit` the prices say beforehand what a pair costs at least, so only those that can be among
 * the nearest are solved. The other objectives have no such single price: there the best-fitting partners are taken.
 *
 * @param count - How many at most.
 * @throws {@link UnknownParticipantError}
 */
export function nearest(
  candidates: Candidates,
  solution: Solution,
  who: Participant,
  count = 3,
): Alternative[] {
  const task = taskOf(candidates, solution.settings)
  const found: { alternative: Alternative; cost: number }[] = []

  for (const { pair, atLeast } of optionsOf(candidates, solution, task, who)) {
    const enough = found.length >= count
    if (enough && (atLeast === null || atLeast > found[count - 1]!.cost)) break
    const alternative = { ...pair, ...forcedPair(candidates, solution, pair) }
    found.push({ alternative, cost: costOf(solution, alternative.change) })
    found.sort((a, b) => a.cost - b.cost || b.alternative.score - a.alternative.score)
  }
  return found.slice(0, count).map(({ alternative }) => alternative)
}

/** What a person more is worth where no price says so: far above all scores of a million pairs. */
const MORE_THAN_ANY_TOTAL = 1e12

type Option = { readonly pair: PairOfIds; readonly score: number; readonly atLeast: number | null }

/** The market's edges of this person that are not in the answer, cheapest by their prices (or best fit) first. */
function optionsOf(candidates: Candidates, solution: Solution, task: Task, who: Participant): Option[] {
  const { mentors, leaders, leader, score, start } = candidates
  const at = indexOf(who.seat === 'mentor' ? mentors : leaders, who)
  const row = rowOfEdges(start)
  const paired = new Set(solution.pairs.map((pair) => key(pair)))
  const options: Option[] = []
  for (const edge of task.edge) {
    if ((who.seat === 'mentor' ? row[edge] : leader[edge]) !== at) continue
    const pair = { mentorId: mentors[row[edge]!]!.id, leaderId: leaders[leader[edge]!]!.id }
    if (paired.has(key(pair))) continue
    options.push({
      pair,
      score: score[edge]!,
      atLeast: lowerBound(solution, row[edge]!, leader[edge]!, score[edge]!),
    })
  }
  return options.sort((a, b) => (a.atLeast ?? 0) - (b.atLeast ?? 0) || b.score - a.score)
}

/** What pairing the two costs at least: their prices less what the pair is worth. Source: linear programming duality. */
function lowerBound({ certificate }: Solution, mentor: number, leader: number, score: number): number | null {
  if (certificate.kind !== 'prices' || certificate.levels.length !== 1) return null
  const { mentorPrices, leaderPrices } = certificate.levels[0]!
  return mentorPrices[mentor]! + leaderPrices[leader]! - score
}

/** One number, the smaller the nearer: people before total, or total alone, or unrest. On the scale of the prices. */
function costOf(
  { settings, certificate }: Solution,
  { people, total, blockingPairs }: Alternative['change'],
): number {
  switch (settings.objective) {
    case 'stable':
      return blockingPairs
    case 'best-fit':
      return -total
    case 'generous':
      return -(MORE_THAN_ANY_TOTAL * people + total)
    case 'most-people':
      return -(firstSeatOf(certificate) * people + total)
  }
}

function firstSeatOf(certificate: Solution['certificate']): number {
  return certificate.kind === 'prices' ? certificate.levels[0]!.firstSeat : 0
}

function key({ mentorId, leaderId }: PairOfIds): string {
  return JSON.stringify([mentorId, leaderId])
}
