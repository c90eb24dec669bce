import { BestFew, firstLook } from './best-few.ts'
import type { Optimum, Problem } from './problem.ts'

/**
 * The edges outside a core that are worth more than their prices: of each row the best few. When there are none, prices
 * that prove an answer best on the core prove it on all edges. O(edges).
 *
 * @param isInside - 1 for each edge of the core.
 * @param most - How many of a row at most, beyond those for its seats.
 * @returns Edges, ascending.
 */
export function worthMoreThanPriced(
  problem: Problem,
  isInside: Uint8Array,
  { rowPrices, columnPrices }: Omit<Optimum, 'taken'>,
  most: number,
): Int32Array {
  const { start, column, weight, rowSeats } = problem
  const found: number[] = []
  const best = new BestFew()
  for (let row = 0; row < rowSeats.length; row++) {
    const price = rowPrices[row]!
    const first = found.length
    for (let edge = start[row]!; edge < start[row + 1]!; edge++)
      if (weight[edge]! - columnPrices[column[edge]!]! > price && isInside[edge] === 0) found.push(edge)
    if (found.length - first > rowSeats[row]! + most) keepBest(row, first)
  }
  return Int32Array.from(found)

  /** Of those found from place `first` on. */
  function keepBest(row: number, first: number): void {
    best.clear(rowSeats[row]! + most)
    const beginning = firstLook(row, problem)
    const offer = (edge: number) => best.offer(edge, weight[edge]! - columnPrices[column[edge]!]!)
    for (let i = first; i < found.length; i++) if (found[i]! >= beginning) offer(found[i]!)
    for (let i = first; i < found.length && found[i]! < beginning; i++) offer(found[i]!)
    found.length = first
    for (const edge of best.edges.slice(0, best.count).sort((a, b) => a - b)) found.push(edge)
  }
}
