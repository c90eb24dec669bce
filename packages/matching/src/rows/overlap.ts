import type { Numbers } from '../numbers/numbers.ts'
import { COMFORTABLE_MINUTES } from '../score/time.ts'
import { HOURS_A_WEEK } from '../time/shared-week.ts'
import type { LeaderBlock } from './leader-block.ts'
import { addTimes, below, copyCapped, MOST_PLANES, type Planes } from './planes.ts'

/** Digits of a count that are kept for the score: of minutes up to six hours, in the smallest unit. */
const KEPT_DIGITS = 9

/**
 * The week of one mentor laid over those of leaders of one zone, 32 at a time, at each distance of the two clocks during
 * the period.
 *
 * When clocks differ by full hours, shared hours are whole and counted in hours. Otherwise each hour of the mentor lies
 * over two of the leader and is cut into two pieces. A piece counts if another lies beside it, as two make an hour; they
 * are counted in the greatest unit that measures both.
 */
export class Overlap {
  readonly #numbers: Numbers
  readonly #freeAt: Int32Array
  #distances: readonly Distance[] = []
  /** By number of the list among {@link Numbers.distances}. */
  readonly #known: (readonly Distance[])[] = []
  /** Of the word looked at last, for each distance. */
  #kept: Planes = new Int32Array(KEPT_DIGITS)
  readonly #count: Planes = new Int32Array(MOST_PLANES)
  readonly #first: Planes = new Int32Array(MOST_PLANES)
  readonly #second: Planes = new Int32Array(MOST_PLANES)
  readonly #isFree = new Uint8Array(HOURS_A_WEEK)
  #hours = 0
  #mentor = 0

  constructor(numbers: Numbers, { freeAt }: LeaderBlock) {
    this.#numbers = numbers
    this.#freeAt = freeAt
  }

  turnTo(mentor: number): void {
    const { start, value } = this.#numbers.mentors.hours
    this.#mentor = mentor
    this.#hours = start[mentor + 1]! - start[mentor]!
    this.#isFree.fill(0)
    for (let at = start[mentor]!; at < start[mentor + 1]!; at++) this.#isFree[value[at]!] = 1
  }

  turnToZone(zone: number): void {
    const { zones, mentors } = this.#numbers
    const list = mentors.zone[this.#mentor]! * zones + zone
    this.#distances = this.#known[list] ??= distancesOf(this.#numbers, list)
    const digits = this.#distances.length * KEPT_DIGITS
    if (this.#kept.length < digits) this.#kept = new Int32Array(digits)
  }

  /** Counts what is shared with the leaders of a word, and returns a bit for each with whom it is too little. */
  tooLittle(word: number): number {
    const count = this.#count
    let tooLittle = 0
    for (let i = 0; i < this.#distances.length; i++) {
      const { hours, past, unit, limit, digits } = this.#distances[i]!
      if (past === 0) this.#countHours(word, hours)
      else {
        this.#countPieces(word, hours)
        count.fill(0)
        addTimes(count, this.#first, (60 - past) / unit)
        addTimes(count, this.#second, past / unit)
      }
      tooLittle |= below(count, limit)
      copyCapped(count, digits, this.#kept, i * KEPT_DIGITS)
    }
    return tooLittle
  }

  /** Minutes shared with a leader of the word counted last where they share least, six hours at most. */
  minutes(bit: number): number {
    const kept = this.#kept
    let least = COMFORTABLE_MINUTES
    for (let i = 0; i < this.#distances.length; i++) {
      const { unit, digits } = this.#distances[i]!
      let units = 0
      for (let k = 0; k < digits; k++) units |= ((kept[i * KEPT_DIGITS + k]! >>> bit) & 1) << k
      if (units * unit < least) least = units * unit
    }
    return least
  }

  #countHours(word: number, ahead: number): void {
    const { start, value } = this.#numbers.mentors.hours
    const freeAt = this.#freeAt
    const count = this.#count
    const base = word * HOURS_A_WEEK
    const from = start[this.#mentor]!
    let p0 = 0
    let p1 = 0
    let p2 = 0
    let p3 = 0
    count.fill(0)
    for (let i = 0; i < this.#hours; i++) {
      const c0 = freeAt[base + ((value[from + i]! + ahead) % HOURS_A_WEEK)]!
      const c1 = p0 & c0
      p0 ^= c0
      const c2 = p1 & c1
      p1 ^= c1
      const c3 = p2 & c2
      p2 ^= c2
      let carry = p3 & c3
      p3 ^= c3
      for (let k = 4; carry !== 0; k++) {
        const next = count[k]! & carry
        count[k]! ^= carry
        carry = next
      }
    }
    count[0] = p0
    count[1] = p1
    count[2] = p2
    count[3] = p3
  }

  /** The first pieces of the mentor's hours, at the end of an hour of the leader, and the second, at the start of the next. */
  #countPieces(word: number, ahead: number): void {
    const { start, value } = this.#numbers.mentors.hours
    const freeAt = this.#freeAt
    const isFree = this.#isFree
    const base = word * HOURS_A_WEEK
    const from = start[this.#mentor]!
    this.#first.fill(0)
    this.#second.fill(0)
    for (let i = 0; i < this.#hours; i++) {
      const hour = value[from + i]!
      const earlier = freeAt[base + ((hour + ahead) % HOURS_A_WEEK)]!
      const later = freeAt[base + ((hour + ahead + 1) % HOURS_A_WEEK)]!
      const both = earlier & later
      addOne(this.#first, isFree[(hour + HOURS_A_WEEK - 1) % HOURS_A_WEEK] === 1 ? earlier : both)
      addOne(this.#second, isFree[(hour + 1) % HOURS_A_WEEK] === 1 ? later : both)
    }
  }
}

type Distance = {
  /** Full hours that the leader's clock is ahead, and weeks enough to keep it positive. */
  readonly hours: number
  /** Minutes that it is ahead besides. */
  readonly past: number
  /** Minutes in which is counted. */
  readonly unit: number
  /** How many units the rule asks for. */
  readonly limit: number
  /** Digits that hold enough units for all points. */
  readonly digits: number
}

function distancesOf({ distances, rules }: Numbers, list: number): Distance[] {
  const all = distances.value.subarray(distances.start[list]!, distances.start[list + 1]!)
  return Array.from(all, (minutes) => {
    const hours = Math.floor(minutes / 60)
    const past = minutes - 60 * hours
    const unit = greatestUnit(60, past)
    return {
      hours: hours + 2 * HOURS_A_WEEK,
      past,
      unit,
      limit: unitsFor(rules.minimumMinutes, unit),
      digits: 32 - Math.clz32(COMFORTABLE_MINUTES / unit),
    }
  })
}

/** The fewest units that last as long. Compared by multiplying, as a quotient may be rounded. */
function unitsFor(minutes: number, unit: number): number {
  const units = Math.ceil(minutes / unit)
  return units * unit < minutes ? units + 1 : units
}

function addOne(planes: Planes, bits: number): void {
  let carry = bits
  for (let k = 0; carry !== 0; k++) {
    const next = planes[k]! & carry
    planes[k]! ^= carry
    carry = next
  }
}

function greatestUnit(a: number, b: number): number {
  return b === 0 ? a : greatestUnit(b, a % b)
}
