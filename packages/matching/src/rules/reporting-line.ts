import type { Field } from '../field.ts'
import type { Organisation } from '../types.ts'
import type { Rule } from './rule.ts'
import { indexById, SparsePairs } from './sparse-pairs.ts'

/**
 * Neither of the two stands above the other in any reporting line, solid or dotted, at any depth, also through people
 * who do not take part (rule R7). A common manager further up is no reporting line between the two.
 *
 * Preparing walks up from each person of the field once: O(people × managers above them).
 */
export function reportingLine(field: Field): Rule {
  const { mentors, leaders, input } = field
  const { organisation, rules } = input
  const inOneLine = new SparsePairs()
  const mentorAt = indexById(mentors)
  const leaderAt = indexById(leaders)

  mentors.forEach(({ id }, mentor) => {
    for (const above of everybodyAbove(organisation, id).keys()) {
      const leader = leaderAt.get(above)
      if (leader !== undefined) inOneLine.add(mentor, leader)
    }
  })
  leaders.forEach(({ id }, leader) => {
    for (const above of everybodyAbove(organisation, id).keys()) {
      const mentor = mentorAt.get(above)
      if (mentor !== undefined) inOneLine.add(mentor, leader)
    }
  })

  return {
    name: 'reportingLine',
    on: rules.reportingLine.on,
    isBroken: (mentor, leader) => inOneLine.has(mentor, leader),
    fact: (mentor, leader) => ({
      rule: 'reportingLine',
      chain: chainBetween(organisation, mentors[mentor]!.id, leaders[leader]!.id),
    }),
  }
}

/** The shortest line between two people, from the lower to the higher; empty without one. Equal lengths: by id. */
function chainBetween(organisation: Organisation, one: string, other: string): readonly string[] {
  const up = chainUp(organisation, one, other)
  return up.length > 0 ? up : chainUp(organisation, other, one)
}

function chainUp(organisation: Organisation, from: string, to: string): readonly string[] {
  const reportOf = everybodyAbove(organisation, from)
  if (!reportOf.has(to)) return []
  const chain = [to]
  // Ends because each step was found one level nearer to the start.
  for (let at = to; at !== from; ) {
    at = reportOf.get(at)!
    chain.push(at)
  }
  return chain.reverse()
}

/**
 * Everybody above somebody, nearest first, each with the report through whom they were reached. Everybody is visited
 * once, so a cycle in the data ends too.
 */
function everybodyAbove({ managersOf }: Organisation, id: string): Map<string, string> {
  const reportOf = new Map<string, string>()
  const queue = [id]
  for (const report of queue) {
    for (const manager of [...(managersOf.get(report) ?? [])].sort()) {
      if (reportOf.has(manager)) continue
      reportOf.set(manager, report)
      queue.push(manager)
    }
  }
  return reportOf
}
