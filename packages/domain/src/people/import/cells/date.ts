import type { DateOrder } from '../../contract.ts'

/** Two numbers of 1 to 31 and a year, as the file writes them. */
export type TwoWayDate = {
  readonly kind: 'two-ways'
  readonly text: string
  readonly first: number
  readonly second: number
  readonly year: number
}

/** A date before it is known which number is the day. */
export type WrittenDate = { readonly kind: 'certain'; readonly date: string } | TwoWayDate

const YEAR_FIRST = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?: \d.*)?$/
const NAMED_MONTH_SECOND = /^(\d{1,2})\.?[ -]([\p{L}\p{M}]+)\.?,?[ -](\d{4})$/u
const NAMED_MONTH_FIRST = /^([\p{L}\p{M}]+)\.? (\d{1,2}),? (\d{4})$/u

/**
 * Reads a date as HR systems write it, or `null` for anything else and for days that no calendar has.
 *
 * ISO dates with or without time, numbers with dots (always day first), slashes or hyphens, and months by name in
 * English, German, French and Spanish. Years have four digits: "03/04/20" may be three things and is none here.
 */
export function readDate(text: string): WrittenDate | null {
  const bare = text.trim()

  const yearFirst = YEAR_FIRST.exec(bare)
  if (yearFirst) return certain(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))

  const yearLast = YEAR_LAST.exec(bare)
  if (yearLast) {
    const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])]
    if (yearLast[2] === '.') return certain(year, second, first)
    return first >= 1 && second >= 1 && first <= 31 && second <= 31
      ? { kind: 'two-ways', text: bare, first, second, year }
      : null
  }

  const second = NAMED_MONTH_SECOND.exec(bare)
  if (second) return certain(Number(second[3]), monthNamed(second[2]!), Number(second[1]))
  const first = NAMED_MONTH_FIRST.exec(bare)
  if (first) return certain(Number(first[3]), monthNamed(first[1]!), Number(first[2]))
  return null
}

export function looksLikeDate(text: string): boolean {
  return readDate(text) !== null
}

/** The date (ISO 8601) once the order is decided, or `null` when no calendar has that day. */
export function settleDate(written: WrittenDate, order: DateOrder): string | null {
  if (written.kind === 'certain') return written.date
  const [day, month] =
    order === 'day-first' ? [written.first, written.second] : [written.second, written.first]
  return isoDate(written.year, month, day)
}

function certain(year: number, month: number, day: number): WrittenDate | null {
  const date = isoDate(year, month, day)
  return date === null ? null : { kind: 'certain', date }
}

function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2200 || month < 1 || month > 12 || day < 1) return null
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (day > lastDay) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

let monthByName: ReadonlyMap<string, number> | undefined

function monthNamed(name: string): number {
  monthByName ??= new Map(
    ['en', 'de', 'fr', 'es'].flatMap((language) =>
      (['long', 'short'] as const).flatMap((width) => {
        const format = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' })
        return Array.from({ length: 12 }, (_, month) => {
          const monthName = format
            .format(Date.UTC(2026, month, 1))
            .toLowerCase()
            .replace('.', '')
          return [monthName, month + 1] as const
        })
      }),
    ),
  )
  return monthByName.get(name.toLowerCase()) ?? 0
}
