import { describe, expect, test } from 'vitest'
import { hoursAsked } from './hours.ts'

describe('hours asked of people', () => {
  test('are ten of a mentor and seven and a half of a leader in the six-month template (rule R2)', () => {
    expect(hoursAsked(6, 60)).toEqual({
      mentor: { sessions: 6, training: 4, total: 10 },
      leader: { sessions: 6, training: 1.5, total: 7.5 },
    })
  })

  test('count minutes, not whole hours', () => {
    expect(hoursAsked(3, 45).mentor).toEqual({ sessions: 2.25, training: 4, total: 6.25 })
  })
})
