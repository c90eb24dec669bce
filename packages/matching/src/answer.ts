import { aimsOf, type NamedAim } from './aims.ts'
import { edgeOf, rowOfEdges } from './edges.ts'
import { figuresOf } from './figures.ts'
import { deferredAcceptance } from './solve/deferred-acceptance.ts'
import { lexicographicBest, type Proof } from './solve/lexicographic.ts'
import { settleTies } from './solve/settle-ties.ts'
import { type Task, taskOf } from './task.ts'
import type {
  Candidates,
  Certificate,
  CertificateLevel,
  MatchSettings,
  PairOfIds,
  Participant,
  Solution,
} from './types.ts'

/**
 * The answer to candidates and settings. Of equally good answers, the one that keeps most pairs of `keep`; then ties
 * resolve by id.
 *
 * @throws As {@link taskOf}.
 */
export function answer(
  candidates: Candidates,
  settings: MatchSettings,
  keep: readonly PairOfIds[],
): Solution {
  const task = taskOf(candidates, settings)
  const { taken, certificate } = decide(candidates, task, keep)
  const chosen = new Set(task.pinned)
  taken.forEach((is, i) => {
    if (is) chosen.add(task.edge[i]!)
  })

  const { mentors, leaders, leader, score } = candidates
  const row = rowOfEdges(candidates.start)
  const edges = Int32Array.from(chosen).sort()
  return {
    settings: task.settings,
    pairs: Array.from(edges, (edge) => ({
      mentorId: mentors[row[edge]!]!.id,
      leaderId: leaders[leader[edge]!]!.id,
      score: score[edge]!,
      pinned: task.pinned.has(edge),
    })),
    unpaired: unpairedOf(candidates, task, edges, row),
    figures: figuresOf(candidates, task, edges),
    certificate,
  }
}

function decide(
  candidates: Candidates,
  task: Task,
  keep: readonly PairOfIds[],
): { taken: Uint8Array; certificate: Certificate } {
  const { objective } = task.settings
  const { market, edge } = task
  if (objective === 'stable') {
    const mentorScore = edge.map((e) => candidates.mentorScore[e]!)
    const leaderScore = edge.map((e) => candidates.leaderScore[e]!)
    return { taken: deferredAcceptance(market, mentorScore, leaderScore), certificate: { kind: 'stable' } }
  }

  const aims = aimsOf(objective, candidates, task)
  const kept = new Set(keep.map((pair) => edgeOf(candidates, pair)))
  const keepPairs = { weight: (i: number) => (kept.has(edge[i]!) ? 1 : 0) }
  const best = lexicographicBest(market, [...aims, keepPairs])
  const taken = settleTies(market, best.face, best.taken)
  const levels = aims.map((aim, level) => certify(aim, best.proofs[level]!, taken, task))
  return { taken, certificate: { kind: 'prices', levels } }
}

function certify(
  aim: NamedAim,
  { rowPrices, columnPrices }: Proof,
  taken: Uint8Array,
  { market }: Task,
): CertificateLevel {
  const { goal, below, firstSeat, weight, firstSeats } = aim
  const row = rowOfEdges(market.start)
  const rowEarns = firstSeats?.rows.slice()
  const columnEarns = firstSeats?.columns.slice()

  let value = 0
  taken.forEach((is, edge) => {
    if (!is) return
    value += weight(edge)
    if (rowEarns?.[row[edge]!] === 1) {
      rowEarns[row[edge]!] = 0
      value += firstSeat
    }
    if (columnEarns?.[market.column[edge]!] === 1) {
      columnEarns[market.column[edge]!] = 0
      value += firstSeat
    }
  })
  return { goal, below, firstSeat, value, mentorPrices: rowPrices, leaderPrices: columnPrices }
}

function unpairedOf(
  { mentors, leaders, leader }: Candidates,
  task: Task,
  edges: Int32Array,
  row: Int32Array,
): Participant[] {
  const pairedMentors = new Set(Array.from(edges, (edge) => row[edge]!))
  const pairedLeaders = new Set(Array.from(edges, (edge) => leader[edge]!))
  return [
    ...mentors.filter((_, mentor) => task.mentorSeats[mentor]! > 0 && !pairedMentors.has(mentor)),
    ...leaders.filter((_, l) => task.leaderSeats[l]! > 0 && !pairedLeaders.has(l)),
  ].map(({ seat, id }) => ({ seat, id }))
}
