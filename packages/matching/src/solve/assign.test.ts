import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from './assign.ts'
import type { Optimum, Problem } from './problem.ts'

const seats = fc.constantFrom(0, 1, 1, 1, 2, 3)

/** Few different weights, so that ties are the rule; some below 0. */
const weight = fc.oneof(fc.constantFrom(-1, 0, 1, 50, 50, 99, 100), fc.integer({ min: -50, max: 100_000 }))

const anyProblem = fc
  .record({ rows: fc.integer({ min: 1, max: 9 }), columns: fc.integer({ min: 1, max: 9 }) })
  .chain(({ rows, columns }) => {
    const people = (count: number) =>
      fc.array(fc.tuple(seats, fc.nat({ max: 3 })), { minLength: count, maxLength: count })
    return fc.record({
      cells: fc.array(fc.option(weight), { minLength: rows * columns, maxLength: rows * columns }),
      rows: people(rows),
      columns: people(columns),
      bonus: fc.constantFrom(0, 1, 1000, 10_000_000),
    })
  })
  .map(({ cells, rows, columns, bonus }): Problem => {
    const edges = cells.flatMap((value, cell) => (value === null ? [] : [{ value, cell }]))
    const rowOf = (cell: number) => Math.floor(cell / columns.length)
    return {
      start: Int32Array.from(
        { length: rows.length + 1 },
        (_, row) => edges.filter(({ cell }) => rowOf(cell) < row).length,
      ),
      column: Int32Array.from(edges, ({ cell }) => cell % columns.length),
      weight: Int32Array.from(edges, ({ value }) => value),
      rowSeats: Int32Array.from(rows, ([count]) => count),
      columnSeats: Int32Array.from(columns, ([count]) => count),
      rowBonusSeats: Int32Array.from(rows, ([count, bonusSeats]) => Math.min(count, bonusSeats)),
      columnBonusSeats: Int32Array.from(columns, ([count, bonusSeats]) => Math.min(count, bonusSeats)),
      bonus,
    }
  })

describe('an assignment', () => {
  test.each([
    { way: 'on all edges', fewEdges: Number.POSITIVE_INFINITY },
    { way: 'on a core that grows', fewEdges: 0 },
  ])('found $way is best, by its prices', ({ fewEdges }) => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { value, bound } = valueAndBound(problem, assign(problem, fewEdges))
        expect(value).toBe(bound)
      }),
      { numRuns: 3000 },
    )
  })

  // Far more edges of a row are alike than a core takes at first.
  test.each([
    { kind: 'all edges are worth the same', worthOf: () => 50 },
    {
      kind: 'two values occur',
      worthOf: (row: number, col: number) => ((row * 7 + col * 11) % 5 < 2 ? 90 : 40),
    },
    { kind: 'everybody prefers the same few', worthOf: (_: number, col: number) => (col < 4 ? 90 : 40) },
    { kind: 'every answer is as good as any', worthOf: (row: number, col: number) => row + 3 * col },
  ])('where $kind is best, by its prices', ({ worthOf }) => {
    for (const bonus of [0, 100_000]) {
      const problem = complete(60, worthOf, bonus)
      const { value, bound } = valueAndBound(problem, assign(problem, 0))
      expect(value).toBe(bound)
    }
  })
})

/** Everybody may take everybody opposite, one each. */
function complete(people: number, worthOf: (row: number, column: number) => number, bonus: number): Problem {
  const one = new Int32Array(people).fill(1)
  return {
    start: Int32Array.from({ length: people + 1 }, (_, row) => row * people),
    column: Int32Array.from({ length: people ** 2 }, (_, edge) => edge % people),
    weight: Int32Array.from({ length: people ** 2 }, (_, edge) =>
      worthOf(Math.floor(edge / people), edge % people),
    ),
    rowSeats: one,
    columnSeats: one,
    rowBonusSeats: one,
    columnBonusSeats: one,
    bonus,
  }
}

/** What an answer within everybody's seats is worth, and what its prices say that none can exceed. */
function valueAndBound(problem: Problem, { taken, rowPrices, columnPrices }: Optimum) {
  const { start, column, weight, bonus } = problem
  const rowHolds = new Int32Array(rowPrices.length)
  const columnHolds = new Int32Array(columnPrices.length)
  let value = 0
  let bound = 0
  rowPrices.forEach((price, row) => {
    for (let e = start[row]!; e < start[row + 1]!; e++) {
      bound += Math.max(0, weight[e]! - price - columnPrices[column[e]!]!)
      if (taken[e] === 0) continue
      value += weight[e]!
      rowHolds[row]!++
      columnHolds[column[e]!]!++
    }
  })
  const sides = [
    { prices: rowPrices, seats: problem.rowSeats, bonusSeats: problem.rowBonusSeats, holds: rowHolds },
    {
      prices: columnPrices,
      seats: problem.columnSeats,
      bonusSeats: problem.columnBonusSeats,
      holds: columnHolds,
    },
  ]
  for (const side of sides)
    side.prices.forEach((price, person) => {
      const [most, withBonus, holds] = [side.seats[person]!, side.bonusSeats[person]!, side.holds[person]!]
      expect(holds).toBeLessThanOrEqual(most)
      value += bonus * Math.min(holds, withBonus)
      const worth = Array.from({ length: most + 1 }, (_, s) => bonus * Math.min(s, withBonus) + price * s)
      bound += Math.max(...worth)
    })
  return { value, bound }
}
