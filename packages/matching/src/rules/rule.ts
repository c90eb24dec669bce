import type { RuleFact, RuleName } from '../types.ts'

/** A rule, prepared for a field. Mentor and leader are given by their index in it. */
export type Rule = {
  readonly name: RuleName
  readonly on: boolean
  isBroken(mentor: number, leader: number): boolean
  /** What the rule looks at, for an explanation; may take longer. */
  fact(mentor: number, leader: number): RuleFact
}
