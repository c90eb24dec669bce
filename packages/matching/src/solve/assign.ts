import { bestOnWeights } from './best-on-weights.ts'
import { Ledger } from './ledger.ts'
import type { Optimum, Problem } from './problem.ts'
import { Repair } from './repair.ts'
import { transposed } from './transposed.ts'

/** Below this many edges nothing is gained by looking for the few that matter. */
const FEW_EDGES = 4000

/**
 * A best answer to the problem, with prices that prove it.
 *
 * Weights and a small part of the bonuses come first, on the few edges that matter ({@link bestOnWeights}), whole bonuses
 * last, on all edges: whoever is without a bonus seat searches for one. Bonuses are far above all weights; among few edges, where many people cannot be reached,
 * they would drive prices so far apart that every edge left out would matter.
 *
 * A few dozen passes over all edges in practice; at worst that of {@link Repair}: O(seats × edges × log people).
 *
 * @param fewEdges - Smaller problems are solved on all edges from the start.
 */
export function assign(problem: Problem, fewEdges = FEW_EDGES): Optimum {
  // The side with fewer seats searches, so that searches end early.
  if (sum(problem.rowSeats) <= sum(problem.columnSeats)) return assignRows(problem, fewEdges)
  const { turned, edgeBefore } = transposed(problem)
  const { taken, rowPrices, columnPrices } = assignRows(turned, fewEdges)
  const takenBefore = new Uint8Array(taken.length)
  for (let edge = 0; edge < taken.length; edge++) takenBefore[edgeBefore[edge]!] = taken[edge]!
  return { taken: takenBefore, rowPrices: columnPrices, columnPrices: rowPrices }
}

function assignRows(problem: Problem, fewEdges: number): Optimum {
  const isSmall = problem.column.length < fewEdges
  const answer = isSmall ? nothingTaken(problem) : bestOnWeights(problem)
  if (!isSmall && problem.bonus === 0) return answer

  const { start, column, weight, rowSeats, columnSeats, rowBonusSeats, columnBonusSeats } = problem
  const ledger = new Ledger(
    { start, other: column, weight, edge: null },
    { seats: rowSeats, bonusSeats: rowBonusSeats, prices: answer.rowPrices },
    { seats: columnSeats, bonusSeats: columnBonusSeats, prices: answer.columnPrices },
  )
  ledger.takeAll(answer.taken)
  const repair = new Repair(ledger)
  if (isSmall) repair.run()
  ledger.bonus = problem.bonus
  repair.run()
  return { ...answer, taken: ledger.taken }
}

/** Columns are free, and rows cost what their best edge is worth. */
function nothingTaken({ start, column, weight, rowSeats, columnSeats }: Problem): Optimum {
  const rowPrices = new Float64Array(rowSeats.length)
  for (let row = 0; row < rowSeats.length; row++)
    for (let e = start[row]!; e < start[row + 1]!; e++) rowPrices[row] = Math.max(rowPrices[row]!, weight[e]!)
  return {
    taken: new Uint8Array(column.length),
    rowPrices,
    columnPrices: new Float64Array(columnSeats.length),
  }
}

function sum(values: Int32Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
