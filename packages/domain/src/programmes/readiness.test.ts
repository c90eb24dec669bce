import { describe, expect, test } from 'vitest'
import { type ReadinessFacts, readinessOf } from './readiness.ts'

const ready: ReadinessFacts = {
  purpose: 'Leaders hear how flexible work feels.',
  outcomes: ['One rule changed by what mentors said'],
  themes: ['flexible-work'],
  giveBackThemes: ['career'],
  sponsorId: 'sponsor',
  safeContactId: 'outside',
  managerIds: ['manager'],
  kickOffOn: '2026-09-14',
  lastSessionOn: '2027-03-12',
  endsOn: '2027-03-26',
  deletesOn: '2027-09-12',
}

describe('readiness (rule R1)', () => {
  test('is complete with purpose, outcome, people responsible, themes and dates', () => {
    expect(missing(ready)).toEqual([])
  })

  test.each([
    { without: { purpose: ' ' }, item: 'purpose' },
    { without: { outcomes: [] }, item: 'outcomes' },
    { without: { sponsorId: null }, item: 'sponsor' },
    { without: { managerIds: [] }, item: 'programme-manager' },
    { without: { safeContactId: null }, item: 'safe-contact' },
    { without: { safeContactId: 'manager' }, item: 'safe-contact' },
    { without: { safeContactId: 'sponsor' }, item: 'safe-contact' },
    { without: { themes: [] }, item: 'themes' },
    { without: { giveBackThemes: [] }, item: 'themes' },
    { without: { kickOffOn: null }, item: 'dates' },
    { without: { lastSessionOn: '2026-09-01' }, item: 'dates' },
    { without: { endsOn: null }, item: 'end-date' },
    { without: { endsOn: '2027-03-01' }, item: 'end-date' },
    { without: { deletesOn: null }, item: 'deletion-date' },
    { without: { deletesOn: '2027-03-01' }, item: 'deletion-date' },
  ])('asks for $item when $without', ({ without, item }) => {
    expect(missing({ ...ready, ...without })).toEqual([item])
  })
})

function missing(facts: ReadinessFacts): string[] {
  return readinessOf(facts)
    .filter(({ done }) => !done)
    .map(({ item }) => item)
}
