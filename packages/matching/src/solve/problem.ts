/**
 * A transportation problem in numbers: rows and columns with seats, edges between them. Find the edges to take,
 *
 *     maximise  Σ weight(e)  +  bonus × Σ over people of min(seats taken, bonus seats)
 *     so that   nobody takes more than their seats, and each edge is taken at most once.
 *
 * All numbers are whole, so every sum is exact. Edges of row i are `start[i]` to `start[i + 1] - 1`, columns ascending.
 */
export type Problem = {
  readonly start: Int32Array
  readonly column: Int32Array
  /** May be negative. */
  readonly weight: Int32Array
  readonly rowSeats: Int32Array
  readonly columnSeats: Int32Array
  /** How many of the seats of each earn the bonus, at most all. */
  readonly rowBonusSeats: Int32Array
  readonly columnBonusSeats: Int32Array
  readonly bonus: number
}

/**
 * A best answer with prices u (rows) and v (columns) that prove it. Taking s seats at price u is worth bonus(s) + u·s to
 * a person, taking an edge is worth weight - u - v; at these prices everybody and every edge has its best at once:
 *
 *     Σ max(0, weight - u - v)  +  Σ over people of max over s of (bonus(s) + u·s)  =  the value of the answer,
 *
 * and no answer can have a value above the left side, whatever the prices.
 */
export type Optimum = {
  /** 1 for each edge taken. */
  readonly taken: Uint8Array
  readonly rowPrices: Float64Array
  readonly columnPrices: Float64Array
}
