import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from '../candidates.ts'
import { InvalidMatchInputError } from '../errors.ts'
import { explain } from '../explain.ts'
import { inputOf, leader, mentor, officeHours } from '../testing/world.ts'
import type { SharedTime } from '../types.ts'
import { weeksOf } from './weeks.ts'

const MONDAY = 0
const SUNDAY = 6 * 24

type Free = { readonly timeZone: string; readonly availability: readonly number[] }
const allYear = { from: '2026-09-07', to: '2027-09-03' }

function shared(one: Free, other: Free, period = allYear): SharedTime {
  const market = candidates(inputOf([mentor('Amina', one), leader('CFO', other)], { period }))
  const time = explain(market, { mentorId: 'Amina', leaderId: 'CFO' }).parts.find(
    ({ part }) => part === 'time',
  )!
  if (time.part !== 'time') throw new Error('The explanation has no part about time.')
  const { minutes, week, windows } = time
  return { minutes, week, windows }
}

const at = (timeZone: string, ...availability: number[]): Free => ({ timeZone, availability })

describe('shared time', () => {
  test('of two people in one zone is the hours that both have free, joined to stretches', () => {
    expect(shared(at('Europe/Lisbon', 9, 10, 11, 33), at('Europe/Lisbon', 10, 11, 12, 33))).toEqual({
      minutes: 180,
      week: '2026-09-07',
      windows: [
        { mentorStart: 600, leaderStart: 600, minutes: 120 },
        { mentorStart: 33 * 60, leaderStart: 33 * 60, minutes: 60 },
      ],
    })
  })

  test('is told on the clock of each', () => {
    const { windows } = shared(at('Europe/London', 14, 15), at('America/New_York', 9, 10), {
      from: '2026-09-07',
      to: '2026-09-30',
    })
    expect(windows).toEqual([{ mentorStart: 14 * 60, leaderStart: 9 * 60, minutes: 120 }])
  })

  // America turns its clocks back on 1 November 2026, Europe on 25 October: for one week New York is 4 hours behind.
  test('counts the week in which London and New York are only four hours apart', () => {
    const fiveApart = { one: at('Europe/London', 14, 15), other: at('America/New_York', 9, 10) }
    expect(shared(fiveApart.one, fiveApart.other, allYear)).toMatchObject({ minutes: 60, week: '2026-10-26' })

    const fourApart = { one: at('Europe/London', 14, 15), other: at('America/New_York', 10, 11) }
    expect(shared(fourApart.one, fourApart.other, { from: '2026-10-26', to: '2026-10-30' }).minutes).toBe(120)
    expect(shared(fourApart.one, fourApart.other, allYear)).toMatchObject({ minutes: 60, week: '2026-09-07' })
  })

  // Sydney is 9, 10 or 11 hours ahead of London, by the season of each.
  test('is what is left in the worst of three seasons between London and Sydney', () => {
    const london = at('Europe/London', 8, 9, 10)
    const sydney = at('Australia/Sydney', 17, 18, 19, 20)
    expect(shared(london, sydney, { from: '2026-07-06', to: '2026-08-28' }).minutes).toBe(180)
    expect(shared(london, sydney, { from: '2026-12-07', to: '2026-12-18' }).minutes).toBe(120)
    expect(shared(london, sydney, { from: '2026-07-06', to: '2027-07-02' })).toMatchObject({ minutes: 120 })
  })

  test('does not change when both turn their clocks together', () => {
    const { minutes, week } = shared(at('Europe/London', 9, 10), at('Europe/Paris', 10, 11))
    expect({ minutes, week }).toEqual({ minutes: 120, week: '2026-09-07' })
  })

  test('in half hours counts only in stretches of an hour or more', () => {
    // 10:00 in London (summer) is 14:30 in Pune.
    const summer = { from: '2026-07-06', to: '2026-07-10' }
    expect(shared(at('Europe/London', 10), at('Asia/Kolkata', 14), summer).minutes).toBe(0)
    expect(shared(at('Europe/London', 10), at('Asia/Kolkata', 14, 15), summer)).toEqual({
      minutes: 60,
      week: '2026-07-06',
      windows: [{ mentorStart: 600, leaderStart: 870, minutes: 60 }],
    })
    expect(shared(at('Europe/London', 10, 11), at('Asia/Kolkata', 15, 16), summer).minutes).toBe(90)
  })

  test('runs over the end of the week', () => {
    const tokyo = at('Asia/Tokyo', MONDAY, 1)
    const auckland = at('Pacific/Auckland', 3, 4)
    const losAngeles = at('America/Los_Angeles', SUNDAY + 8, SUNDAY + 9)
    const summer = { from: '2026-07-06', to: '2026-07-10' }
    expect(shared(tokyo, auckland, summer).minutes).toBe(120)
    // Monday 00:00 in Tokyo is Sunday 08:00 in Los Angeles.
    expect(shared(tokyo, losAngeles, summer).windows).toEqual([
      { mentorStart: 0, leaderStart: (SUNDAY + 8) * 60, minutes: 120 },
    ])
    const midnight = at('Europe/London', SUNDAY + 23, MONDAY)
    expect(shared(midnight, midnight).windows).toEqual([
      { mentorStart: (SUNDAY + 23) * 60, leaderStart: (SUNDAY + 23) * 60, minutes: 120 },
    ])
  })

  test('is all week for two who are always free', () => {
    const always = at('Asia/Kathmandu', ...Array.from({ length: 168 }, (_, hour) => hour))
    expect(shared(always, { ...always, timeZone: 'Europe/London' }).minutes).toBe(168 * 60)
  })

  test('is the same counted in bits as counted in quarters of an hour, in any two zones', () => {
    const zones = [
      'UTC',
      'Europe/London',
      'America/New_York',
      'Asia/Kolkata',
      'Asia/Kathmandu',
      'America/St_Johns',
    ]
    const anyFree = fc.record({
      timeZone: fc.constantFrom(...zones, 'Australia/Lord_Howe', 'Pacific/Chatham'),
      availability: fc.uniqueArray(fc.integer({ min: 0, max: 167 }), { maxLength: 100 }),
    })
    fc.assert(
      fc.property(anyFree, anyFree, (one, other) => {
        const { minutes, windows } = shared(one, other)
        expect(windows.reduce((sum, window) => sum + window.minutes, 0)).toBe(minutes)
        expect(windows.every((window) => window.minutes >= 60)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('is the same whoever of the two is the mentor', () => {
    const london = { timeZone: 'Europe/London', availability: officeHours }
    const pune = { timeZone: 'Asia/Kolkata', availability: officeHours.map((hour) => hour + 3) }
    expect(shared(london, pune).minutes).toBe(shared(pune, london).minutes)
  })
})

describe('the weeks of a period', () => {
  test('are one for each way in which the zones lie apart, named by their Monday', () => {
    const weeks = weeksOf(allYear, ['Europe/London', 'America/New_York', 'Europe/Paris'])
    expect(weeks.map(({ monday }) => monday)).toEqual(['2026-09-07', '2026-10-26'])
  })

  test('begin with the Monday before the first day', () => {
    expect(weeksOf({ from: '2026-09-13', to: '2026-09-13' }, ['UTC'])[0]!.monday).toBe('2026-09-07')
  })

  test.each([
    { period: { from: '2026-02-30', to: '2026-09-01' }, path: 'period.from' },
    { period: { from: '2026-09-01', to: 'soon' }, path: 'period.to' },
    { period: { from: '2026-09-02', to: '2026-09-01' }, path: 'period.to' },
  ])('must exist: $period', ({ period, path }) => {
    expect(() => weeksOf(period, [])).toThrow(InvalidMatchInputError)
    expect(() => weeksOf(period, [])).toThrow(expect.objectContaining({ path }))
  })

  test('need time zones that are known', () => {
    expect(() => weeksOf(allYear, ['Europe/Atlantis'])).toThrow(/Europe\/Atlantis is not a known time zone/)
  })
})
