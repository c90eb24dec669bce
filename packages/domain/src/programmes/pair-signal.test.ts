import { describe, expect, test } from 'vitest'
import { type PairRhythm, pairSignal } from './pair-signal.ts'

const today = '2026-06-11'
const active: PairRhythm = {
  state: 'active',
  startedOn: '2026-03-02',
  lastSessionOn: null,
  nextSessionOn: null,
}

describe('the signal of a pair that has met', () => {
  test.each([
    { lastSessionOn: '2026-06-03', signal: 'on-rhythm', because: '8 days are well within 28' },
    { lastSessionOn: '2026-05-07', signal: 'on-rhythm', because: '35 days are 1.25 intervals' },
    { lastSessionOn: '2026-05-06', signal: 'drifting', because: '36 days are more than 1.25 intervals' },
    { lastSessionOn: '2026-04-30', signal: 'drifting', because: '42 days are 1.5 intervals' },
    {
      lastSessionOn: '2026-04-29',
      signal: 'needs-you',
      because: '43 days are more than 1.5 intervals (rule R19)',
    },
  ])('is $signal: $because', ({ lastSessionOn, signal }) => {
    expect(pairSignal({ ...active, lastSessionOn }, 28, today)).toBe(signal)
  })
})

describe('the signal of a pair that has not met', () => {
  test.each([
    { startedOn: '2026-06-04', nextSessionOn: null, signal: 'on-rhythm', because: 'a week may pass' },
    {
      startedOn: '2026-06-03',
      nextSessionOn: null,
      signal: 'drifting',
      because: 'a week passed without a date',
    },
    { startedOn: '2026-06-03', nextSessionOn: '2026-06-15', signal: 'on-rhythm', because: 'a date stands' },
    {
      startedOn: '2026-05-21',
      nextSessionOn: '2026-06-15',
      signal: 'on-rhythm',
      because: 'day 21 is the last',
    },
    {
      startedOn: '2026-05-20',
      nextSessionOn: '2026-06-15',
      signal: 'needs-you',
      because: '21 days passed (rule R17)',
    },
    {
      startedOn: '2026-06-30',
      nextSessionOn: null,
      signal: 'on-rhythm',
      because: 'the kick-off is still ahead',
    },
  ])('is $signal: $because', ({ startedOn, nextSessionOn, signal }) => {
    expect(pairSignal({ ...active, startedOn, nextSessionOn }, 28, today)).toBe(signal)
  })
})

describe('the signal of a pair that does not meet', () => {
  test.each([
    { state: 'asked', signal: 'waiting' },
    { state: 'paused', signal: 'paused' },
    { state: 'ended', signal: 'paused' },
    { state: 'frozen', signal: 'needs-you' },
  ] as const)('is $signal when it is $state', ({ state, signal }) => {
    expect(pairSignal({ ...active, state, lastSessionOn: '2026-01-01' }, 28, today)).toBe(signal)
  })
})
