/** The best few of the edges offered, best first; of edges worth the same, those that were offered first. */
export class BestFew {
  readonly edges: number[] = []
  readonly worths: number[] = []
  #most = 0
  #count = 0

  get count(): number {
    return this.#count
  }

  clear(most: number): void {
    this.#most = most
    this.#count = 0
  }

  offer(edge: number, worth: number): void {
    const { edges, worths } = this
    let place = this.#count
    if (place === this.#most) {
      place--
      if (worth <= worths[place]!) return
    } else this.#count++
    for (; place > 0 && worths[place - 1]! < worth; place--) {
      worths[place] = worths[place - 1]!
      edges[place] = edges[place - 1]!
    }
    worths[place] = worth
    edges[place] = edge
  }
}

/**
 * Where among its edges a row begins to look. Where many edges are worth the same, rows that all begin at the first would
 * all want the same columns.
 */
export function firstLook(
  row: number,
  { start, rowSeats }: { start: Int32Array; rowSeats: Int32Array },
): number {
  const degree = start[row + 1]! - start[row]!
  return start[row]! + Math.floor((row * degree) / rowSeats.length)
}
