import type { Lists } from '../numbers/lists.ts'

/** Above any number of people: score and partner share one number, which stays exact. */
const PARTNERS = 2 ** 24

/** For each of many people the few best partners seen so far: a bounded heap each, the least of the few on top. */
export class BestFew {
  readonly #few: number
  readonly #count: Int32Array
  readonly #keys: Float64Array

  constructor(people: number, few: number) {
    this.#few = few
    this.#count = new Int32Array(people)
    this.#keys = new Float64Array(people * few)
  }

  /** Of equally good partners the one with the lower number stays. */
  offer(person: number, partner: number, score: number): void {
    const key = score * PARTNERS + (PARTNERS - 1 - partner)
    const base = person * this.#few
    const count = this.#count[person]!
    if (count < this.#few) {
      this.#count[person] = count + 1
      this.#rise(base, count, key)
    } else if (key > this.#keys[base]!) this.#sink(base, key)
  }

  /** No partner that is not among the few has a higher score. -1 while everybody offered is among them. */
  cut(person: number): number {
    if (this.#count[person]! < this.#few) return -1
    return Math.floor(this.#keys[person * this.#few]! / PARTNERS)
  }

  /** Partners of each, ascending, and their scores. */
  done(): { partners: Lists; scores: Int32Array } {
    const people = this.#count.length
    const start = new Int32Array(people + 1)
    for (let person = 0; person < people; person++) start[person + 1] = start[person]! + this.#count[person]!
    const partners = new Int32Array(start[people]!)
    const scores = new Int32Array(start[people]!)
    for (let person = 0; person < people; person++) {
      const base = person * this.#few
      const mine = this.#keys.subarray(base, base + this.#count[person]!)
      mine.forEach((key, i) => {
        const score = Math.floor(key / PARTNERS)
        mine[i] = (PARTNERS - 1 - (key - score * PARTNERS)) * PARTNERS + score
      })
      mine.sort()
      mine.forEach((key, i) => {
        const partner = Math.floor(key / PARTNERS)
        partners[start[person]! + i] = partner
        scores[start[person]! + i] = key - partner * PARTNERS
      })
    }
    return { partners: { start, value: partners }, scores }
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
    const few = this.#few
    let at = 0
    for (let child = 1; child < few; child = 2 * at + 1) {
      if (child + 1 < few && keys[base + child + 1]! < keys[base + child]!) child++
      if (keys[base + child]! >= key) break
      keys[base + at] = keys[base + child]!
      at = child
    }
    keys[base + at] = key
  }
}
