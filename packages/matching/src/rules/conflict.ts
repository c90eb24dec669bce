import type { Field } from '../field.ts'
import type { Rule } from './rule.ts'
import { indexById, SparsePairs } from './sparse-pairs.ts'

/** No conflict was declared between the two, by whomever (rule R7). */
export function conflict({ mentors, leaders, input }: Field): Rule {
  const declared = new SparsePairs()
  const mentorAt = indexById(mentors)
  const leaderAt = indexById(leaders)
  for (const [one, other] of input.organisation.conflicts) {
    for (const [mentorId, leaderId] of [
      [one, other],
      [other, one],
    ] as const) {
      const mentor = mentorAt.get(mentorId)
      const leader = leaderAt.get(leaderId)
      if (mentor !== undefined && leader !== undefined) declared.add(mentor, leader)
    }
  }

  return {
    name: 'conflict',
    on: input.rules.conflict.on,
    isBroken: (mentor, leader) => declared.has(mentor, leader),
    fact: (mentor, leader) => ({ rule: 'conflict', declared: declared.has(mentor, leader) }),
  }
}
