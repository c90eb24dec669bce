import { bitCount } from '@viceversa/matching/bit-rows.ts'
import { BestFew } from '@viceversa/matching/shortlist/best-few.ts'
import { seeded } from '@viceversa/matching/testing/random.ts'
import type { Instance, Kind } from './instance.ts'
import { inventPeople, type People, TOPICS, WORDS } from './people.ts'

/** Rules: levels apart, hours of the week shared; besides these a common language and no shared reporting line. */
const LEVEL_GAP = 3
const SHARED_HOURS = 2

/** Weights of the parts; they add up to 100 000. */
const POINTS = { topics: 50_000, hours: 20_000, department: 12_000, wishes: 13_000, region: 5_000 }
const HOURS_FOR_ALL_POINTS = 16
const WISHES_AT_MOST = 5

/** Pairs kept for each person, mentor or leader. */
const KEPT = 60
/** From this size on a mentor sees only some leaders, drawn at random. */
export const SAMPLED_FROM = 20_000
const SAMPLE = 900
const PINNED_SHARE = 0.01

export type Generated = {
  readonly instance: Instance
  /** Pairs looked at, and how many of them the rules allow. */
  readonly looked: number
  readonly allowed: number
  readonly pinned: number
}

/**
 * The market of an invented organisation. Everything a solver finds hard in real ones is in it: crowded topics, people whom
 * hardly anything suits, few different scores, scarce seats.
 *
 * O(mentors × leaders), about 10 ns a pair; from SAMPLED_FROM on O(mentors × SAMPLE).
 */
export function generate(kind: Kind, size: number, seed = 1): Generated {
  const people = inventPeople(kind, size, seed)
  const { mentors, leaders } = people
  const ofMentors = new BestFew(mentors.count, KEPT)
  const ofLeaders = new BestFew(leaders.count, KEPT)
  const pairs = pairWeights(people)
  const sample = size >= SAMPLED_FROM ? sampler(leaders.count, seed) : null

  let looked = 0
  let allowed = 0
  for (let mentor = 0; mentor < mentors.count; mentor++) {
    pairs.turnTo(mentor)
    const seen = sample?.()
    const count = seen?.length ?? leaders.count
    for (let i = 0; i < count; i++) {
      const leader = seen ? seen[i]! : i
      const weight = pairs.weight(leader)
      looked++
      if (weight === 0) continue
      allowed++
      ofMentors.offer(mentor, leader, weight)
      ofLeaders.offer(leader, mentor, weight)
    }
  }

  const kept = union(ofMentors, ofLeaders, mentors.count)
  const { instance, pinned } = pin({ ...kept, mentorSeats: mentors.seats, leaderSeats: leaders.seats }, seed)
  return { instance, looked, allowed, pinned }
}

/** The weight of the pair of a leader with the mentor whose turn it is; 0 for a pair that may not meet. */
function pairWeights({ mentors, leaders, skill, wants, ...people }: People) {
  // Wanted topics in a row, the importance of each falls from their number to 1.
  const wantedAt = new Int32Array(leaders.count + 1)
  wants.forEach((topics, leader) => {
    wantedAt[leader + 1] = wantedAt[leader]! + topics.length
  })
  const wanted = Int32Array.from(wants.flat())
  const namedBy = turned(people.leaderWishes, mentors.count)
  const blockedBy = turned(people.leaderBlocks, mentors.count)

  // Of the mentor whose turn it is: points for wishes per leader, -1 for a block.
  const wishes = new Int32Array(leaders.count)
  const touched: number[] = []
  let me = 0

  function turnTo(mentor: number): void {
    me = mentor
    for (const leader of touched) wishes[leader] = 0
    touched.length = 0
    const add = (leader: number, place: number) => {
      touched.push(leader)
      wishes[leader]! += (POINTS.wishes * (WISHES_AT_MOST - place)) / (2 * WISHES_AT_MOST)
    }
    people.mentorWishes[mentor]!.forEach(add)
    for (const { person, place } of namedBy[mentor]!) add(person, place)
    for (const leader of [
      ...people.mentorBlocks[mentor]!,
      ...blockedBy[mentor]!.map(({ person }) => person),
    ]) {
      touched.push(leader)
      wishes[leader] = -1
    }
  }

  function weight(leader: number): number {
    if (mentors.level[me]! - leaders.level[leader]! < LEVEL_GAP) return 0
    if ((mentors.languages[me]! & leaders.languages[leader]!) === 0) return 0
    let hours = 0
    for (let word = 0; word < WORDS; word++)
      hours += bitCount(mentors.hours[me * WORDS + word]! & leaders.hours[leader * WORDS + word]!)
    if (hours < SHARED_HOURS || wishes[leader]! < 0 || isInOneLine(leader)) return 0

    let known = 0
    let full = 0
    const end = wantedAt[leader + 1]!
    for (let i = wantedAt[leader]!; i < end; i++) {
      known += (end - i) * skill[me * TOPICS + wanted[i]!]!
      full += 3 * (end - i)
    }
    return (
      Math.floor((POINTS.topics * known) / full) +
      (POINTS.hours * Math.min(hours, HOURS_FOR_ALL_POINTS)) / HOURS_FOR_ALL_POINTS +
      (mentors.department[me] === leaders.department[leader] ? 0 : POINTS.department) +
      (mentors.region[me] === leaders.region[leader] ? 0 : POINTS.region) +
      wishes[leader]!
    )
  }

  function isInOneLine(leader: number): boolean {
    const mentorPlace = mentors.from[me]!
    const leaderPlace = leaders.from[leader]!
    return (
      (mentorPlace >= leaderPlace && mentorPlace <= leaders.to[leader]!) ||
      (leaderPlace >= mentorPlace && leaderPlace <= mentors.to[me]!)
    )
  }

  return { turnTo, weight }
}

/** What is in either, mentor by mentor, leaders ascending. */
function union(ofMentors: BestFew, ofLeaders: BestFew, mentors: number) {
  const [mine, theirs] = [ofMentors.done(), ofLeaders.done()]
  // Mentor, leader and weight share one number, which stays exact and sorts as it should.
  const keys = new Float64Array(mine.scores.length + theirs.scores.length)
  let count = 0
  forEach(mine, (mentor, leader, weight) => {
    keys[count++] = (mentor * LIMIT + leader) * LIMIT + weight
  })
  forEach(theirs, (leader, mentor, weight) => {
    keys[count++] = (mentor * LIMIT + leader) * LIMIT + weight
  })
  const distinct = keys.sort().filter((key, i) => i === 0 || key !== keys[i - 1])

  const start = new Int32Array(mentors + 1)
  const leader = new Int32Array(distinct.length)
  const weight = new Int32Array(distinct.length)
  distinct.forEach((key, pair) => {
    const both = Math.floor(key / LIMIT)
    weight[pair] = key - both * LIMIT
    leader[pair] = both % LIMIT
    start[Math.floor(both / LIMIT) + 1]!++
  })
  for (let mentor = 0; mentor < mentors; mentor++) start[mentor + 1]! += start[mentor]!
  return { start, leader, weight }
}

function forEach(
  { partners, scores }: ReturnType<BestFew['done']>,
  visit: (person: number, partner: number, score: number) => void,
): void {
  for (let person = 0; person + 1 < partners.start.length; person++)
    for (let at = partners.start[person]!; at < partners.start[person + 1]!; at++)
      visit(person, partners.value[at]!, scores[at]!)
}

/** Takes some mentors out with the leader who suits them best and still has a seat, and then the pairs of all without one. */
function pin(instance: Instance, seed: number): { instance: Instance; pinned: number } {
  const { start, leader, weight } = instance
  const mentorSeats = instance.mentorSeats.slice()
  const leaderSeats = instance.leaderSeats.slice()
  const mentors = mentorSeats.length
  const random = seeded(seed + 0x70_69_6e)
  const isPinned = new Uint8Array(leader.length)

  const wanted = Math.round(mentors * PINNED_SHARE)
  let pinned = 0
  for (let draws = 0; pinned < wanted && draws < 20 * wanted; draws++) {
    const mentor = Math.floor(random() * mentors)
    if (mentorSeats[mentor] === 0) continue
    let best = -1
    for (let pair = start[mentor]!; pair < start[mentor + 1]!; pair++)
      if (leaderSeats[leader[pair]!]! > 0 && !isPinned[pair] && (best < 0 || weight[pair]! > weight[best]!))
        best = pair
    if (best < 0) continue
    isPinned[best] = 1
    mentorSeats[mentor]!--
    leaderSeats[leader[best]!]!--
    pinned++
  }

  const stays = (pair: number, mentor: number) =>
    !isPinned[pair] && mentorSeats[mentor]! > 0 && leaderSeats[leader[pair]!]! > 0
  const newStart = new Int32Array(mentors + 1)
  const left = new Int32Array(leader.length)
  let count = 0
  for (let mentor = 0; mentor < mentors; mentor++) {
    for (let pair = start[mentor]!; pair < start[mentor + 1]!; pair++)
      if (stays(pair, mentor)) left[count++] = pair
    newStart[mentor + 1] = count
  }
  const of = (all: Int32Array) => left.subarray(0, count).map((pair) => all[pair]!)
  return {
    instance: { start: newStart, leader: of(leader), weight: of(weight), mentorSeats, leaderSeats },
    pinned,
  }
}

/** Different leaders for every call. */
function sampler(leaders: number, seed: number): () => Int32Array {
  const random = seeded(seed + 0x73_65_65)
  const seen = new Int32Array(leaders).fill(-1)
  const sample = new Int32Array(Math.min(SAMPLE, leaders))
  let turn = 0
  return () => {
    for (let i = 0; i < sample.length; ) {
      const leader = Math.floor(random() * leaders)
      if (seen[leader] === turn) continue
      seen[leader] = turn
      sample[i++] = leader
    }
    turn++
    return sample
  }
}

/** For each of the named the ones who named them, and in which place. */
function turned(names: readonly (readonly number[])[], count: number): { person: number; place: number }[][] {
  const by: { person: number; place: number }[][] = Array.from({ length: count }, () => [])
  names.forEach((named, person) => {
    named.forEach((other, place) => {
      by[other]!.push({ person, place })
    })
  })
  return by
}

/** More than any weight and any number of people on a side. */
const LIMIT = 2 ** 17
