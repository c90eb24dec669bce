import type { Optimum, Problem } from './problem.ts'

/**
 * The edges outside a core that are worth more than their prices. When there are none, prices that prove an answer best
 * on the core prove it on all edges. O(edges).
 *
 * @param isInside - 1 for each edge of the core.
 * @returns Edges, ascending.
 */
export function worthMoreThanPriced(
  { start, column, weight, rowSeats }: Problem,
  isInside: Uint8Array,
  { rowPrices, columnPrices }: Omit<Optimum, 'taken'>,
): Int32Array {
  const found: number[] = []
  for (let row = 0; row < rowSeats.length; row++) {
    const price = rowPrices[row]!
    for (let edge = start[row]!; edge < start[row + 1]!; edge++)
      if (weight[edge]! - columnPrices[column[edge]!]! > price && isInside[edge] === 0) found.push(edge)
  }
  return Int32Array.from(found)
}
