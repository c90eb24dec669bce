/** For each of many people the few best partners seen so far: a small heap each, the least of the few on top. */
export class BestFew {
  readonly few: number
  readonly #count: Int32Array
  readonly #keys: Float64Array

  constructor(people: number, few: number) {
    this.few = few
    this.#count = new Int32Array(people)
    this.#keys = new Float64Array(people * few)
  }

  /** Of equally good partners the one with the lower number stays. */
  offer(person: number, partner: number, weight: number): void {
    const key = weight * PARTNERS + (PARTNERS - 1 - partner)
    const base = person * this.few
    const count = this.#count[person]!
    if (count < this.few) {
      this.#count[person] = count + 1
      this.#rise(base, count, key)
    } else if (key > this.#keys[base]!) this.#sink(base, key)
  }

  forEach(person: number, visit: (partner: number, weight: number) => void): void {
    const base = person * this.few
    for (let i = base; i < base + this.#count[person]!; i++) {
      const key = this.#keys[i]!
      const weight = Math.floor(key / PARTNERS)
      visit(PARTNERS - 1 - (key - weight * PARTNERS), weight)
    }
  }

  #rise(base: number, from: number, key: number): void {
    const keys = this.#keys
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (keys[base + above]! <= key) break
      keys[base + at] = keys[base + above]!
      at = above
    }
    keys[base + at] = key
  }

  #sink(base: number, key: number): void {
    const keys = this.#keys
    let at = 0
    for (let child = 1; child < this.few; child = 2 * at + 1) {
      if (child + 1 < this.few && keys[base + child + 1]! < keys[base + child]!) child++
      if (keys[base + child]! >= key) break
      keys[base + at] = keys[base + child]!
      at = child
    }
    keys[base + at] = key
  }
}

/** More than anybody has: weight and partner share one number, which stays exact. */
const PARTNERS = 2 ** 20
