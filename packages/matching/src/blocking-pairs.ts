import { rowOfEdges } from './edges.ts'
import type { Task } from './task.ts'
import type { Candidates } from './types.ts'

/**
 * Allowed pairs outside an answer whose two people would both rather have each other: each has a free seat, or a
 * partner (not pinned) whom they like less. Liking is by what each side itself wants.
 *
 * @param edges - The edges chosen, pinned ones included.
 * @returns Edges of the candidates, ascending. O(edges).
 */
export function blockingEdges(candidates: Candidates, task: Task, edges: Int32Array): number[] {
  const { leader, mentorScore, leaderScore } = candidates
  const row = rowOfEdges(candidates.start)
  const { market, pinned, edge: marketEdges } = task

  const mentorFree = market.rowSeats.slice()
  const leaderFree = market.columnSeats.slice()
  const mentorWorst = new Float64Array(mentorFree.length).fill(Number.POSITIVE_INFINITY)
  const leaderWorst = new Float64Array(leaderFree.length).fill(Number.POSITIVE_INFINITY)
  const chosen = new Set(edges)
  for (const edge of edges) {
    if (pinned.has(edge)) continue
    const m = row[edge]!
    const l = leader[edge]!
    mentorFree[m]!--
    leaderFree[l]!--
    mentorWorst[m] = Math.min(mentorWorst[m]!, mentorScore[edge]!)
    leaderWorst[l] = Math.min(leaderWorst[l]!, leaderScore[edge]!)
  }

  const blocking: number[] = []
  for (const edge of marketEdges) {
    const m = row[edge]!
    const l = leader[edge]!
    const mentorWould = mentorFree[m]! > 0 || mentorScore[edge]! > mentorWorst[m]!
    const leaderWould = leaderFree[l]! > 0 || leaderScore[edge]! > leaderWorst[l]!
    if (mentorWould && leaderWould && !chosen.has(edge)) blocking.push(edge)
  }
  return blocking
}
