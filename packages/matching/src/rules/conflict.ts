import type { Field } from '../field.ts'
import type { Rule } from './rule.ts'
import { eitherWay } from './sparse-pairs.ts'

/** No conflict was declared between the two, by whomever (rule R7). */
export function conflict(field: Field): Rule {
  const declared = eitherWay(field, field.input.organisation.conflicts)

  return {
    name: 'conflict',
    on: field.input.rules.conflict.on,
    isBroken: (mentor, leader) => declared.has(mentor, leader),
    fact: (mentor, leader) => ({ rule: 'conflict', declared: declared.has(mentor, leader) }),
  }
}
