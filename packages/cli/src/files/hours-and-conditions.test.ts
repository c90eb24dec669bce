import { describe, expect, test } from 'vitest'
import { holds, readCondition } from './condition.ts'
import { readHours } from './hours.ts'

describe('hours of the week', () => {
  test.each([
    { text: 'Mon 9-11', hours: [9, 10] },
    { text: 'Tue-Wed 8:00 - 9:00', hours: [32, 56] },
    { text: 'mon,fri 0-1; sunday 23-24', hours: [0, 96, 167] },
    { text: 'Mon 9-10, Mon 9-11', hours: [9, 10] },
  ])('$text are $hours', ({ text, hours }) => {
    expect(readHours(text)).toEqual(hours)
  })

  test.each(['9-17', 'Mon', 'Mon 17-9', 'Mon 9-25', 'Mon 9:30-11', 'Fri-Mon 9-10', 'Someday 9-10'])(
    '%s are none',
    (text) => {
      expect(readHours(text)).toBeNull()
    },
  )
})

describe('a condition on a column', () => {
  test.each([
    { text: 'role=Mentor', cell: ' mentor', passes: true },
    { text: 'role=mentor|both', cell: 'both', passes: true },
    { text: 'role!=mentor', cell: 'mentor', passes: false },
    { text: 'level<=2', cell: '2', passes: true },
    { text: 'level<2', cell: '2', passes: false },
    { text: 'level>=10', cell: '9', passes: false },
    { text: 'level<=2', cell: '', passes: false },
    { text: 'seat=', cell: '', passes: true },
    { text: 'grade=7', cell: '7.0', passes: true },
  ])('$text: “$cell” passes: $passes', ({ text, cell, passes }) => {
    expect(holds(readCondition(text)![0]!, cell)).toBe(passes)
  })

  test('may have several parts, of which all must hold', () => {
    expect(
      readCondition('Job title=Head of IT and level>=2 & site!=Leeds')?.map(({ column }) => column),
    ).toEqual(['Job title', 'level', 'site'])
  })

  test.each(['mentor', '=mentor', 'level<=top', 'level<1|2', 'a=b and'])('%s is none', (text) => {
    expect(readCondition(text)).toBeNull()
  })
})
