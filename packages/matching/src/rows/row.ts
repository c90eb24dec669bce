import { bitCount } from '../bit-rows.ts'
import { bitOf } from '../numbers/exceptions.ts'
import { LineWalk } from '../numbers/lines.ts'
import type { Numbers } from '../numbers/numbers.ts'
import type { LeaderBlock } from './leader-block.ts'
import { Overlap } from './overlap.ts'
import { RuleTally } from './rule-tally.ts'

const REPORTING_LINE = bitOf('reportingLine')
const LEVEL_GAP = bitOf('levelGap')
const SHARED_HOURS = bitOf('sharedHours')
const SHARED_LANGUAGE = bitOf('sharedLanguage')

/**
 * The leaders of a block whom one mentor may meet. All memory is taken once and used for mentor after mentor.
 *
 * Levels, languages and hours decide about 32 leaders at a time. What organisation data rules out are few pairs of each
 * mentor, which are marked one by one and counted apart.
 */
export class Row {
  /** How many are allowed, and the slot of each, ascending. */
  count = 0
  readonly slot: Int32Array
  /** Minutes shared with each of them in the worst week, six hours at most. */
  readonly minutes: Int32Array
  /** Of all mentors looked at so far. */
  readonly tally = new RuleTally()

  readonly #numbers: Numbers
  readonly #block: LeaderBlock
  readonly #overlap: Overlap
  readonly #walk: LineWalk
  /** Empty slots and the mentor's own are not there. */
  readonly #present: Int32Array
  readonly #speaks: Int32Array
  readonly #isException: Int32Array
  readonly #exceptionRules: Uint8Array
  readonly #exceptions: number[] = []

  constructor(numbers: Numbers, block: LeaderBlock) {
    this.#numbers = numbers
    this.#block = block
    this.#overlap = new Overlap(numbers, block)
    this.#walk = new LineWalk(numbers.lines)
    this.#present = block.present.slice()
    this.#speaks = new Int32Array(block.words)
    this.#isException = new Int32Array(block.words)
    this.#exceptionRules = new Uint8Array(32 * block.words)
    this.slot = new Int32Array(32 * block.words)
    this.minutes = new Int32Array(32 * block.words)
  }

  turnTo(mentor: number): void {
    const self = this.#slotOf(this.#numbers.self[mentor]!)
    if (self >= 0) this.#present[self >> 5]! &= ~(1 << (self & 31))
    this.#markExceptions(mentor, self)
    this.#findSpeakers(mentor)
    this.#decide(mentor)
    this.#unmarkExceptions()
    if (self >= 0) this.#present[self >> 5]! |= 1 << (self & 31)
  }

  #decide(mentor: number): void {
    const { rules, possiblePoints, mentors } = this.#numbers
    const { words, zones, atFirstLevels } = this.#block
    const { levelGap, sharedHours, sharedLanguage } = rules
    const hoursMatter = sharedHours || possiblePoints.time > 0
    const tally = this.tally
    const overlap = this.#overlap
    const present = this.#present
    const passes = words * this.#levelsBelow(mentors.level[mentor]!)

    overlap.turnTo(mentor)
    this.count = 0
    for (let z = 0; z < zones.length; z++) {
      const { zone, fromWord, toWord } = zones[z]!
      overlap.turnToZone(zone)
      for (let word = fromWord; word < toWord; word++) {
        const there = present[word]!
        const level = levelGap ? there & ~atFirstLevels[passes + word]! : 0
        const hours = hoursMatter ? there & overlap.tooLittle(word) : 0
        const tooFew = sharedHours ? hours : 0
        const language = sharedLanguage ? there & ~this.#speaks[word]! : 0
        const exceptions = there & this.#isException[word]!
        const others = ~exceptions
        tally.add(level & others, tooFew & others, language & others)
        if (exceptions !== 0) this.#tallyExceptions(word, exceptions, level, tooFew, language)
        tally.possible += bitCount(there)
        const allowed = there & others & ~(level | tooFew | language)
        if (allowed !== 0) this.#allow(word, allowed, hoursMatter)
      }
    }
  }

  #allow(word: number, allowed: number, hoursMatter: boolean): void {
    let count = this.count
    for (let left = allowed; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left)
      this.slot[count] = 32 * word + bit
      this.minutes[count++] = hoursMatter ? this.#overlap.minutes(bit) : 0
    }
    this.count = count
  }

  /** How many of the block's levels are far enough above a mentor's. */
  #levelsBelow(level: number): number {
    const { levels } = this.#block
    const { minimumGap } = this.#numbers.rules
    let low = 0
    let high = levels.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (level - levels[middle]! >= minimumGap) low = middle + 1
      else high = middle
    }
    return low
  }

  #findSpeakers(mentor: number): void {
    const { start, value } = this.#numbers.mentors.languages
    const { words, languageRow, speak } = this.#block
    const speaks = this.#speaks
    speaks.fill(0)
    for (let at = start[mentor]!; at < start[mentor + 1]!; at++) {
      const row = languageRow[value[at]!]!
      if (row < 0) continue
      for (let word = 0; word < words; word++) speaks[word]! |= speak[row * words + word]!
    }
  }

  #markExceptions(mentor: number, self: number): void {
    const { exceptions, rules } = this.#numbers
    for (let at = exceptions.start[mentor]!; at < exceptions.start[mentor + 1]!; at++)
      this.#mark(self, exceptions.leader[at]!, exceptions.rule[at]!)
    if (rules.reportingLine)
      this.#walk.leadersInLine(mentor, (leader) => this.#mark(self, leader, REPORTING_LINE))
  }

  #mark(self: number, leader: number, rule: number): void {
    const slot = this.#slotOf(leader)
    if (slot < 0 || slot === self) return
    if (this.#exceptionRules[slot] === 0) this.#exceptions.push(slot)
    this.#exceptionRules[slot]! |= rule
    this.#isException[slot >> 5]! |= 1 << (slot & 31)
  }

  #unmarkExceptions(): void {
    for (const slot of this.#exceptions) {
      this.#exceptionRules[slot] = 0
      this.#isException[slot >> 5] = 0
    }
    this.#exceptions.length = 0
  }

  #tallyExceptions(word: number, exceptions: number, level: number, hours: number, language: number): void {
    for (let left = exceptions; left !== 0; left &= left - 1) {
      const bit = left & -left
      this.tally.addOne(
        this.#exceptionRules[32 * word + 31 - Math.clz32(bit)]! |
          (level & bit ? LEVEL_GAP : 0) |
          (hours & bit ? SHARED_HOURS : 0) |
          (language & bit ? SHARED_LANGUAGE : 0),
      )
    }
  }

  /** -1 for nobody and for who is not in the block. */
  #slotOf(leader: number): number {
    const at = leader - this.#block.first
    return leader >= 0 && at >= 0 && at < this.#block.slotOf.length ? this.#block.slotOf[at]! : -1
  }
}
