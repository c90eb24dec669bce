/**
 * Numbers 0 to n - 1 waiting in order of their distance: a binary heap that knows where each stands, so that a distance
 * can still fall. All memory is allocated once.
 */
export class DistanceHeap {
  readonly #distance: Float64Array
  readonly #heap: Int32Array
  /** Place in the heap, or -1. */
  readonly #place: Int32Array
  #size = 0

  /** @param distance - Shared with the owner, who sets a distance before each call of `put`. */
  constructor(distance: Float64Array) {
    this.#distance = distance
    this.#heap = new Int32Array(distance.length)
    this.#place = new Int32Array(distance.length).fill(-1)
  }

  /** The nearest, or -1 when nobody waits. */
  get nearest(): number {
    return this.#size === 0 ? -1 : this.#heap[0]!
  }

  /** Lets somebody wait, or moves them forward after their distance fell. */
  put(node: number): void {
    if (this.#place[node] === -1) this.#place[node] = this.#size++
    this.#rise(node, this.#place[node]!)
  }

  removeNearest(): void {
    const heap = this.#heap
    this.#place[heap[0]!] = -1
    const last = heap[--this.#size]!
    if (this.#size > 0) this.#sink(last, 0)
  }

  clear(): void {
    for (let place = 0; place < this.#size; place++) this.#place[this.#heap[place]!] = -1
    this.#size = 0
  }

  #rise(node: number, from: number): void {
    const distance = this.#distance[node]!
    let place = from
    while (place > 0) {
      const parent = (place - 1) >> 1
      const above = this.#heap[parent]!
      if (this.#distance[above]! <= distance) break
      this.#set(place, above)
      place = parent
    }
    this.#set(place, node)
  }

  #sink(node: number, from: number): void {
    const distance = this.#distance[node]!
    let place = from
    for (;;) {
      let child = 2 * place + 1
      if (child >= this.#size) break
      const right = child + 1
      if (right < this.#size && this.#distance[this.#heap[right]!]! < this.#distance[this.#heap[child]!]!)
        child = right
      const below = this.#heap[child]!
      if (this.#distance[below]! >= distance) break
      this.#set(place, below)
      place = child
    }
    this.#set(place, node)
  }

  #set(place: number, node: number): void {
    this.#heap[place] = node
    this.#place[node] = place
  }
}
