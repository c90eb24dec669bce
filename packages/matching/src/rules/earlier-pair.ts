import type { Field } from '../field.ts'
import type { Rule } from './rule.ts'
import { eitherWay } from './sparse-pairs.ts'

/** The two were not a pair before, whoever was the mentor then: a programme is for meeting somebody new. */
export function earlierPair(field: Field): Rule {
  const { organisation, rules } = field.input
  const before = eitherWay(field, organisation.earlierPairs ?? [])

  return {
    name: 'earlierPair',
    on: rules.earlierPair?.on ?? true,
    isBroken: (mentor, leader) => before.has(mentor, leader),
    fact: (mentor, leader) => ({ rule: 'earlierPair', pairedBefore: before.has(mentor, leader) }),
  }
}
