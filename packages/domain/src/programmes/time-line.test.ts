import { describe, expect, test } from 'vitest'
import {
  datesFromKickOff,
  isWeekend,
  plannedSessions,
  sessionIntervalDays,
  suggestedKickOff,
  weekOfProgramme,
} from './time-line.ts'

describe('a suggested kick-off', () => {
  test.each([
    { today: '2026-07-20', kickOff: '2026-09-14', because: 'eight weeks after a Monday is a Monday' },
    { today: '2026-07-21', kickOff: '2026-09-21', because: 'eight weeks after a Tuesday waits for Monday' },
    { today: '2026-07-26', kickOff: '2026-09-21', because: 'eight weeks after a Sunday is almost Monday' },
  ])('is $kickOff on $today: $because', ({ today, kickOff }) => {
    expect(suggestedKickOff(today, 8)).toBe(kickOff)
  })
})

describe('the dates of a programme', () => {
  test('follow from its kick-off: six months of sessions, an end, a deletion date (rules R2 and R49)', () => {
    expect(datesFromKickOff('2026-09-14', 6)).toEqual({
      kickOffOn: '2026-09-14',
      lastSessionOn: '2027-03-12',
      endsOn: '2027-03-26',
      deletesOn: '2027-09-12',
    })
  })

  test.each([3, 6, 12])('put no end of %i months on a weekend, whatever the kick-off', (months) => {
    for (const kickOffOn of everyDayOf(2028)) {
      const { lastSessionOn, endsOn, deletesOn } = datesFromKickOff(kickOffOn, months)
      expect([lastSessionOn, endsOn].filter(isWeekend)).toEqual([])
      expect([kickOffOn, lastSessionOn, endsOn, deletesOn].toSorted()).toEqual([
        kickOffOn,
        lastSessionOn,
        endsOn,
        deletesOn,
      ])
    }
  })
})

describe('planned sessions', () => {
  test('start in the third week and end with the last session', () => {
    expect(plannedSessions('2026-09-14', '2027-03-12', 6)).toEqual([
      { number: 1, plannedOn: '2026-09-28' },
      { number: 2, plannedOn: '2026-10-30' },
      { number: 3, plannedOn: '2026-12-03' },
      { number: 4, plannedOn: '2027-01-05' },
      { number: 5, plannedOn: '2027-02-08' },
      { number: 6, plannedOn: '2027-03-12' },
    ])
  })

  test('never fall on a weekend and never share a day, whatever the kick-off and the number', () => {
    for (const kickOffOn of everyDayOf(2026)) {
      for (const [months, count] of [
        [3, 3],
        [6, 6],
        [12, 10],
        [3, 12],
        [6, 24],
      ] as const) {
        const { lastSessionOn } = datesFromKickOff(kickOffOn, months)
        const days = plannedSessions(kickOffOn, lastSessionOn, count).map(({ plannedOn }) => plannedOn)
        expect(days.filter(isWeekend)).toEqual([])
        expect(new Set(days).size).toBe(count)
        expect(days.toSorted()).toEqual(days)
      }
    }
  })

  test('lie evenly: no gap differs from another by more than four days', () => {
    const days = plannedSessions('2026-09-14', '2027-09-10', 10).map(({ plannedOn }) => Date.parse(plannedOn))
    const gaps = days.slice(1).map((day, index) => (day - days[index]!) / 86_400_000)
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(4)
  })

  test('fit into a programme shorter than three weeks', () => {
    expect(plannedSessions('2026-09-14', '2026-09-18', 2)).toEqual([
      { number: 1, plannedOn: '2026-09-14' },
      { number: 2, plannedOn: '2026-09-18' },
    ])
  })

  test('give the interval that pairs agree on', () => {
    expect(sessionIntervalDays(plannedSessions('2026-09-14', '2027-03-12', 6))).toBe(33)
    expect(sessionIntervalDays([])).toBe(28)
  })
})

describe('the week of a programme', () => {
  const dates = { kickOffOn: '2026-09-14', endsOn: '2027-03-26' }

  test.each([
    { today: '2026-09-13', week: null },
    { today: '2026-09-14', week: { week: 1, of: 28 } },
    { today: '2026-09-21', week: { week: 2, of: 28 } },
    { today: '2027-06-01', week: { week: 28, of: 28 } },
  ])('is $week on $today', ({ today, week }) => {
    expect(weekOfProgramme(dates, today)).toEqual(week)
  })
})

function everyDayOf(year: number): string[] {
  const first = Date.UTC(year, 0, 1)
  return Array.from({ length: 365 }, (_, day) =>
    new Date(first + day * 86_400_000).toISOString().slice(0, 10),
  )
}
