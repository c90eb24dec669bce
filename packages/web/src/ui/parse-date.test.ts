import { describe, expect, test } from 'vitest'
import { parseDate } from './parse-date.ts'

describe('a typed date', () => {
  test.each([
    { typed: '14 September 2026', locale: 'en-GB', means: '2026-09-14' },
    { typed: '14 sep 2026', locale: 'en-GB', means: '2026-09-14' },
    { typed: 'September 14, 2026', locale: 'en-US', means: '2026-09-14' },
    { typed: '2026-09-14', locale: 'en-GB', means: '2026-09-14' },
    { typed: '14/9/26', locale: 'en-GB', means: '2026-09-14' },
    { typed: '9/14/2026', locale: 'en-US', means: '2026-09-14' },
    { typed: '14.09.2026', locale: 'de-DE', means: '2026-09-14' },
    { typed: '14. März 2027', locale: 'de-DE', means: '2027-03-14' },
    { typed: '1 de março de 2027', locale: 'pt-PT', means: '2027-03-01' },
    { typed: '14 września 2026', locale: 'pl-PL', means: '2026-09-14' },
    { typed: '14/9', locale: 'en-GB', means: '2026-09-14' },
    { typed: '3 May', locale: 'en-GB', means: '2026-05-03' },
    { typed: ' 29 February 2028 ', locale: 'en-GB', means: '2028-02-29' },
  ])('$typed in $locale means $means', ({ typed, locale, means }) => {
    expect(parseDate(typed, locale, 2026)).toBe(means)
  })

  test.each(['31 April 2026', '29 February 2027', '14/13/2026', 'tomorrow', '14', '', '1/1/1726'])(
    '%s is none',
    (typed) => {
      expect(parseDate(typed, 'en-GB', 2026)).toBeNull()
    },
  )
})
