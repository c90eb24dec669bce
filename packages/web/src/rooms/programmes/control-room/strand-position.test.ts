import { describe, expect, test } from 'vitest'
import { positionOfDay } from './strand-position.ts'

const days = ['2026-03-02', '2026-03-30', '2026-04-27']

describe('the position of a day on the strand', () => {
  test.each([
    { day: '2026-03-02', position: 0 },
    { day: '2026-03-16', position: 0.5 },
    { day: '2026-03-30', position: 1 },
    { day: '2026-04-20', position: 1.75 },
    { day: '2026-05-04', position: 2.25 },
    { day: '2026-02-23', position: -0.25 },
    { day: '2025-01-01', position: -1 },
    { day: '2027-01-01', position: 3 },
  ])('is $position on $day', ({ day, position }) => {
    expect(positionOfDay(days, day)).toBe(position)
  })

  test('is known with a single session', () => {
    expect(positionOfDay(['2026-03-02'], '2026-03-16')).toBe(0.5)
  })
})
