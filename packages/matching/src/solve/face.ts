import { rowOfEdges } from '../edges.ts'
import type { Optimum } from './problem.ts'

/** What a pairing is chosen from: rows and columns with seats, edges between them. Rows as in `Problem`. */
export type Market = {
  readonly start: Int32Array
  readonly column: Int32Array
  readonly rowSeats: Int32Array
  readonly columnSeats: Int32Array
}

/**
 * The answers that are still in the running, all equally good by the goals considered so far: `open` edges may be taken
 * or not, others are settled; everybody holds from `low` to `high` seats, settled edges not counted.
 */
export type Face = {
  /** Ascending. */
  readonly open: Int32Array
  readonly settled: Uint8Array
  readonly rowLow: Int32Array
  readonly rowHigh: Int32Array
  readonly columnLow: Int32Array
  readonly columnHigh: Int32Array
}

export function wholeMarket({ column, rowSeats, columnSeats }: Market): Face {
  return {
    open: Int32Array.from(column, (_, edge) => edge),
    settled: new Uint8Array(column.length),
    rowLow: new Int32Array(rowSeats.length),
    rowHigh: rowSeats,
    columnLow: new Int32Array(columnSeats.length),
    columnHigh: columnSeats,
  }
}

/** A goal as the solver sees it: the weight of each open edge, and the seats that earn a bonus. */
export type Goal = {
  readonly weight: Int32Array
  readonly rowBonusSeats: Int32Array
  readonly columnBonusSeats: Int32Array
  readonly bonus: number
}

/**
 * Keeps of a face exactly the answers that are best by one more goal, given prices that prove what best is: with such
 * prices an answer is best if and only if every edge and every person is at its own best (complementary slackness).
 */
export function bestOf(market: Market, face: Face, goal: Goal, prices: Omit<Optimum, 'taken'>): Face {
  const { rowPrices, columnPrices } = prices
  const rowOf = rowOfEdges(market.start)
  const settled = face.settled.slice()
  const rowSettled = new Int32Array(rowPrices.length)
  const columnSettled = new Int32Array(columnPrices.length)

  const open = face.open.filter((edge, i) => {
    const row = rowOf[edge]!
    const column = market.column[edge]!
    const worth = goal.weight[i]! - rowPrices[row]! - columnPrices[column]!
    if (worth > 0) {
      settled[edge] = 1
      rowSettled[row]!++
      columnSettled[column]!++
    }
    return worth === 0
  })

  const rows = seatsAtBest(rowPrices, goal.rowBonusSeats, goal.bonus, face.rowLow, face.rowHigh, rowSettled)
  const columns = seatsAtBest(
    columnPrices,
    goal.columnBonusSeats,
    goal.bonus,
    face.columnLow,
    face.columnHigh,
    columnSettled,
  )
  return {
    open,
    settled,
    rowLow: rows.low,
    rowHigh: rows.high,
    columnLow: columns.low,
    columnHigh: columns.high,
  }
}

/** How few and how many seats are equally good for each person at these prices, less those that are settled. */
function seatsAtBest(
  prices: Float64Array,
  bonusSeats: Int32Array,
  bonus: number,
  low: Int32Array,
  high: Int32Array,
  settled: Int32Array,
): { low: Int32Array; high: Int32Array } {
  const newLow = new Int32Array(prices.length)
  const newHigh = new Int32Array(prices.length)
  prices.forEach((price, person) => {
    // The value of s seats rises by bonus + price up to the last bonus seat and by price after it.
    const withBonus = bonusSeats[person]!
    const all = high[person]!
    const fewest = price > 0 ? all : price + bonus > 0 ? withBonus : 0
    const most = price >= 0 ? all : price + bonus >= 0 ? withBonus : 0
    newLow[person] = Math.max(0, Math.max(fewest, low[person]!) - settled[person]!)
    newHigh[person] = Math.min(most, all) - settled[person]!
  })
  return { low: newLow, high: newHigh }
}
