import type { Proposal, ProposedPair } from '@viceversa/domain/match-runs/contract.ts'

export const pairOrders = ['lowest-fit', 'highest-fit', 'mentor', 'leader'] as const
export type PairOrder = (typeof pairOrders)[number]

/** Pairs in the order wished for; equal ones by mentor, then leader, so that a row never jumps without a reason. */
export function sortPairs({ pairs, people }: Proposal, order: PairOrder): readonly ProposedPair[] {
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
  const nameOf = (id: string) => names.get(id) ?? ''
  const byMentor = (a: ProposedPair, b: ProposedPair) => nameOf(a.mentorId).localeCompare(nameOf(b.mentorId))
  const byLeader = (a: ProposedPair, b: ProposedPair) => nameOf(a.leaderId).localeCompare(nameOf(b.leaderId))
  return pairs.toSorted((a, b) => {
    const first = {
      'lowest-fit': () => a.fit - b.fit,
      'highest-fit': () => b.fit - a.fit,
      mentor: () => 0,
      leader: () => byLeader(a, b),
    }[order]()
    return first || byMentor(a, b) || byLeader(a, b)
  })
}
