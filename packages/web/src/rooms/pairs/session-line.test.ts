import { describe, expect, test } from 'vitest'
import { daysFrom, nextSession, positionOn, strandState, today } from './session-line.ts'

const sessions = [
  { number: 1, plannedOn: '2026-09-14', state: 'held', heldOn: '2026-09-15' },
  { number: 2, plannedOn: '2026-10-14', state: 'planned', heldOn: null },
  { number: 3, plannedOn: '2026-11-13', state: 'planned', heldOn: null },
] as const

describe('the line of sessions', () => {
  test('says which comes next: the first that was not held, even when its day has passed', () => {
    expect(nextSession(sessions)?.number).toBe(2)
    expect(nextSession([sessions[0]])).toBeUndefined()
  })

  test('marks each as held, next or ahead', () => {
    expect(sessions.map((session) => strandState(session, sessions))).toEqual(['held', 'next', 'ahead'])
  })

  test.each([
    { day: '2026-08-01', at: -0.5, because: 'nothing has begun' },
    { day: '2026-09-14', at: 0, because: 'it is the day of the first' },
    { day: '2026-09-29', at: 0.5, because: 'half the time to the second has passed' },
    { day: '2027-01-01', at: 2.5, because: 'the last is over' },
  ])('puts $day at $at, because $because', ({ day, at }) => {
    expect(positionOn(sessions, day)).toBe(at)
  })

  test('counts days over clock changes', () => {
    expect(daysFrom('2026-10-24', '2026-10-26')).toBe(2)
    expect(today(new Date(2026, 0, 5, 23, 30))).toBe('2026-01-05')
  })
})
