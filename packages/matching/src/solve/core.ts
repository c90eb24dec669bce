import { BestFew, firstLook } from './best-few.ts'
import type { Problem } from './problem.ts'
import type { EdgeList } from './side.ts'

/** How many edges of a row a core has at most, beyond those for its seats: where everything is alike, too many are near. */
export const MOST_BEYOND_SEATS = 8

/**
 * The edges that matter at prices that are nearly right: for each row those on which the prices rest, the best for its
 * seats, the next best one, and what is at most `slack` worse than that. O(edges).
 *
 * @param seated - 1 for each edge on which the prices rest.
 * @returns Edges, ascending.
 */
export function coreOf(
  problem: Problem,
  columnPrices: Float64Array,
  seated: Uint8Array,
  slack: number,
): Int32Array {
  const { start, column, weight, rowSeats } = problem
  const core = new Int32Array(column.length)
  let count = 0
  const best = new BestFew()
  for (let row = 0; row < rowSeats.length; row++) {
    const first = count
    const from = start[row]!
    const to = start[row + 1]!
    const seats = Math.min(rowSeats[row]!, to - from)
    best.clear(seats + MOST_BEYOND_SEATS)
    for (let i = from, edge = firstLook(row, problem); i < to; i++, edge++) {
      if (edge === to) edge = from
      if (seated[edge] === 1) core[count++] = edge
      best.offer(edge, weight[edge]! - columnPrices[column[edge]!]!)
    }
    const enough = (seats < best.count ? best.worths[seats]! : 0) - slack
    for (let i = 0; i < best.count && best.worths[i]! >= enough; i++)
      if (seated[best.edges[i]!] === 0) core[count++] = best.edges[i]!
    core.subarray(first, count).sort()
  }
  return core.slice(0, count)
}

/** The graph of some edges alone, ascending; edge i of it is `edges[i]`. */
export function subgraph({ start, column, weight }: Problem, edges: Int32Array): EdgeList & { edge: null } {
  const innerStart = new Int32Array(start.length)
  for (let row = 0, i = 0; row + 1 < start.length; row++) {
    while (i < edges.length && edges[i]! < start[row + 1]!) i++
    innerStart[row + 1] = i
  }
  return {
    start: innerStart,
    other: edges.map((edge) => column[edge]!),
    weight: edges.map((edge) => weight[edge]!),
    edge: null,
  }
}
