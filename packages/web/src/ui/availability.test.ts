import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freeTimes, hoursBetween, officeHours, withHours } from './availability.ts'

const anyHours = fc.uniqueArray(fc.integer({ min: 0, max: 167 }))

describe('free times', () => {
  test('say neighbouring days with the same hours once', () => {
    expect(freeTimes(officeHours)).toEqual([{ days: { from: 0, to: 4 }, times: [{ from: 9, to: 17 }] }])
  })

  test('keep a lunch break and a different Friday apart', () => {
    const hours = [9, 10, 11, 14, 15, 4 * 24 + 9]
    expect(freeTimes(hours)).toEqual([
      {
        days: { from: 0, to: 0 },
        times: [
          { from: 9, to: 12 },
          { from: 14, to: 16 },
        ],
      },
      { days: { from: 4, to: 4 }, times: [{ from: 9, to: 10 }] },
    ])
  })

  test('do not join two equal days around an empty one', () => {
    expect(freeTimes([9, 48 + 9])).toHaveLength(2)
  })

  test('end at midnight, not on the next day', () => {
    expect(freeTimes([23, 24])).toEqual([
      { days: { from: 0, to: 0 }, times: [{ from: 23, to: 24 }] },
      { days: { from: 1, to: 1 }, times: [{ from: 0, to: 1 }] },
    ])
  })

  test('name exactly the hours that are free, whatever they are', () => {
    fc.assert(
      fc.property(anyHours, (hours) => {
        const named = freeTimes(hours).flatMap(({ days, times }) =>
          times.flatMap(({ from, to }) => hoursBetween(days.from * 24 + from, days.to * 24 + to - 1)),
        )
        expect(named.toSorted((a, b) => a - b)).toEqual(hours.toSorted((a, b) => a - b))
      }),
    )
  })
})

describe('painting', () => {
  test('fills the rectangle between two corners, from whichever it starts', () => {
    expect(hoursBetween(24 + 10, 9)).toEqual([9, 10, 33, 34])
    expect(hoursBetween(10, 24 + 9)).toEqual([9, 10, 33, 34])
  })

  test('adds and takes away without ever naming an hour twice', () => {
    fc.assert(
      fc.property(anyHours, anyHours, fc.boolean(), (free, changed, on) => {
        const next = withHours(free, changed, on)
        expect(new Set(next).size).toBe(next.length)
        expect(changed.every((hour) => next.includes(hour) === on)).toBe(true)
      }),
    )
  })
})
