import type { Field } from '../field.ts'
import type { Rule } from './rule.ts'
import { leaderToMentor } from './sparse-pairs.ts'

/** The leader neither appraises the mentor nor has an HR duty for them (rule R7). */
export function appraisal(field: Field): Rule {
  const { organisation, rules } = field.input
  const appraises = leaderToMentor(field, organisation.appraises)
  const hasHrDuty = leaderToMentor(field, organisation.hrDuties ?? [])

  return {
    name: 'appraisal',
    on: rules.appraisal.on,
    isBroken: (mentor, leader) => appraises.has(mentor, leader) || hasHrDuty.has(mentor, leader),
    fact: (mentor, leader) => ({
      rule: 'appraisal',
      leaderAppraisesMentor: appraises.has(mentor, leader),
      leaderHasHrDuty: hasHrDuty.has(mentor, leader),
    }),
  }
}
