import type { ManagedPair } from '@viceversa/domain/pairs/contract.ts'
import { describe, expect, test } from 'vitest'
import { rhythmOf } from './managed-rhythm.ts'
import { today } from './session-line.ts'

const cadence = { intervalDays: 28, kickOffOn: null }

describe('the rhythm of a pair, as its programme manager sees it', () => {
  test.each([
    { state: 'asked', rhythm: 'waiting' },
    { state: 'declined', rhythm: 'ended' },
    { state: 'expired', rhythm: 'ended' },
    { state: 'ended', rhythm: 'ended' },
    { state: 'paused', rhythm: 'paused' },
    { state: 'frozen', rhythm: 'needs-you' },
  ] as const)('shows a pair that is $state as $rhythm', ({ state, rhythm }) => {
    expect(rhythmOf(pair({ state }), cadence)).toBe(rhythm)
  })

  test('counts from the kick-off where two accepted long before it', () => {
    const early = pair({ startedAt: '2026-01-05T09:00:00Z' })

    expect(rhythmOf(early, cadence)).toBe('needs-you')
    expect(rhythmOf(early, { ...cadence, kickOffOn: today() })).toBe('on-rhythm')
  })
})

function pair(details: Partial<ManagedPair>): ManagedPair {
  const person = { id: '', displayName: '', givenName: '', jobTitle: null, department: null, site: null }
  return {
    id: '',
    mentor: person,
    leader: person,
    state: 'active',
    fit: 0,
    askedAt: '2026-01-05T09:00:00Z',
    answerBy: '2026-01-12T09:00:00Z',
    startedAt: null,
    closedAt: null,
    mentorAnswer: null,
    leaderAnswer: null,
    lastSessionOn: null,
    nextSessionOn: null,
    sessionsHeld: 0,
    ...details,
  }
}
