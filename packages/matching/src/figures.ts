import { blockingEdges } from './blocking-pairs.ts'
import { rowOfEdges } from './edges.ts'
import type { Task } from './task.ts'
import type { Candidates, Figures, MatchPerson } from './types.ts'

/** The figures of an answer, given the edges chosen among the candidates. */
export function figuresOf(candidates: Candidates, task: Task, edges: Int32Array): Figures {
  const { mentors, leaders, leader, score, mentorScore, leaderScore } = candidates
  const row = rowOfEdges(candidates.start)
  const isAcross = (edge: number, key: 'department' | 'site') => {
    const one: MatchPerson[typeof key] = mentors[row[edge]!]![key]
    const other = leaders[leader[edge]!]![key]
    return one !== null && other !== null && one !== other
  }
  const peoplePaired =
    new Set(edges.map((edge) => row[edge]!)).size + new Set(edges.map((edge) => leader[edge]!)).size
  const peopleWithSeats =
    count(task.mentorSeats, (seats) => seats > 0) + count(task.leaderSeats, (seats) => seats > 0)

  return {
    pairs: edges.length,
    peoplePaired,
    peopleUnpaired: peopleWithSeats - peoplePaired,
    total: edges.reduce((sum, edge) => sum + score[edge]!, 0),
    ...spread(edges, score),
    otherDepartment: count(edges, (edge) => isAcross(edge, 'department')),
    acrossSites: count(edges, (edge) => isAcross(edge, 'site')),
    blockingPairs: blockingEdges(candidates, task, edges).length,
    bySide: { mentor: spread(edges, mentorScore), leader: spread(edges, leaderScore) },
  }
}

function spread(edges: Int32Array, score: Int32Array): { average: number | null; lowest: number | null } {
  if (edges.length === 0) return { average: null, lowest: null }
  const total = edges.reduce((sum, edge) => sum + score[edge]!, 0)
  const lowest = edges.reduce((least, edge) => Math.min(least, score[edge]!), Number.POSITIVE_INFINITY)
  return { average: Math.floor(total / edges.length), lowest }
}

function count(values: Int32Array, holds: (value: number) => boolean): number {
  let n = 0
  for (const value of values) if (holds(value)) n++
  return n
}
