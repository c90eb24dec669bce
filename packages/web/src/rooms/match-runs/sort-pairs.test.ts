import type { Proposal } from '@viceversa/domain/match-runs/contract.ts'
import { describe, expect, test } from 'vitest'
import { type PairOrder, sortPairs } from './sort-pairs.ts'

const proposal = {
  pairs: [
    { mentorId: 'a', leaderId: 'x', fit: 80_000 },
    { mentorId: 'b', leaderId: 'y', fit: 60_000 },
    { mentorId: 'c', leaderId: 'z', fit: 80_000 },
  ],
  people: [
    { id: 'a', displayName: 'Zofia' },
    { id: 'b', displayName: 'Maya' },
    { id: 'c', displayName: 'Callum' },
    { id: 'x', displayName: 'Gwen' },
    { id: 'y', displayName: 'Priya' },
    { id: 'z', displayName: 'Helen' },
  ],
} as unknown as Proposal

describe('sorting pairs', () => {
  test.each<{ order: PairOrder; mentors: string[] }>([
    { order: 'lowest-fit', mentors: ['b', 'c', 'a'] },
    { order: 'highest-fit', mentors: ['c', 'a', 'b'] },
    { order: 'mentor', mentors: ['c', 'b', 'a'] },
    { order: 'leader', mentors: ['a', 'c', 'b'] },
  ])('by $order settles equal ones by name', ({ order, mentors }) => {
    expect(sortPairs(proposal, order).map(({ mentorId }) => mentorId)).toEqual(mentors)
  })
})
