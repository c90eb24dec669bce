import { describe, expect, test } from 'vitest'
import { programmeStates } from './contract.ts'
import { canTake, matchingStop, stateOn } from './programme-states.ts'

describe('the steps of a programme', () => {
  test.each([
    { step: 'open', states: ['draft'] },
    { step: 'invite', states: ['open', 'running'] },
    { step: 'change', states: ['draft', 'open', 'running'] },
    { step: 'remove', states: ['draft', 'open'] },
  ] as const)('allow to $step in $states only', ({ step, states }) => {
    expect(programmeStates.filter((state) => canTake(step, { state }))).toEqual(states)
  })
})

describe('the state on a day', () => {
  test.each([
    { state: 'draft', today: '2026-09-20', now: 'draft' },
    { state: 'open', today: '2026-09-13', now: 'open' },
    { state: 'open', today: '2026-09-14', now: 'running' },
    { state: 'closed', today: '2026-09-20', now: 'closed' },
  ] as const)('is $now for a programme that is $state on $today', ({ state, today, now }) => {
    expect(stateOn(today, { state, kickOffOn: '2026-09-14' })).toBe(now)
  })
})

describe('matching', () => {
  const open = { state: 'open', endsOn: '2027-03-12', deletesOn: '2027-09-12' } as const

  test('is for programmes that are open or running, up to their last day', () => {
    expect(matchingStop('2027-03-12', open)).toBeNull()
    expect(matchingStop('2027-03-12', { ...open, state: 'running' })).toBeNull()
    expect(matchingStop('2026-09-01', { ...open, endsOn: null, deletesOn: null })).toBeNull()
  })

  test('stops with the reason that says most', () => {
    expect(matchingStop('2026-09-01', { ...open, state: 'draft' })).toBe('draft')
    expect(matchingStop('2026-09-01', { ...open, state: 'closed' })).toBe('closed')
    expect(matchingStop('2027-03-13', open)).toBe('ended')
    expect(matchingStop('2027-09-12', open)).toBe('deleted')
    expect(matchingStop('2027-09-12', { ...open, state: 'closed' })).toBe('deleted')
  })
})
