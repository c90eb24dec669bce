import { checkInput } from './check-input.ts'
import { fieldOf } from './field.ts'
import { GrowingInts } from './growing-ints.ts'
import { allRules } from './rules/all-rules.ts'
import { fitOf } from './score/score.ts'
import { sharedWeekOf } from './time/shared-week.ts'
import type { Candidates, MatchInput } from './types.ts'

/**
 * Who may meet whom by the rules, how many pairs each rule excludes, and how well the allowed ones fit.
 *
 * @returns Scores are whole numbers from 0 to 100 000 and the sum of four parts (see `explain`). People are sorted by
 *   id, so the order of the input changes nothing.
 * @throws {@link InvalidMatchInputError} for input that cannot be meant.
 *
 * O(mentors × leaders) time, memory in proportion to the allowed pairs.
 */
export function candidates(input: MatchInput): Candidates {
  checkInput(input)
  const field = fieldOf(input)
  const { mentors, leaders } = field
  const sharedWeek = sharedWeekOf(field)
  const rules = allRules(field, sharedWeek)
  const fit = fitOf(field, sharedWeek)

  const broken = rules.map(() => 0)
  const first = rules.map(() => 0)
  const alone = rules.map(() => 0)
  let possible = 0

  const start = new Int32Array(mentors.length + 1)
  const allowed = new GrowingInts()
  const score = new GrowingInts()
  const mentorScore = new GrowingInts()
  const leaderScore = new GrowingInts()

  for (let mentor = 0; mentor < mentors.length; mentor++) {
    for (let leader = 0; leader < leaders.length; leader++) {
      if (mentors[mentor]!.id === leaders[leader]!.id) continue
      possible++

      let breaks = 0
      let firstBroken = -1
      for (let r = 0; r < rules.length; r++) {
        const rule = rules[r]!
        if (!rule.on || !rule.isBroken(mentor, leader)) continue
        broken[r]!++
        if (breaks++ === 0) firstBroken = r
      }
      if (breaks > 0) {
        first[firstBroken]!++
        if (breaks === 1) alone[firstBroken]!++
        continue
      }

      const scores = fit.of(mentor, leader)
      allowed.push(leader)
      score.push(scores.score)
      mentorScore.push(scores.mentorScore)
      leaderScore.push(scores.leaderScore)
    }
    start[mentor + 1] = allowed.length
  }

  return {
    input,
    mentors,
    leaders,
    count: { possible, ruledOut: possible - allowed.length, allowed: allowed.length },
    rules: rules.map(({ name, on }, r) => ({
      rule: name,
      on,
      broken: broken[r]!,
      first: first[r]!,
      alone: alone[r]!,
    })),
    start,
    leader: allowed.done(),
    score: score.done(),
    mentorScore: mentorScore.done(),
    leaderScore: leaderScore.done(),
  }
}
