import { indexOf } from './field.ts'
import type { Candidates, PairOfIds } from './types.ts'

/**
 * Where an allowed pair stands in the arrays of the candidates, or -1 when no rule allows it.
 *
 * @throws {@link UnknownParticipantError}
 */
export function edgeOf(
  { mentors, leaders, start, leader }: Candidates,
  { mentorId, leaderId }: PairOfIds,
): number {
  const row = indexOf(mentors, { seat: 'mentor', id: mentorId })
  const column = indexOf(leaders, { seat: 'leader', id: leaderId })
  let low = start[row]!
  let high = start[row + 1]! - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (leader[middle] === column) return middle
    if (leader[middle]! < column) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** The row of every edge: which mentor it belongs to. */
export function rowOfEdges(start: Int32Array): Int32Array {
  const rows = new Int32Array(start.at(-1) ?? 0)
  for (let row = 0; row + 1 < start.length; row++) rows.fill(row, start[row], start[row + 1])
  return rows
}
