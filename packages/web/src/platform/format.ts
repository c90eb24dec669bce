/**
 * Dates and numbers as the reader writes them. A formatter belongs to one reader: `locale` is a BCP 47 tag such as
 * `en-GB`, `timeZone` an IANA name. Dates come as `2026-06-16`, moments as ISO 8601 with an offset.
 */
export type Formatter = ReturnType<typeof formatterFor>

export function formatterFor({ locale, timeZone }: { locale: string; timeZone: string }) {
  const days = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  const moments = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone })
  const long = { day: 'numeric', month: 'long', year: 'numeric' } as const
  const time = { hour: '2-digit', minute: '2-digit' } as const

  return {
    locale,
    timeZone,
    /** 16 June 2026 */
    date: (isoDate: string) => days(long).format(midnight(isoDate)),
    /** 16 June */
    dayAndMonth: (isoDate: string) => days({ day: 'numeric', month: 'long' }).format(midnight(isoDate)),
    /** Tue 16 June */
    weekdayAndDay: (isoDate: string) =>
      days({ weekday: 'short', day: 'numeric', month: 'long' }).format(midnight(isoDate)),
    /** June 2026 */
    month: (isoDate: string) => days({ month: 'long', year: 'numeric' }).format(midnight(isoDate)),
    /** 15:00 on the reader's clock */
    time: (moment: string) => moments(time).format(new Date(moment)),
    /** 16 June 2026 on the reader's calendar */
    dateOf: (moment: string) => moments(long).format(new Date(moment)),
    /** Tuesday 16 June 2026 at 15:00 */
    dateAndTime: (moment: string) => moments({ ...long, weekday: 'long', ...time }).format(new Date(moment)),
    /** 15:00 to 16:00, or the locale's own way of writing it */
    timeRange: (from: string, to: string) => moments(time).formatRange(new Date(from), new Date(to)),
    /** 16 June at 14:06, short, for "saved" and "last seen" */
    moment: (moment: string) => moments({ day: 'numeric', month: 'short', ...time }).format(new Date(moment)),
    /** in 5 days, yesterday */
    daysAway: (days: number) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day'),
    /** 10,482 */
    number: (value: number, decimals = 0) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }).format(value),
    /** 93%, from a share of 0 to 1 */
    percent: (share: number) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    /** Leeds, Porto and Cork */
    list: (items: readonly string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(items),
    /** Monday … Sunday, starting on Monday as ISO 8601 does */
    weekdays: (width: 'long' | 'short' | 'narrow') =>
      Array.from({ length: 7 }, (_, day) =>
        days({ weekday: width }).format(new Date(Date.UTC(2024, 0, 1 + day))),
      ),
  }
}

/** The reader's regional spelling of a language: the browser's own tag where it matches, British English otherwise. */
export function regionalLocale(language: string, languages: readonly string[] = navigator.languages): string {
  const own = languages.find((each) => each.split('-')[0] === language && each.includes('-'))
  return own ?? (language === 'en' ? 'en-GB' : language)
}

/** A calendar date as the UTC midnight that formats back to the same day. */
function midnight(isoDate: string): Date {
  return new Date(`${isoDate}T00:00:00Z`)
}
