import { fieldOf } from '../field.ts'
import { allRules } from '../rules/all-rules.ts'
import { fitOf } from '../score/score.ts'
import { sharedWeekOf } from '../time/shared-week.ts'
import type { Candidates, MatchInput } from '../types.ts'

/**
 * What `candidates` means, straightforwardly: every rule and every part of the score asked about every pair, by the same
 * code that explains a pair. Slow and obviously right.
 */
export function candidatesByAllPairs(input: MatchInput): Candidates {
  const field = fieldOf(input)
  const { mentors, leaders } = field
  const sharedWeek = sharedWeekOf(field)
  const rules = allRules(field, sharedWeek)
  const fit = fitOf(field, sharedWeek)

  const counts = rules.map(() => ({ broken: 0, first: 0, alone: 0 }))
  const pairs: { leader: number; score: number; mentorScore: number; leaderScore: number }[] = []
  const start = [0]
  let possible = 0
  mentors.forEach((_, mentor) => {
    leaders.forEach((_, leader) => {
      if (mentors[mentor]!.id === leaders[leader]!.id) return
      possible++
      const broken = rules.flatMap((rule, r) => (rule.on && rule.isBroken(mentor, leader) ? [r] : []))
      for (const r of broken) counts[r]!.broken++
      if (broken.length > 0) counts[broken[0]!]!.first++
      if (broken.length === 1) counts[broken[0]!]!.alone++
      if (broken.length === 0) pairs.push({ leader, ...fit.of(mentor, leader) })
    })
    start.push(pairs.length)
  })

  return {
    input,
    mentors,
    leaders,
    count: { possible, ruledOut: possible - pairs.length, allowed: pairs.length },
    rules: rules.map(({ name, on }, r) => ({ rule: name, on, ...counts[r]! })),
    start: Int32Array.from(start),
    leader: Int32Array.from(pairs, ({ leader }) => leader),
    score: Int32Array.from(pairs, ({ score }) => score),
    mentorScore: Int32Array.from(pairs, ({ mentorScore }) => mentorScore),
    leaderScore: Int32Array.from(pairs, ({ leaderScore }) => leaderScore),
  }
}
