/**
 * Edges gathered by the people of one side: those of person i are the entries `start[i]` to `start[i + 1] - 1`.
 */
export type EdgeList = {
  readonly start: Int32Array
  /** The person at the other end. */
  readonly other: Int32Array
  readonly weight: Int32Array
  /** The number of each edge; null where edge i stands at place i. */
  readonly edge: Int32Array | null
}

/** The people of one side, rows or columns, and what they hold. */
export type Side = {
  readonly seats: Int32Array
  /** How many of the seats of each earn the bonus. */
  readonly bonusSeats: Int32Array
  readonly prices: Float64Array
  /** How many seats are taken. */
  readonly holds: Int32Array
  /** The edges taken by person i: `holds[i]` entries from `heldStart[i]` on. */
  readonly heldStart: Int32Array
  readonly held: Int32Array
}

/** @param degrees - How many edges each person has: nobody can hold more. */
export function emptySide(
  { seats, bonusSeats, prices }: Pick<Side, 'seats' | 'bonusSeats' | 'prices'>,
  degrees: Int32Array,
): Side {
  const heldStart = new Int32Array(seats.length + 1)
  for (let i = 0; i < seats.length; i++) heldStart[i + 1] = heldStart[i]! + Math.min(degrees[i]!, seats[i]!)
  return {
    seats,
    bonusSeats,
    prices,
    holds: new Int32Array(seats.length),
    heldStart,
    held: new Int32Array(heldStart[seats.length]!),
  }
}

export function hold(side: Side, person: number, edge: number): void {
  side.held[side.heldStart[person]! + side.holds[person]!++] = edge
}

export function release(side: Side, person: number, edge: number): void {
  const last = side.heldStart[person]! + side.holds[person]! - 1
  exchange(side, person, edge, side.held[last]!)
  side.holds[person]!--
}

export function exchange(side: Side, person: number, given: number, got: number): void {
  let slot = side.heldStart[person]!
  while (side.held[slot] !== given) slot++
  side.held[slot] = got
}

/** The same edges, gathered by the people at their other end. */
export function turned({ start, other, weight, edge }: EdgeList, people: number): EdgeList {
  const turnedStart = startsFrom(degreesOf(other, people))
  const next = turnedStart.slice()
  const turnedOther = new Int32Array(other.length)
  const turnedWeight = new Int32Array(other.length)
  const turnedEdge = new Int32Array(other.length)
  for (let person = 0; person + 1 < start.length; person++) {
    for (let i = start[person]!; i < start[person + 1]!; i++) {
      const place = next[other[i]!]!++
      turnedOther[place] = person
      turnedWeight[place] = weight[i]!
      turnedEdge[place] = edge === null ? i : edge[i]!
    }
  }
  return { start: turnedStart, other: turnedOther, weight: turnedWeight, edge: turnedEdge }
}

export function degreesOf(ends: Int32Array, people: number): Int32Array {
  const degrees = new Int32Array(people)
  for (const person of ends) degrees[person]!++
  return degrees
}

export function startsFrom(degrees: Int32Array): Int32Array {
  const start = new Int32Array(degrees.length + 1)
  for (let i = 0; i < degrees.length; i++) start[i + 1] = start[i]! + degrees[i]!
  return start
}
