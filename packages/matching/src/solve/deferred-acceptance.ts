import type { Market } from './face.ts'

/**
 * A stable answer: no edge left out whose row and column would both rather have it, each having a free seat or somebody
 * they like less. Of all stable answers it is the best for every row, because rows propose.
 *
 * @param rowScore, columnScore - How much each side likes each edge. Equal scores rank by the smaller index.
 * @returns 1 for each edge taken.
 *
 * O(edges × log edges), for the ranking.
 * Source: Gale, Shapley, "College admissions and the stability of marriage", American Mathematical Monthly 69(1), 1962,
 * doi:10.2307/2312726; seats on both sides as in Roth, "Stability and polarization of interests in job matching",
 * Econometrica 52(1), 1984, doi:10.2307/1911462.
 */
export function deferredAcceptance(
  market: Market,
  rowScore: Int32Array,
  columnScore: Int32Array,
): Uint8Array {
  const { start, column, rowSeats, columnSeats } = market
  const taken = new Uint8Array(column.length)
  const heldBy: { row: number; edge: number }[][] = Array.from(columnSeats, () => [])
  const wishes = Array.from(rowSeats, (_, row) => rankedEdges(start[row]!, start[row + 1]!, rowScore))
  const nextWish = new Int32Array(rowSeats.length)
  const rowHolds = new Int32Array(rowSeats.length)

  const proposing = Array.from(rowSeats, (_, row) => row).reverse()
  for (let row = proposing.pop(); row !== undefined; row = proposing.pop()) {
    while (rowHolds[row]! < rowSeats[row]! && nextWish[row]! < wishes[row]!.length) {
      const edge = wishes[row]![nextWish[row]!++]!
      const refused = propose(row, edge)
      if (refused !== null && refused !== row) proposing.push(refused)
    }
  }
  return taken

  /** The column keeps whom it likes best. Returns the row that it sends away, if any. */
  function propose(row: number, edge: number): number | null {
    const col = column[edge]!
    const seats = columnSeats[col]!
    if (seats === 0) return row
    const held = heldBy[col]!
    let place = held.length
    while (place > 0 && likesMore(edge, row, held[place - 1]!)) place--
    if (place === seats) return row

    held.splice(place, 0, { row, edge })
    taken[edge] = 1
    rowHolds[row]!++
    if (held.length <= seats) return null
    const refused = held.pop()!
    taken[refused.edge] = 0
    rowHolds[refused.row]!--
    return refused.row
  }

  function likesMore(edge: number, row: number, other: { row: number; edge: number }): boolean {
    const difference = columnScore[edge]! - columnScore[other.edge]!
    return difference > 0 || (difference === 0 && row < other.row)
  }
}

/** Edges from `from` to before `to`, best first. */
function rankedEdges(from: number, to: number, score: Int32Array): Int32Array {
  const edges = Int32Array.from({ length: to - from }, (_, i) => from + i)
  return edges.sort((a, b) => score[b]! - score[a]! || a - b)
}
