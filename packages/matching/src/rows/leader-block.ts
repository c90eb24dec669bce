import type { Lists } from '../numbers/lists.ts'
import type { Numbers } from '../numbers/numbers.ts'
import { HOURS_A_WEEK } from '../time/shared-week.ts'

/**
 * Some of the leaders, laid out so that one mentor is compared with 32 of them at a time.
 *
 * Each has a slot, which is a bit of a row of words. Leaders of one time zone stand together and begin with a word, so
 * that the clock of a word is known; slots left over at the end of a zone are empty.
 */
export type LeaderBlock = {
  readonly words: number
  /** By slot; -1 for an empty one. */
  readonly leaderAt: Int32Array
  /** The leaders are those from `first`; by their number less `first`. */
  readonly first: number
  readonly slotOf: Int32Array
  /** A bit for each slot that is not empty. */
  readonly present: Int32Array
  readonly zones: readonly { readonly zone: number; readonly fromWord: number; readonly toWord: number }[]
  /** Bits of those who are free at an hour of their own week: word number `word × 168 + hour`. */
  readonly freeAt: Int32Array
  /** Known levels, each once, from the top of the organisation down. */
  readonly levels: Float64Array
  /** Row i has a bit for each leader at one of the first i of these levels. */
  readonly atFirstLevels: Int32Array
  /** A row of bits for each language that anybody here speaks: which row, by language, or -1. */
  readonly languageRow: Int32Array
  readonly speak: Int32Array
  readonly department: Int32Array
  readonly wants: ByTheme
  readonly offers: ByTheme
  readonly interests: ByTheme
  readonly workStyle: ByTheme
}

/** An inverted index: the slots whose people name a theme, and how many themes each names. */
export type ByTheme = { readonly slots: Lists; readonly sizes: Int32Array }

export function leaderBlock(numbers: Numbers, first: number, end: number): LeaderBlock {
  const { leaders } = numbers
  const { leaderAt, zones } = slotsByZone(numbers, first, end)
  const words = leaderAt.length / 32
  const slotOf = new Int32Array(end - first)
  const present = new Int32Array(words)
  const freeAt = new Int32Array(words * HOURS_A_WEEK)
  const department = new Int32Array(leaderAt.length)
  leaderAt.forEach((leader, slot) => {
    if (leader < 0) return
    slotOf[leader - first] = slot
    const word = slot >> 5
    const bit = 1 << (slot & 31)
    present[word]! |= bit
    department[slot] = leaders.department[leader]!
    const { start, value } = leaders.hours
    for (let at = start[leader]!; at < start[leader + 1]!; at++)
      freeAt[word * HOURS_A_WEEK + value[at]!]! |= bit
  })

  return {
    words,
    leaderAt,
    first,
    slotOf,
    present,
    zones,
    freeAt,
    ...levelRows(leaders.level, leaderAt),
    ...languageRows(leaders.languages, leaderAt, numbers.languages),
    department,
    wants: byTheme(leaders.wants, leaderAt, numbers.themes),
    offers: byTheme(leaders.offers, leaderAt, numbers.themes),
    interests: byTheme(leaders.interests, leaderAt, numbers.themes),
    workStyle: byTheme(leaders.workStyle, leaderAt, numbers.themes),
  }
}

function slotsByZone({ leaders, zones }: Numbers, first: number, end: number) {
  const inZone: number[][] = Array.from({ length: zones }, () => [])
  for (let leader = first; leader < end; leader++) inZone[leaders.zone[leader]!]!.push(leader)
  const slots: number[] = []
  const ranges: { zone: number; fromWord: number; toWord: number }[] = []
  inZone.forEach((here, zone) => {
    if (here.length === 0) return
    const fromWord = slots.length / 32
    for (const leader of here) slots.push(leader)
    while (slots.length % 32 > 0) slots.push(-1)
    ranges.push({ zone, fromWord, toWord: slots.length / 32 })
  })
  return { leaderAt: Int32Array.from(slots), zones: ranges }
}

function levelRows(level: Float64Array, leaderAt: Int32Array) {
  const words = leaderAt.length / 32
  const known = new Set<number>()
  for (const leader of leaderAt) if (leader >= 0 && !Number.isNaN(level[leader])) known.add(level[leader]!)
  const levels = Float64Array.from(known).sort()
  const place = new Map(Array.from(levels, (one, i) => [one, i]))

  const atFirstLevels = new Int32Array((levels.length + 1) * words)
  leaderAt.forEach((leader, slot) => {
    const at = leader < 0 ? undefined : place.get(level[leader]!)
    if (at !== undefined) atFirstLevels[(at + 1) * words + (slot >> 5)]! |= 1 << (slot & 31)
  })
  for (let i = words; i < atFirstLevels.length; i++) atFirstLevels[i]! |= atFirstLevels[i - words]!
  return { levels, atFirstLevels }
}

function languageRows({ start, value }: Lists, leaderAt: Int32Array, languages: number) {
  const words = leaderAt.length / 32
  const languageRow = new Int32Array(languages).fill(-1)
  let rows = 0
  for (const leader of leaderAt)
    if (leader >= 0)
      for (let at = start[leader]!; at < start[leader + 1]!; at++)
        if (languageRow[value[at]!] === -1) languageRow[value[at]!] = rows++

  const speak = new Int32Array(rows * words)
  leaderAt.forEach((leader, slot) => {
    if (leader < 0) return
    for (let at = start[leader]!; at < start[leader + 1]!; at++)
      speak[languageRow[value[at]!]! * words + (slot >> 5)]! |= 1 << (slot & 31)
  })
  return { languageRow, speak }
}

function byTheme({ start, value }: Lists, leaderAt: Int32Array, themes: number): ByTheme {
  const sizes = new Int32Array(leaderAt.length)
  const slotStart = new Int32Array(themes + 1)
  leaderAt.forEach((leader, slot) => {
    if (leader < 0) return
    sizes[slot] = start[leader + 1]! - start[leader]!
    for (let at = start[leader]!; at < start[leader + 1]!; at++) slotStart[value[at]! + 1]!++
  })
  for (let theme = 0; theme < themes; theme++) slotStart[theme + 1]! += slotStart[theme]!
  const next = slotStart.slice()
  const slots = new Int32Array(slotStart[themes]!)
  leaderAt.forEach((leader, slot) => {
    if (leader < 0) return
    for (let at = start[leader]!; at < start[leader + 1]!; at++) slots[next[value[at]!]!++] = slot
  })
  return { slots: { start: slotStart, value: slots }, sizes }
}
