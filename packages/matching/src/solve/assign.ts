import { rowOfEdges } from '../edges.ts'
import { DistanceHeap } from './distance-heap.ts'
import type { Optimum, Problem } from './problem.ts'
import { transposed } from './transposed.ts'

/**
 * A best answer to the problem, with prices that prove it.
 *
 * Shortest augmenting paths: rows take their seats one after the other, each along the path on which everybody else
 * loses least, while prices keep every edge and person at their best. Who cannot gain any more stops.
 *
 * The side with fewer seats takes them, so that paths end early. O(seats × edges × log people) at worst; in practice a
 * path touches few edges.
 *
 * Source: Jonker, Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems",
 * Computing 38, 1987, doi:10.1007/BF02278710; extended here to seats on both sides, bonuses and people left out.
 */
export function assign(problem: Problem): Optimum {
  if (sum(problem.rowSeats) <= sum(problem.columnSeats)) return assignRows(problem)
  const { turned, edgeBefore } = transposed(problem)
  const { taken, rowPrices, columnPrices } = assignRows(turned)
  const takenBefore = new Uint8Array(taken.length)
  taken.forEach((is, edge) => {
    takenBefore[edgeBefore[edge]!] = is
  })
  return { taken: takenBefore, rowPrices: columnPrices, columnPrices: rowPrices }
}

/**
 * What holds between any two steps, with b(s) the bonus of seat number s:
 *
 * - an edge taken has weight ≥ u + v, an edge not taken has weight ≤ u + v;
 * - whoever holds s seats would not give one up: b(s) + price ≥ 0;
 * - no column would like another seat: b(s + 1) + price ≤ 0, or it is full.
 *
 * The last holds for a row once it has had its turn, and then everything is at its best.
 */
function assignRows(problem: Problem): Optimum {
  const { start, column, weight, rowSeats, columnSeats, rowBonusSeats, columnBonusSeats, bonus } = problem
  const rows = rowSeats.length
  const columns = columnSeats.length
  const rowOf = rowOfEdges(start)
  const taken = new Uint8Array(column.length)
  const held = new HeldEdges(column, columnSeats)
  const rowHolds = new Int32Array(rows)

  // Columns start as cheap as they would be without anybody, rows as dear as their best edge then is.
  const v = Float64Array.from(columnBonusSeats, (seats) => (seats > 0 ? -bonus : 0))
  const u = Float64Array.from(rowBonusSeats, (seats) => (seats > 0 ? -bonus : 0))
  for (let row = 0; row < rows; row++)
    for (let e = start[row]!; e < start[row + 1]!; e++)
      u[row] = Math.max(u[row]!, weight[e]! - v[column[e]!]!)

  const rowBonus = (row: number, seat: number) => (seat <= rowBonusSeats[row]! ? bonus : 0)
  const columnBonus = (col: number, seat: number) => (seat <= columnBonusSeats[col]! ? bonus : 0)

  // Rows and then columns, as nodes of one search.
  const distance = new Float64Array(rows + columns).fill(Number.POSITIVE_INFINITY)
  const reachedBy = new Int32Array(rows + columns)
  const waiting = new DistanceHeap(distance)
  const touched = new Int32Array(rows + columns)
  let touchedCount = 0

  function reach(node: number, at: number, edge: number): void {
    if (distance[node] === Number.POSITIVE_INFINITY) touched[touchedCount++] = node
    distance[node] = at
    reachedBy[node] = edge
    waiting.put(node)
  }

  for (let row = 0; row < rows; row++) {
    while (rowHolds[row]! < rowSeats[row]! && takeSeat(row));
  }
  return { taken, rowPrices: u, columnPrices: v }

  /** Gives the row one more seat if that is worth it, at the least loss to others. True when it got one. */
  function takeSeat(origin: number): boolean {
    const gain = rowBonus(origin, rowHolds[origin]! + 1) + u[origin]!
    if (gain <= 0) return false

    const { end, cost } = cheapestEnd(origin, gain)
    lowerPrices(cost)
    if (end >= 0) shift(origin, end)
    for (let i = 0; i < touchedCount; i++) distance[touched[i]!] = Number.POSITIVE_INFINITY
    touchedCount = 0
    waiting.clear()
    return end >= 0
  }

  /**
   * Dijkstra's search over what taking and giving up edges costs, from a row that wants a seat. It ends at a column
   * that has room, at a row that can do with one seat less, or with the origin doing without (-1), whichever is cheapest.
   */
  function cheapestEnd(origin: number, gain: number): { end: number; cost: number } {
    let end = -1
    let cost = gain
    distance[origin] = 0
    touched[touchedCount++] = origin
    lookFromRow(origin, 0)

    for (let node = waiting.nearest; node >= 0 && distance[node]! < cost; node = waiting.nearest) {
      const at = distance[node]!
      waiting.removeNearest()
      if (node < rows) lookFromRow(node, at)
      else lookFromColumn(node - rows, at)
    }
    return { end, cost }

    function lookFromRow(row: number, at: number): void {
      const base = at + u[row]!
      for (let e = start[row]!; e < start[row + 1]!; e++) {
        const col = column[e]!
        const there = base + v[col]! - weight[e]!
        if (there >= cost || there >= distance[rows + col]! || taken[e] === 1) continue
        reach(rows + col, there, e)
        const holds = held.count[col]!
        if (holds < columnSeats[col]!) endAt(rows + col, there - columnBonus(col, holds + 1) - v[col]!)
      }
    }

    function lookFromColumn(col: number, at: number): void {
      const first = held.first[col]!
      for (let slot = first; slot < first + held.count[col]!; slot++) {
        const e = held.edge[slot]!
        const row = rowOf[e]!
        const there = at + weight[e]! - u[row]! - v[col]!
        if (there >= cost || there >= distance[row]!) continue
        reach(row, there, e)
        endAt(row, there + rowBonus(row, rowHolds[row]!) + u[row]!)
      }
    }

    /** Known as soon as the node is reached, so that nothing dearer is looked at from then on. */
    function endAt(node: number, total: number): void {
      if (total >= cost) return
      cost = total
      end = node
    }
  }

  /** Moves prices by as much as the search has room for, which makes every edge of the path exactly worth its price. */
  function lowerPrices(cost: number): void {
    for (let i = 0; i < touchedCount; i++) {
      const node = touched[i]!
      const room = cost - distance[node]!
      if (room <= 0) continue
      if (node < rows) u[node]! -= room
      else v[node - rows]! += room
    }
  }

  /** Along the path, back from its end: each column on it takes the edge by which it was reached. */
  function shift(origin: number, end: number): void {
    let released = -1
    if (end < rows) {
      rowHolds[end]!--
      released = reachedBy[end]!
    }
    for (let col = released >= 0 ? column[released]! : end - rows; ; col = column[released]!) {
      const edge = reachedBy[rows + col]!
      if (released >= 0) {
        held.replace(col, released, edge)
        taken[released] = 0
      } else held.add(col, edge)
      taken[edge] = 1
      const row = rowOf[edge]!
      if (row === origin) break
      released = reachedBy[row]!
    }
    rowHolds[origin]!++
  }
}

/** Which edges each column holds. */
class HeldEdges {
  readonly first: Int32Array
  readonly count: Int32Array
  readonly edge: Int32Array

  constructor(column: Int32Array, columnSeats: Int32Array) {
    const degree = new Int32Array(columnSeats.length)
    for (const col of column) degree[col]!++
    this.count = new Int32Array(columnSeats.length)
    this.first = new Int32Array(columnSeats.length + 1)
    for (let col = 0; col < columnSeats.length; col++)
      this.first[col + 1] = this.first[col]! + Math.min(degree[col]!, columnSeats[col]!)
    this.edge = new Int32Array(this.first.at(-1)!)
  }

  add(col: number, edge: number): void {
    this.edge[this.first[col]! + this.count[col]!++] = edge
  }

  replace(col: number, released: number, edge: number): void {
    this.edge[this.edge.indexOf(released, this.first[col])] = edge
  }
}

function sum(values: Int32Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
