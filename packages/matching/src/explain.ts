import { indexOf, pairField } from './field.ts'
import { allRules } from './rules/all-rules.ts'
import { fitOf } from './score/score.ts'
import { sharedWeekOf } from './time/shared-week.ts'
import type { Candidates, Explanation, PairOfIds, RuleFinding } from './types.ts'

/**
 * Everything about one possible pair: points part by part with what they rest on, and what each rule found. Works for
 * any mentor and leader, allowed or not, in an answer or not.
 *
 * @throws {@link UnknownParticipantError}, {@link SamePersonError}
 */
export function explain(
  { input, mentors, leaders }: Candidates,
  { mentorId, leaderId }: PairOfIds,
): Explanation {
  const mentor = mentors[indexOf(mentors, { seat: 'mentor', id: mentorId })]!
  const leader = leaders[indexOf(leaders, { seat: 'leader', id: leaderId })]!
  const field = pairField(input, mentor, leader)
  const sharedWeek = sharedWeekOf(field)

  const parts = fitOf(field, sharedWeek).parts(0, 0)
  const rules = allRules(field, sharedWeek).map((rule): RuleFinding => {
    const state = !rule.on ? 'off' : rule.isBroken(0, 0) ? 'broken' : 'holds'
    return { ...rule.fact(0, 0), state }
  })
  return {
    mentorId,
    leaderId,
    allowed: rules.every(({ state }) => state !== 'broken'),
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    rules,
  }
}
