import type { Problem } from './problem.ts'
import type { EdgeList } from './side.ts'

/** How many edges of a row a core has at most, beyond those for its seats: where everything is alike, too many are near. */
const MOST_BEYOND_SEATS = 8

/**
 * The edges that matter at prices that are nearly right: for each row those for its seats, the next best one, and what is
 * at most `slack` worse than that. O(edges).
 *
 * @returns Edges, ascending.
 */
export function coreOf(
  { start, column, weight, rowSeats }: Problem,
  columnPrices: Float64Array,
  slack: number,
): Int32Array {
  const core = new Int32Array(column.length)
  let count = 0
  // The best edges of one row, best first.
  const worth: number[] = []
  const edges: number[] = []
  for (let row = 0; row < rowSeats.length; row++) {
    const seats = Math.min(rowSeats[row]!, start[row + 1]! - start[row]!)
    const most = seats + MOST_BEYOND_SEATS
    let found = 0
    for (let edge = start[row]!; edge < start[row + 1]!; edge++) {
      const w = weight[edge]! - columnPrices[column[edge]!]!
      if (found === most && w <= worth[most - 1]!) continue
      let place = found === most ? most - 1 : found++
      for (; place > 0 && worth[place - 1]! < w; place--) {
        worth[place] = worth[place - 1]!
        edges[place] = edges[place - 1]!
      }
      worth[place] = w
      edges[place] = edge
    }
    const first = count
    const enough = (seats < found ? worth[seats]! : 0) - slack
    for (let i = 0; i < found && worth[i]! >= enough; i++) core[count++] = edges[i]!
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
