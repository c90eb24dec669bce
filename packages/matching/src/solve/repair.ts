import { DistanceHeap } from './distance-heap.ts'
import type { Ledger } from './ledger.ts'
import { exchange, hold, release, type Side } from './side.ts'

/**
 * Makes any such state best: whoever wants another seat searches for the cheapest way to get one, rows forwards and columns
 * backwards, or finds that doing without is cheaper. Each search ends a want for good and raises no other, so one round
 * over all people is enough.
 *
 * Source: successive shortest paths with prices; Jonker, Volgenant, "A shortest augmenting path algorithm for dense and
 * sparse linear assignment problems", Computing 38, 1987, doi:10.1007/BF02278710, extended to seats on both sides,
 * bonuses, people left out, and searches from both sides, which make any start legal.
 */
export class Repair {
  readonly ledger: Ledger
  readonly #distance: Float64Array
  readonly #reachedBy: Int32Array
  readonly #touched: Int32Array
  readonly #waiting: DistanceHeap

  constructor(ledger: Ledger) {
    this.ledger = ledger
    const people = ledger.rows.seats.length + ledger.columns.seats.length
    this.#distance = new Float64Array(people).fill(Number.POSITIVE_INFINITY)
    this.#reachedBy = new Int32Array(people)
    this.#touched = new Int32Array(people)
    this.#waiting = new DistanceHeap(this.#distance)
  }

  /** Ends every want, of rows and then of columns. */
  run(): void {
    const { rows, columns } = this.ledger
    this.#satisfy(rows)
    this.#satisfy(columns)
  }

  #satisfy(side: Side): void {
    for (let person = 0; person < side.seats.length; person++)
      while (this.ledger.gain(side, person) > 0) this.#search(side, person)
  }

  /**
   * Dijkstra's search over what taking and giving up edges costs, from somebody who wants a seat. It ends at somebody
   * opposite who has room, at somebody of the same side who can do with one seat less, or with the origin doing without,
   * whichever is cheapest; prices and edges then change so that all invariants hold.
   */
  #search(side: Side, origin: number): void {
    const { ledger } = this
    const isRows = side === ledger.rows
    const opposite = isRows ? ledger.columns : ledger.rows
    const { start, other, weight, edge } = isRows ? ledger.rowEdges : ledger.columnEdges
    const ownEnd = isRows ? ledger.rowOf : ledger.rowEdges.other
    const weightOf = ledger.rowEdges.weight
    const { taken, bonus } = ledger
    const { prices, holds, bonusSeats } = side
    const { prices: pricesThere, holds: holdsThere, seats: seatsThere, bonusSeats: bonusThere } = opposite
    const { held, heldStart } = opposite
    const distance = this.#distance
    const reachedBy = this.#reachedBy
    const touched = this.#touched
    const waiting = this.#waiting
    const people = start.length - 1
    let touchedCount = 0
    let cost = ledger.gain(side, origin)
    let end = -1

    distance[origin] = 0
    reachedBy[origin] = -1
    touched[touchedCount++] = origin
    waiting.put(origin)

    for (let node = waiting.nearest; node >= 0 && distance[node]! < cost; node = waiting.nearest) {
      const at = distance[node]!
      waiting.removeNearest()
      if (node < people) {
        const base = at + prices[node]!
        const last = start[node + 1]!
        for (let i = start[node]!; i < last; i++) {
          const person = other[i]!
          const there = base + pricesThere[person]! - weight[i]!
          const target = people + person
          if (there >= cost || there >= distance[target]! || taken[edge === null ? i : edge[i]!] === 1)
            continue
          if (distance[target] === Number.POSITIVE_INFINITY) touched[touchedCount++] = target
          distance[target] = there
          reachedBy[target] = edge === null ? i : edge[i]!
          waiting.put(target)
          // An end is known as soon as it is reached, so that nothing dearer is looked at from then on.
          const seat = holdsThere[person]! + 1
          if (seat > seatsThere[person]!) continue
          const gain = (seat <= bonusThere[person]! ? bonus : 0) + pricesThere[person]!
          const total = gain < 0 ? there - gain : there
          if (total >= cost) continue
          cost = total
          end = target
        }
      } else {
        const person = node - people
        const last = heldStart[person]! + holdsThere[person]!
        const base = at - pricesThere[person]!
        for (let slot = heldStart[person]!; slot < last; slot++) {
          const e = held[slot]!
          const target = ownEnd[e]!
          const there = base + weightOf[e]! - prices[target]!
          if (there >= cost || there >= distance[target]!) continue
          if (distance[target] === Number.POSITIVE_INFINITY) touched[touchedCount++] = target
          distance[target] = there
          reachedBy[target] = e
          waiting.put(target)
          const worth = (holds[target]! <= bonusSeats[target]! ? bonus : 0) + prices[target]!
          const total = there + worth
          if (total >= cost) continue
          cost = total
          end = target
        }
      }
    }

    // Moving prices by what the search has room for makes every edge of the path exactly worth its price.
    for (let i = 0; i < touchedCount; i++) {
      const node = touched[i]!
      const room = cost - distance[node]!
      distance[node] = Number.POSITIVE_INFINITY
      if (room <= 0) continue
      if (node < people) prices[node]! -= room
      else pricesThere[node - people]! += room
    }
    if (end >= 0) this.#shift(side, end)
    waiting.clear()
  }

  /** Along the path, back from its end: everybody opposite takes the edge by which they were reached. */
  #shift(side: Side, end: number): void {
    const { taken, rows, columns, rowOf, rowEdges } = this.ledger
    const isRows = side === rows
    const opposite = isRows ? columns : rows
    const ownEnd = isRows ? rowOf : rowEdges.other
    const otherEnd = isRows ? rowEdges.other : rowOf
    const people = side.seats.length
    const reachedBy = this.#reachedBy

    let given = -1
    if (end < people) {
      given = reachedBy[end]!
      taken[given] = 0
      release(side, end, given)
    }
    for (let person = given < 0 ? end - people : otherEnd[given]!; ; person = otherEnd[given]!) {
      const got = reachedBy[people + person]!
      taken[got] = 1
      if (given < 0) hold(opposite, person, got)
      else exchange(opposite, person, given, got)

      const own = ownEnd[got]!
      given = reachedBy[own]!
      if (given < 0) {
        hold(side, own, got)
        return
      }
      taken[given] = 0
      exchange(side, own, given, got)
    }
  }
}
