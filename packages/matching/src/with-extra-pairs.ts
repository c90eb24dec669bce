import type { Candidates } from './types.ts'

/** One more allowed pair, by the indices of the two. */
export type ExtraPair = {
  readonly mentor: number
  readonly leader: number
  readonly score: number
  readonly mentorScore: number
  readonly leaderScore: number
}

/**
 * The candidates with more allowed pairs, none of which was among them. Counts of rules stay as they were.
 *
 * O(pairs): what lies between two new pairs is copied as a whole.
 */
export function withExtraPairs(candidates: Candidates, extra: readonly ExtraPair[]): Candidates {
  if (extra.length === 0) return candidates
  const sorted = [...extra].sort((a, b) => a.mentor - b.mentor || a.leader - b.leader)
  const places = Int32Array.from(sorted, ({ mentor, leader }) => placeIn(candidates, mentor, leader))
  const merged = (before: Int32Array, numberOf: (pair: ExtraPair) => number) => {
    const all = new Int32Array(before.length + sorted.length)
    let copied = 0
    sorted.forEach((pair, i) => {
      all.set(before.subarray(copied, places[i]), copied + i)
      copied = places[i]!
      all[copied + i] = numberOf(pair)
    })
    all.set(before.subarray(copied), copied + sorted.length)
    return all
  }

  const start = candidates.start.slice()
  let before = 0
  for (let mentor = 0; mentor + 1 < start.length; mentor++) {
    while (before < sorted.length && sorted[before]!.mentor === mentor) before++
    start[mentor + 1]! += before
  }
  return {
    ...candidates,
    start,
    leader: merged(candidates.leader, ({ leader }) => leader),
    score: merged(candidates.score, ({ score }) => score),
    mentorScore: merged(candidates.mentorScore, ({ mentorScore }) => mentorScore),
    leaderScore: merged(candidates.leaderScore, ({ leaderScore }) => leaderScore),
  }
}

/** The first pair of the mentor with a later leader, or the end of their row. */
function placeIn({ start, leader }: Candidates, mentor: number, newLeader: number): number {
  let low = start[mentor]!
  let high = start[mentor + 1]!
  while (low < high) {
    const middle = (low + high) >> 1
    if (leader[middle]! < newLeader) low = middle + 1
    else high = middle
  }
  return low
}
