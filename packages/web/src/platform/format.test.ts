import { describe, expect, test } from 'vitest'
import { formatterFor, regionalLocale } from './format.ts'

const imogen = formatterFor({ locale: 'en-GB', timeZone: 'Europe/London' })
const joaquim = formatterFor({ locale: 'pt-PT', timeZone: 'Europe/Lisbon' })

describe('a formatter', () => {
  test('writes a date the same whatever the time zone of the machine', () => {
    const kiritimati = formatterFor({ locale: 'en-GB', timeZone: 'Pacific/Kiritimati' })
    expect(imogen.date('2026-06-16')).toBe('16 June 2026')
    expect(kiritimati.date('2026-06-16')).toBe('16 June 2026')
  })

  test('puts a moment on the clock of the person who reads it', () => {
    const gdansk = formatterFor({ locale: 'en-GB', timeZone: 'Europe/Warsaw' })
    expect(imogen.time('2026-06-16T14:00:00Z')).toBe('15:00')
    expect(gdansk.time('2026-06-16T14:00:00Z')).toBe('16:00')
  })

  test('follows the spelling of the region', () => {
    expect(imogen.number(10482)).toBe('10,482')
    expect(joaquim.date('2026-06-16')).toBe('16 de junho de 2026')
    expect(imogen.percent(0.934)).toBe('93%')
  })

  test('starts the week on Monday', () => {
    expect(imogen.weekdays('short')).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'])
  })
})

describe('the regional spelling', () => {
  test('is the browser’s own where it speaks the language of the interface, British otherwise', () => {
    expect(regionalLocale('en', ['pt-PT', 'en-IE'])).toBe('en-IE')
    expect(regionalLocale('en', ['pt-PT'])).toBe('en-GB')
  })
})
