import { firstLook } from './best-few.ts'
import type { Problem } from './problem.ts'
import { degreesOf, startsFrom } from './side.ts'

/** Prices rise in steps of at least this part of the largest weight. Anything from 1/400 to 1/100 serves as well. */
const STEPS = 200
/** How many of their best edges a row remembers between two looks at all of them. */
const REMEMBERED = 8
const LARGEST = 2 ** 31 - 1

/**
 * Prices of columns at which nearly everybody gets what they would choose, within a two-hundredth of the largest weight a
 * seat. Bonuses are not looked at. A good start for an exact method, no more.
 *
 * Rows bid for seats one after the other: the best seat at present prices goes up by as much as it is better than the
 * second best, and a step; whoever sat there bids again. One round from prices of 0, without smaller steps afterwards: a
 * finer second round from kept prices leaves seats empty that are still dear, which costs more to mend than it saves.
 *
 * Prices only rise, so a row's best edges stay its best until they fall behind the best one that it did not remember.
 *
 * Source: Bertsekas, Castañón, "The auction algorithm for the transportation problem", Annals of Operations Research 20,
 * 1989, doi:10.1007/BF02216923; remembering edges as in Goldberg, Kennedy, "An efficient cost scaling algorithm for the
 * assignment problem", Mathematical Programming 71, 1995, doi:10.1007/BF01585996.
 */
export function coarsePrices(problem: Problem): {
  prices: Int32Array
  /** 1 for each edge on which the prices rest. */
  seated: Uint8Array
  step: number
  largest: number
} {
  const { start, column, weight, rowSeats, columnSeats } = problem
  const rows = rowSeats.length
  const columns = columnSeats.length
  const largest = largestOf(weight)
  const step = Math.max(1, Math.floor(largest / STEPS))

  // Nobody can be served by a column without seats: it costs more than anything is worth.
  const price = columnSeats.map((seats) => (seats === 0 ? largest : 0))
  const degrees = degreesOf(column, columns)
  const seatStart = startsFrom(degrees.map((degree, col) => Math.min(degree, columnSeats[col]!)))
  const seatPrice = new Int32Array(seatStart[columns]!)
  const seatRow = new Int32Array(seatStart[columns]!)
  const seatEdge = new Int32Array(seatStart[columns]!).fill(-1)
  const taken = new Uint8Array(weight.length)

  const best = new Int32Array(rows * REMEMBERED)
  const bestCount = new Int32Array(rows)
  /** No edge that the row could still take is worth more to it than this, unless it is remembered. */
  const bound = new Int32Array(rows).fill(LARGEST)
  const worthOf = new Int32Array(REMEMBERED)
  let choice = -1
  let choiceWorth = 0
  let secondWorth = 0

  // One entry for each seat that a row still wants.
  const bidders: number[] = []
  for (let row = rows - 1; row >= 0; row--)
    for (let seat = 0; seat < Math.min(rowSeats[row]!, start[row + 1]! - start[row]!); seat++)
      bidders.push(row)

  for (let row = bidders.pop(); row !== undefined; row = bidders.pop()) {
    choose(row)
    if (secondWorth < bound[row]!) {
      lookAtAll(row)
      choose(row)
      secondWorth = Math.max(secondWorth, bound[row]!)
    }
    if (choiceWorth > 0) sit(row)
  }
  return { prices: price, seated: taken, step, largest }

  /** The best and second best of the remembered edges; doing without is worth 0. */
  function choose(row: number): void {
    choiceWorth = 0
    secondWorth = 0
    for (let i = row * REMEMBERED, last = i + bestCount[row]!; i < last; i++) {
      const e = best[i]!
      if (taken[e] === 1) continue
      const worth = weight[e]! - price[column[e]!]!
      if (worth > choiceWorth) {
        secondWorth = choiceWorth
        choiceWorth = worth
        choice = e
      } else if (worth > secondWorth) secondWorth = worth
    }
  }

  /** Remembers the best edges not taken, best first. */
  function lookAtAll(row: number): void {
    const first = row * REMEMBERED
    const from = start[row]!
    const to = start[row + 1]!
    let count = 0
    let beyond = -LARGEST
    let least = -LARGEST
    for (let i = from, e = firstLook(row, problem); i < to; i++, e++) {
      if (e === to) e = from
      const worth = weight[e]! - price[column[e]!]!
      if (worth <= least || taken[e] === 1) {
        if (worth > beyond && taken[e] === 0) beyond = worth
        continue
      }
      let place = count
      if (count === REMEMBERED) {
        place--
        if (worthOf[place]! > beyond) beyond = worthOf[place]!
      } else count++
      while (place > 0 && worthOf[place - 1]! < worth) {
        worthOf[place] = worthOf[place - 1]!
        best[first + place] = best[first + place - 1]!
        place--
      }
      worthOf[place] = worth
      best[first + place] = e
      if (count === REMEMBERED) least = worthOf[REMEMBERED - 1]!
    }
    bestCount[row] = count
    bound[row] = beyond
  }

  /** Takes the cheapest seat of the chosen column; whoever sat there bids next. */
  function sit(row: number): void {
    const col = column[choice]!
    const firstSeat = seatStart[col]!
    const lastSeat = seatStart[col + 1]!
    let cheapest = firstSeat
    for (let seat = firstSeat + 1; seat < lastSeat; seat++)
      if (seatPrice[seat]! < seatPrice[cheapest]!) cheapest = seat

    const displaced = seatEdge[cheapest]!
    if (displaced >= 0) {
      taken[displaced] = 0
      const other = seatRow[cheapest]!
      bound[other] = Math.max(bound[other]!, weight[displaced]! - price[col]!)
      bidders.push(other)
    }
    seatEdge[cheapest] = choice
    seatRow[cheapest] = row
    seatPrice[cheapest] = price[col]! + choiceWorth - secondWorth + step
    taken[choice] = 1

    let least = LARGEST
    for (let seat = firstSeat; seat < lastSeat; seat++) least = Math.min(least, seatPrice[seat]!)
    price[col] = least
  }
}

function largestOf(weight: Int32Array): number {
  let largest = 0
  for (let e = 0; e < weight.length; e++) if (weight[e]! > largest) largest = weight[e]!
  return largest
}
