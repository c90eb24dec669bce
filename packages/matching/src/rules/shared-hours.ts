import type { Field } from '../field.ts'
import type { SharedWeek } from '../time/shared-week.ts'
import type { Rule } from './rule.ts'

/** The two share at least so many hours in every week of the programme. Stretches under an hour do not count. */
export function sharedHours({ input }: Field, sharedWeek: SharedWeek): Rule {
  const { on, minimumHours } = input.rules.sharedHours
  const minimumMinutes = minimumHours * 60

  return {
    name: 'sharedHours',
    on,
    isBroken: (mentor, leader) => sharedWeek.minutes(mentor, leader) < minimumMinutes,
    fact: (mentor, leader) => ({
      rule: 'sharedHours',
      minimumMinutes,
      ...sharedWeek.evidence(mentor, leader),
    }),
  }
}
