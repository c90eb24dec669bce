import { describe, expect, test } from 'vitest'
import { cleanText } from './clean-text.ts'
import { readDate, settleDate } from './date.ts'
import { isFormula } from './formula.ts'
import { readLanguage } from './language.ts'
import { comparableName } from './name.ts'
import { readTimeZone } from './time-zone.ts'

describe('a cell', () => {
  test.each([
    ['Europe/Lisbon', 'Europe/Lisbon'],
    ['europe/lisbon', 'Europe/Lisbon'],
    ['US/Pacific', 'America/Los_Angeles'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['(GMT+01:00) Europe/Paris', 'Europe/Paris'],
    ['Berlin', 'Europe/Berlin'],
    ['New York', 'America/New_York'],
    ['UTC', 'UTC'],
    ['EST', null],
    ['+01:00', null],
    ['Atlantis', null],
    ['Mars/Olympus', null],
  ])('about the time zone, %s, is read as %s', (text, zone) => {
    expect(readTimeZone(text)).toBe(zone)
  })

  test.each([
    ['en', 'en'],
    ['en_US', 'en-US'],
    ['PT-br', 'pt-BR'],
    ['German', 'de'],
    ['Deutsch', 'de'],
    ['allemand', 'de'],
    ['日本語', 'ja'],
    ['English (United Kingdom)', 'en'],
    ['xx', null],
    ['Klingonish', null],
  ])('about the language, %s, is read as %s', (text, tag) => {
    expect(readLanguage(text)).toBe(tag)
  })

  test.each([
    ['2020-04-03', '2020-04-03'],
    ['2020-04-03T00:00:00', '2020-04-03'],
    ['20200403', '2020-04-03'],
    ['3.4.2020', '2020-04-03'],
    ['03/04/2020', '2020-04-03'],
    ['3 April 2020', '2020-04-03'],
    ['03-Apr-2020', '2020-04-03'],
    ['April 3, 2020', '2020-04-03'],
    ['3. März 2020', '2020-03-03'],
    ['29.02.2020', '2020-02-29'],
    ['29.02.2021', null],
    ['03/04/20', null],
    ['43924', null],
    ['soon', null],
  ])('with the date %s, day first, is read as %s', (text, date) => {
    const written = readDate(text)
    expect(written && settleDate(written, 'day-first')).toBe(date)
  })

  test.each([
    '=HYPERLINK("x")',
    '=1+1',
    '=A1',
    '+A1+B2',
    '-2+3',
    '@SUM(A1)',
    "=cmd|' /C calc'!A0",
    '＝SUM(1)',
  ])('%s is a formula', (text) => {
    expect(isFormula(text)).toBe(true)
  })

  test.each(['-Ana', '=Lee', '-5', '+49 30 123456', '+1-555-0100', '@home', '-', '– Ana', 'A1', '1+1'])(
    '%s is not',
    (text) => {
      expect(isFormula(text)).toBe(false)
    },
  )

  test('is kept composed, trimmed and without what copying leaves behind', () => {
    expect(cleanText('  Zoe\u0308 \u200b \n Lee\u00a0')).toBe('Zoë Lee')
    expect(cleanText('="00123"')).toBe('00123')
    expect(cleanText("'-Ana")).toBe('-Ana')
    expect(comparableName('KING, Stéven')).toBe(comparableName('steven king'))
  })
})
