import { rowOfEdges } from './edges.ts'
import type { Candidates } from './types.ts'

/** One more allowed pair, by the indices of the two. */
export type ExtraPair = {
  readonly mentor: number
  readonly leader: number
  readonly score: number
  readonly mentorScore: number
  readonly leaderScore: number
}

/** The candidates with a few more allowed pairs, none of which was among them. Counts of rules stay as they were. */
export function withExtraPairs(candidates: Candidates, extra: readonly ExtraPair[]): Candidates {
  const row = rowOfEdges(candidates.start)
  const before = Array.from(candidates.leader, (leader, edge) => ({
    mentor: row[edge]!,
    leader,
    score: candidates.score[edge]!,
    mentorScore: candidates.mentorScore[edge]!,
    leaderScore: candidates.leaderScore[edge]!,
  }))
  const pairs = [...before, ...extra].sort((a, b) => a.mentor - b.mentor || a.leader - b.leader)

  const start = new Int32Array(candidates.start.length)
  for (const { mentor } of pairs) start[mentor + 1]!++
  for (let mentor = 0; mentor + 1 < start.length; mentor++) start[mentor + 1]! += start[mentor]!
  return {
    ...candidates,
    start,
    leader: Int32Array.from(pairs, ({ leader }) => leader),
    score: Int32Array.from(pairs, ({ score }) => score),
    mentorScore: Int32Array.from(pairs, ({ mentorScore }) => mentorScore),
    leaderScore: Int32Array.from(pairs, ({ leaderScore }) => leaderScore),
  }
}
