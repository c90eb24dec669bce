import { describe, expect, test } from 'vitest'
import { dateProblems, sessionProblems } from './date-order.ts'

const dates = {
  kickOffOn: '2026-09-14',
  lastSessionOn: '2027-03-12',
  endsOn: '2027-03-26',
  deletesOn: '2027-09-12',
}

describe('the order of dates', () => {
  test('holds when kick-off, last session, end and deletion follow each other', () => {
    expect(dateProblems(dates)).toEqual([])
  })

  test('names a deletion before the end, and offers the date that mends it', () => {
    expect(dateProblems({ ...dates, deletesOn: '2027-03-01' })).toEqual([
      {
        field: 'deletesOn',
        given: '2027-03-01',
        clashesWith: 'endsOn',
        clashesOn: '2027-03-26',
        suggestion: '2027-09-12',
      },
    ])
  })

  test('looks past dates that are still missing', () => {
    expect(
      dateProblems({ kickOffOn: '2026-09-14', lastSessionOn: null, endsOn: null, deletesOn: '2026-09-01' }),
    ).toMatchObject([{ field: 'deletesOn', clashesWith: 'kickOffOn', suggestion: null }])
  })

  test('never offers a deletion that would come before a late end', () => {
    const late = { ...dates, endsOn: '2028-01-14', deletesOn: '2027-09-12' }
    expect(dateProblems(late)).toMatchObject([{ field: 'deletesOn', suggestion: '2028-01-14' }])
  })
})

describe('the order of sessions', () => {
  test.each([
    { plannedOn: '2026-10-03', because: 'weekend' },
    { plannedOn: '2026-09-01', because: 'before-kick-off' },
    { plannedOn: '2027-04-01', because: 'after-last-session' },
    { plannedOn: '2026-09-28', because: 'not-after-the-one-before' },
  ])('refuses $plannedOn: $because', ({ plannedOn, because }) => {
    const sessions = [
      { number: 1, plannedOn: '2026-09-28' },
      { number: 2, plannedOn },
    ]
    expect(sessionProblems(sessions, dates)).toEqual([{ number: 2, plannedOn, because }])
  })
})
