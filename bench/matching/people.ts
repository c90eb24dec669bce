import { seeded } from '@viceversa/matching/testing/random.ts'
import type { Kind } from './instance.ts'

/** Themes that can be wanted and offered. */
export const TOPICS = 48
/** Hours from Monday 00:00 to Friday 24:00 as bits, in words of 32. */
export const WORDS = 4
const HOURS = 5 * 24

/** Hours ahead of UTC, what is spoken there besides English, and how many of a hundred people work there. */
const regions = [
  { name: 'north', offset: 0, language: 0, share: 26 },
  { name: 'centre', offset: 1, language: 1, share: 20 },
  { name: 'south', offset: 1, language: 2, share: 14 },
  { name: 'east', offset: 3, language: 1, share: 10 },
  { name: 'america', offset: -5, language: 0, share: 12 },
  { name: 'pacific', offset: -8, language: 3, share: 6 },
  { name: 'asia', offset: 5, language: 4, share: 7 },
  { name: 'far east', offset: 9, language: 5, share: 5 },
] as const
const ENGLISH = 0
const ENGLISH_SPEAKERS = 0.44

/** Of a hundred people, how many stand on each level, 1 at the top. */
const mentorLevels = [0, 0, 0, 3, 15, 30, 32, 20]
const leaderLevels = [4, 16, 33, 35, 12, 0, 0, 0]

/** One side of the market, person by person. */
export type Side = {
  readonly count: number
  readonly level: Uint8Array
  readonly department: Uint8Array
  readonly region: Uint8Array
  /** Bit per language. */
  readonly languages: Uint8Array
  /** WORDS words a person, hours on the clock of UTC. */
  readonly hours: Int32Array
  readonly seats: Int32Array
  /** Place in a walk through the organisation tree and the last place below: the stretch of all who report to somebody. */
  readonly from: Int32Array
  readonly to: Int32Array
}

export type People = {
  readonly mentors: Side
  readonly leaders: Side
  /** How well each mentor knows each topic, 0 to 3. TOPICS a mentor. */
  readonly skill: Uint8Array
  /** What each leader wants to learn, the most wanted first. */
  readonly wants: readonly (readonly number[])[]
  /** Whom somebody named as a wish, dearest first, as numbers of the other side. */
  readonly mentorWishes: readonly (readonly number[])[]
  readonly leaderWishes: readonly (readonly number[])[]
  /** Whom a mentor, or a leader, does not want to meet. */
  readonly mentorBlocks: readonly (readonly number[])[]
  readonly leaderBlocks: readonly (readonly number[])[]
}

/** An invented organisation: `size` mentors and as many leaders, or half as many when `hot`. A seed gives the same people. */
export function inventPeople(kind: Kind, size: number, seed: number): People {
  const random = seeded(seed)
  const below = (n: number) => Math.floor(random() * n)
  const leaderCount = kind === 'hot' ? Math.ceil(size / 2) : size
  const departments = Math.min(16, Math.max(4, Math.round(Math.sqrt(size) / 4)))

  const mentors = side(size, mentorLevels, kind === 'unit' ? [1] : [0.75, 0.25])
  const leaders = side(leaderCount, leaderLevels, kind === 'unit' ? [1] : [0.5, 0.4, 0.1])
  growTree(mentors, leaders, departments, below)

  // What is much wanted is not what many know: supply runs through the topics in another order than demand.
  const demand = zipf(TOPICS, kind === 'hot' ? 1.5 : 1, random)
  const supplyOrder = shuffled(TOPICS, below)
  const supply = zipf(TOPICS, 0.8, random)
  const skill = new Uint8Array(size * TOPICS)
  for (let mentor = 0; mentor < size; mentor++)
    for (let i = 4 + below(6); i > 0; i--) skill[mentor * TOPICS + supplyOrder[supply()]!] = 1 + below(3)
  const wants = people(leaderCount, () => distinct(2 + below(4), demand))

  // A few are named by many.
  const popularLeader = zipf(leaderCount, kind === 'hot' ? 0.8 : 0.5, random)
  const popularMentor = zipf(size, 0.5, random)
  const anyLeader = () => below(leaderCount)
  const anyMentor = () => below(size)
  const blocks = (one: () => number) => (random() < 0.05 ? distinct(1 + below(2), one) : [])
  return {
    mentors,
    leaders,
    skill,
    wants,
    mentorWishes: people(size, () => distinct(below(6), popularLeader)),
    leaderWishes: people(leaderCount, () => distinct(below(6), popularMentor)),
    mentorBlocks: people(size, () => blocks(anyLeader)),
    leaderBlocks: people(leaderCount, () => blocks(anyMentor)),
  }

  function side(count: number, levels: readonly number[], seatShares: readonly number[]): Side {
    const made: Side = {
      count,
      level: new Uint8Array(count),
      department: new Uint8Array(count),
      region: new Uint8Array(count),
      languages: new Uint8Array(count),
      hours: new Int32Array(count * WORDS),
      seats: new Int32Array(count),
      from: new Int32Array(count),
      to: new Int32Array(count),
    }
    const regionShares = regions.map(({ share }) => share / 100)
    const levelShares = levels.map((share) => share / 100)
    for (let person = 0; person < count; person++) {
      const region = pick(regionShares, random())
      made.region[person] = region
      made.level[person] = 1 + pick(levelShares, random())
      made.department[person] = below(departments)
      made.seats[person] = 1 + pick(seatShares, random())
      made.languages[person] =
        (1 << regions[region]!.language) | (random() < ENGLISH_SPEAKERS ? 1 << ENGLISH : 0)
      setHours(made.hours, person, regions[region]!.offset)
    }
    return made
  }

  /** One to four hours in a row on two to four days, between eight and six at home. */
  function setHours(hours: Int32Array, person: number, offset: number): void {
    for (const day of shuffled(5, below).subarray(0, 2 + below(3))) {
      const length = 1 + below(4)
      const first = 8 + below(11 - length)
      for (let hour = first; hour < first + length; hour++) {
        const at = day * 24 + hour - offset
        if (at >= 0 && at < HOURS) hours[person * WORDS + (at >> 5)]! |= 1 << (at & 31)
      }
    }
  }
}

/** Everybody but the top reports to somebody of their department on the nearest level above that has anybody. */
function growTree(mentors: Side, leaders: Side, departments: number, below: (n: number) => number): void {
  const all = mentors.count + leaders.count
  const levelOf = (p: number) => (p < mentors.count ? mentors.level[p]! : leaders.level[p - mentors.count]!)
  const departmentOf = (p: number) =>
    p < mentors.count ? mentors.department[p]! : leaders.department[p - mentors.count]!

  const crowd: number[][] = Array.from({ length: departments * 9 }, () => [])
  for (let p = 0; p < all; p++) crowd[departmentOf(p) * 9 + levelOf(p)]!.push(p)
  const reports: number[][] = Array.from({ length: all }, () => [])
  const top: number[] = []
  for (let p = 0; p < all; p++) {
    let level = levelOf(p) - 1
    while (level > 0 && crowd[departmentOf(p) * 9 + level]!.length === 0) level--
    const managers = crowd[departmentOf(p) * 9 + level]!
    if (level === 0) top.push(p)
    else reports[managers[below(managers.length)]!]!.push(p)
  }

  let place = 0
  const walk = (p: number): void => {
    const [at, side] = p < mentors.count ? [p, mentors] : [p - mentors.count, leaders]
    side.from[at] = place++
    for (const report of reports[p]!) walk(report)
    side.to[at] = place - 1
  }
  top.forEach(walk)
}

/** Draws 0 to `count` - 1, number i with a likelihood in proportion to 1 / (i + 1) ^ exponent. */
function zipf(count: number, exponent: number, random: () => number): () => number {
  const upTo = new Float64Array(count)
  let sum = 0
  for (let i = 0; i < count; i++) upTo[i] = sum += (i + 1) ** -exponent
  return () => {
    const at = random() * sum
    let low = 0
    let high = count - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (upTo[middle]! > at) high = middle
      else low = middle + 1
    }
    return low
  }
}

function pick(shares: readonly number[], at: number): number {
  let left = at
  for (let i = 0; i < shares.length; i++) {
    left -= shares[i]!
    if (left < 0) return i
  }
  return shares.findLastIndex((share) => share > 0)
}

function shuffled(count: number, below: (n: number) => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = below(i + 1)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}

/** Up to `count` different ones. */
function distinct(count: number, draw: () => number): readonly number[] {
  return [...new Set(Array.from({ length: count }, draw))]
}

function people<T>(count: number, one: () => T): readonly T[] {
  return Array.from({ length: count }, one)
}
