/**
 * A typed date as ISO 8601, or null when it is none. Understands 2026-09-14, the numeric order of the locale
 * (14/9/2026, 14.9.26, 9-14-2026 in the United States) and the month written out or cut short in that language.
 *
 * @param locale - BCP 47 tag such as `en-GB`; decides the numeric order and the names of months.
 * @param thisYear - Stands in where no year is typed.
 */
export function parseDate(typed: string, locale: string, thisYear: number): string | null {
  const text = typed.trim()
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return isoDate(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  return parseWords(text, locale, thisYear) ?? parseNumbers(text, locale, thisYear)
}

function parseWords(text: string, locale: string, thisYear: number): string | null {
  const words = text.toLocaleLowerCase(locale).match(/\p{L}+/gu) ?? []
  const month = words.map((word) => monthOf(word, locale)).find((found) => found !== undefined)
  const numbers = (text.match(/\d+/g) ?? []).map(Number)
  if (month === undefined || numbers.length === 0 || numbers.length > 2) return null

  const [first = 0, second] = numbers
  // "2026 September 14" and "14 September 2026" are both clear: only a year is greater than 31.
  return first > 31 ? isoDate(first, month, second ?? 1) : isoDate(fullYear(second, thisYear), month, first)
}

function parseNumbers(text: string, locale: string, thisYear: number): string | null {
  const parts = /^(\d{1,4})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{1,4}))?[.]?$/.exec(text)
  if (!parts) return null

  const numbers = parts
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number)
  const order = numericOrder(locale).filter((part) => numbers.length === 3 || part !== 'year')
  const value = (part: 'day' | 'month' | 'year') => numbers[order.indexOf(part)]
  return isoDate(fullYear(value('year'), thisYear), value('month') ?? 0, value('day') ?? 0)
}

function monthOf(word: string, locale: string): number | undefined {
  if (word.length < 3) return undefined
  const index = Array.from({ length: 12 }, (_, month) => monthName(month, locale)).findIndex((name) =>
    name.startsWith(word),
  )
  return index < 0 ? undefined : index + 1
}

function monthName(month: number, locale: string): string {
  const name = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
    .formatToParts(new Date(Date.UTC(2024, month, 1)))
    .find(({ type }) => type === 'month')
  return (name?.value ?? '').toLocaleLowerCase(locale)
}

function numericOrder(locale: string): ('day' | 'month' | 'year')[] {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: 'short', timeZone: 'UTC' }).formatToParts(
    new Date(0),
  )
  return parts.map(({ type }) => type).filter((type) => type === 'day' || type === 'month' || type === 'year')
}

function fullYear(year: number | undefined, thisYear: number): number {
  if (year === undefined) return thisYear
  return year < 100 ? 2000 + year : year
}

function isoDate(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 && year <= 9999 ? date.toISOString().slice(0, 10) : null
}
