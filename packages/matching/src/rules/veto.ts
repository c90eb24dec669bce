import type { Field } from '../field.ts'
import type { Rule } from './rule.ts'
import { eitherWay } from './sparse-pairs.ts'

/**
 * Neither of the two has asked not to meet the other. Always on, and not to be relaxed. Which of them asked is lost on
 * purpose: a veto in one direction leaves the same trace as one in the other.
 */
export function veto(field: Field): Rule {
  const vetoed = eitherWay(field, field.input.organisation.vetoes ?? [])

  return {
    name: 'veto',
    on: true,
    isBroken: (mentor, leader) => vetoed.has(mentor, leader),
    fact: (mentor, leader) => ({ rule: 'veto', vetoed: vetoed.has(mentor, leader) }),
  }
}
