import type { Face, Market } from './face.ts'

/**
 * Of all equally good answers, the first: the first mentor by id gets the first leader by id that any of these answers
 * gives them, and so on through all edges in order. The answer therefore depends on the input alone, not on the way in
 * which one best answer was found.
 *
 * An edge is taken if a round of exchanges makes room for it: in the residual graph, a walk from its column back to its
 * row. Rows before the current one are settled and stay as they are.
 *
 * O(seats × open edges) at worst; who has no choice costs nothing.
 */
export function settleTies(market: Market, face: Face, best: Uint8Array): Uint8Array {
  const { open } = face
  const rows = market.rowSeats.length
  const columns = market.columnSeats.length
  const hub = rows + columns
  const taken = best.slice()

  // Everything below counts and names only open edges that are not settled yet, by their place in `open`.
  const rowOf = new Int32Array(open.length)
  const columnOf = open.map((edge) => market.column[edge]!)
  const rowStart = new Int32Array(rows + 1)
  const isHeld = new Uint8Array(open.length)
  const heldBy: number[][] = Array.from({ length: columns }, () => [])
  const rowHolds = new Int32Array(rows)
  const columnHolds = new Int32Array(columns)
  const rowLow = face.rowLow.slice()
  const rowHigh = face.rowHigh.slice()
  const columnLow = face.columnLow.slice()
  const columnHigh = face.columnHigh.slice()

  for (let row = 0, i = 0; row < rows; row++) {
    rowStart[row] = i
    for (; i < open.length && open[i]! < market.start[row + 1]!; i++) {
      rowOf[i] = row
      if (taken[open[i]!] === 1) hold(i)
    }
    rowStart[row + 1] = i
  }

  const seen = new Int32Array(hub + 1)
  const cameFrom = new Int32Array(hub + 1)
  const cameBy = new Int32Array(hub + 1)
  const stack = new Int32Array(hub + 1)
  let search = 0

  for (let row = 0; row < rows; row++) {
    search++
    for (let i = rowStart[row]!; i < rowStart[row + 1]!; i++) {
      const canGain = rowHolds[row]! > 0 || rowHolds[row]! < rowHigh[row]!
      if (isHeld[i] === 0 && !(canGain && makeRoom(row, i))) continue
      settle(i)
      search++
    }
  }
  return taken

  /** Exchanges so that the row holds this edge, if that can be. */
  function makeRoom(row: number, edge: number): boolean {
    const first = rows + columnOf[edge]!
    if (!walk(first, row)) return false
    const exchanged = [edge]
    for (let node = row; node !== first; node = cameFrom[node]!)
      if (cameBy[node]! >= 0) exchanged.push(cameBy[node]!)
    for (const i of exchanged) {
      if (isHeld[i] === 1) release(i)
      else hold(i)
    }
    return true
  }

  /**
   * Looks for a walk of exchanges from a column that got one edge too many to the row that holds one too few. A column
   * with one too many releases one, a row with one too few takes another; who can do with the number they have sends the
   * walk through the hub, to anybody else who can.
   *
   * What an earlier search of the same number saw leads nowhere and is not looked at again.
   */
  function walk(first: number, goal: number): boolean {
    if (seen[first] === search) return false
    seen[first] = search
    stack[0] = first
    let waiting = 1
    while (waiting > 0 && seen[goal] !== search) {
      const node = stack[--waiting]!
      if (node === hub) {
        for (let row = goal; row < rows; row++) if (rowHolds[row]! < rowHigh[row]!) reach(row, hub, -1)
        for (let c = 0; c < columns; c++) if (columnHolds[c]! > columnLow[c]!) reach(rows + c, hub, -1)
      } else if (node >= rows) {
        const column = node - rows
        if (columnHolds[column]! < columnHigh[column]!) reach(hub, node, -1)
        for (const i of heldBy[column]!) reach(rowOf[i]!, node, i)
      } else {
        if (rowHolds[node]! > rowLow[node]!) reach(hub, node, -1)
        for (let i = rowStart[node]!; i < rowStart[node + 1]!; i++)
          if (isHeld[i] === 0) reach(rows + columnOf[i]!, node, i)
      }
    }
    return seen[goal] === search

    function reach(node: number, from: number, by: number): void {
      if (seen[node] === search) return
      seen[node] = search
      cameFrom[node] = from
      cameBy[node] = by
      stack[waiting++] = node
    }
  }

  function hold(i: number): void {
    isHeld[i] = 1
    taken[open[i]!] = 1
    rowHolds[rowOf[i]!]!++
    columnHolds[columnOf[i]!]!++
    heldBy[columnOf[i]!]!.push(i)
  }

  function release(i: number): void {
    isHeld[i] = 0
    taken[open[i]!] = 0
    rowHolds[rowOf[i]!]!--
    columnHolds[columnOf[i]!]!--
    const held = heldBy[columnOf[i]!]!
    held.splice(held.indexOf(i), 1)
  }

  /** Takes the edge out of play, together with the seats that it fills. */
  function settle(i: number): void {
    release(i)
    taken[open[i]!] = 1
    rowLow[rowOf[i]!] = Math.max(0, rowLow[rowOf[i]!]! - 1)
    rowHigh[rowOf[i]!]!--
    columnLow[columnOf[i]!] = Math.max(0, columnLow[columnOf[i]!]! - 1)
    columnHigh[columnOf[i]!]!--
  }
}
