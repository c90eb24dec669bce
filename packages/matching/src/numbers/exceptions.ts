import type { Field } from '../field.ts'
import { GrowingInts } from '../growing-ints.ts'
import { indexById } from '../rules/sparse-pairs.ts'
import { type RuleName, ruleNames } from '../types.ts'

/**
 * Pairs that organisation data names one by one. Those of a mentor are the entries `start[mentor]` to
 * `start[mentor + 1] - 1`, in no order; a pair may be there more than once.
 */
export type Exceptions = {
  readonly start: Int32Array
  readonly leader: Int32Array
  /** The rule that the pair breaks, as the bit of its place in `ruleNames`. */
  readonly rule: Uint8Array
}

/** The bit of a rule, by its place in {@link ruleNames}. */
export function bitOf(rule: RuleName): number {
  return 1 << ruleNames.indexOf(rule)
}

/** Only of rules that are on. */
export function exceptionsOf(field: Field): Exceptions {
  const { organisation, rules } = field.input
  const mentorAt = indexById(field.mentors)
  const leaderAt = indexById(field.leaders)
  const mentors = new GrowingInts()
  const leaders = new GrowingInts()
  const bits = new GrowingInts()

  function add(rule: RuleName, leaderId: string, mentorId: string): void {
    const mentor = mentorAt.get(mentorId)
    const leader = leaderAt.get(leaderId)
    if (mentor === undefined || leader === undefined) return
    mentors.push(mentor)
    leaders.push(leader)
    bits.push(bitOf(rule))
  }
  function addEitherWay(rule: RuleName, pairs: readonly (readonly [string, string])[] = []): void {
    for (const [one, other] of pairs) {
      add(rule, one, other)
      add(rule, other, one)
    }
  }

  if (rules.appraisal.on) {
    for (const [leaderId, mentorId] of organisation.appraises) add('appraisal', leaderId, mentorId)
    for (const [leaderId, mentorId] of organisation.hrDuties ?? []) add('appraisal', leaderId, mentorId)
  }
  if (rules.conflict.on) addEitherWay('conflict', organisation.conflicts)
  addEitherWay('veto', organisation.vetoes)
  if (rules.earlierPair?.on ?? true) addEitherWay('earlierPair', organisation.earlierPairs)

  return byMentor(mentors.done(), leaders.done(), bits.done(), field.mentors.length)
}

function byMentor(mentor: Int32Array, leader: Int32Array, bit: Int32Array, mentors: number): Exceptions {
  const start = new Int32Array(mentors + 1)
  for (const m of mentor) start[m + 1]!++
  for (let m = 0; m < mentors; m++) start[m + 1]! += start[m]!
  const next = start.slice()
  const sorted = { start, leader: new Int32Array(leader.length), rule: new Uint8Array(bit.length) }
  mentor.forEach((m, i) => {
    const at = next[m]!++
    sorted.leader[at] = leader[i]!
    sorted.rule[at] = bit[i]!
  })
  return sorted
}
