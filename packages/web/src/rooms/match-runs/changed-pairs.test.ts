import type { Proposal } from '@viceversa/domain/match-runs/contract.ts'
import { describe, expect, test } from 'vitest'
import { changedPairs } from './changed-pairs.ts'

describe('pairs that changed', () => {
  const before = proposal('a', ['Amina CFO', 'Bilal CTO'])

  test('are those that the proposal before did not have', () => {
    expect([...changedPairs(before, proposal('a', ['Amina CTO', 'Bilal CFO']))]).toEqual([
      'Amina CTO',
      'Bilal CFO',
    ])
    expect([...changedPairs(before, proposal('a', ['Bilal CTO', 'Chidi CFO']))]).toEqual(['Chidi CFO'])
  })

  test('are none in the first proposal and none in another scenario', () => {
    expect(changedPairs(undefined, before).size).toBe(0)
    expect(changedPairs(before, proposal('b', ['Amina CTO'])).size).toBe(0)
  })
})

function proposal(matchRunId: string, pairs: string[]): Proposal {
  return {
    matchRunId,
    fingerprint: pairs.join(),
    pairs: pairs.map((pair) => {
      const [mentorId = '', leaderId = ''] = pair.split(' ')
      return { mentorId, leaderId, fit: 0, parts: [], pinned: false, levelsApart: null }
    }),
    leftOver: [],
    notReady: { mentors: 0, leaders: 0 },
    rules: [],
    possible: 0,
    ruledOut: 0,
    allowed: 0,
    figures: {
      pairs: pairs.length,
      averageFit: 0,
      lowestFit: 0,
      otherDepartment: 0,
      acrossSites: 0,
      blockingPairs: 0,
    },
    people: [],
    themeNames: {},
    tookMs: 0,
  }
}
