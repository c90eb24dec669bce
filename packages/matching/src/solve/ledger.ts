import { rowOfEdges } from '../edges.ts'
import { degreesOf, type EdgeList, emptySide, hold, type Side, turned } from './side.ts'

/**
 * A graph with prices and the edges taken so far, on the way to a best answer. Between any two steps it holds that, with
 * b(s) the bonus of seat number s,
 *
 * - an edge taken has weight ≥ u + v, an edge not taken has weight ≤ u + v;
 * - whoever holds s seats would not give one up: b(s) + price ≥ 0.
 *
 * The answer is best as soon as nobody wants another seat: everybody is full or has b(s + 1) + price ≤ 0.
 */
export class Ledger {
  readonly rows: Side
  readonly columns: Side
  readonly rowEdges: EdgeList
  /** Per edge: 1 when it is taken. */
  readonly taken: Uint8Array
  readonly rowOf: Int32Array
  /** What each bonus seat is worth. */
  bonus: number
  #columnEdges: EdgeList | null = null

  constructor(
    rowEdges: EdgeList & { readonly edge: null },
    rows: Pick<Side, 'seats' | 'bonusSeats' | 'prices'>,
    columns: Pick<Side, 'seats' | 'bonusSeats' | 'prices'>,
    bonus = 0,
  ) {
    this.rowEdges = rowEdges
    this.rows = emptySide(
      rows,
      rows.seats.map((_, row) => rowEdges.start[row + 1]! - rowEdges.start[row]!),
    )
    this.columns = emptySide(columns, degreesOf(rowEdges.other, columns.seats.length))
    this.taken = new Uint8Array(rowEdges.other.length)
    this.rowOf = rowOfEdges(rowEdges.start)
    this.bonus = bonus
  }

  /** Built when a column searches for the first time: often none has to. */
  get columnEdges(): EdgeList {
    this.#columnEdges ??= turned(this.rowEdges, this.columns.seats.length)
    return this.#columnEdges
  }

  /** From nothing taken to exactly these edges. */
  takeAll(taken: Uint8Array | Int32Array): void {
    for (let edge = 0; edge < taken.length; edge++) {
      if (taken[edge] === 0) continue
      this.taken[edge] = 1
      hold(this.rows, this.rowOf[edge]!, edge)
      hold(this.columns, this.rowEdges.other[edge]!, edge)
    }
  }

  /** What one more seat is worth to somebody; 0 or less when they want none. */
  gain(side: Side, person: number): number {
    const seat = side.holds[person]! + 1
    if (seat > side.seats[person]!) return 0
    return (seat <= side.bonusSeats[person]! ? this.bonus : 0) + side.prices[person]!
  }
}
