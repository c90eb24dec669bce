import type { Field } from '../field.ts'
import type { Rule } from './rule.ts'
import { indexById, SparsePairs } from './sparse-pairs.ts'

/** The leader neither appraises the mentor nor has an HR duty for them (rule R7). */
export function appraisal({ mentors, leaders, input }: Field): Rule {
  const appraises = new SparsePairs()
  const mentorAt = indexById(mentors)
  const leaderAt = indexById(leaders)
  for (const [appraiserId, personId] of input.organisation.appraises) {
    const mentor = mentorAt.get(personId)
    const leader = leaderAt.get(appraiserId)
    if (mentor !== undefined && leader !== undefined) appraises.add(mentor, leader)
  }

  return {
    name: 'appraisal',
    on: input.rules.appraisal.on,
    isBroken: (mentor, leader) => appraises.has(mentor, leader),
    fact: (mentor, leader) => ({ rule: 'appraisal', leaderAppraisesMentor: appraises.has(mentor, leader) }),
  }
}
