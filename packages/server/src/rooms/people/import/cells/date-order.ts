import type { DateOrder, WrittenDate } from './date.ts'

/**
 * Whether the dates of a column are written day first, decided for the whole column: 25/04 settles what 03/04 means.
 *
 * Feed it every date, then ask. Where both orders occur the commoner one holds. Where none settles it, as every day is
 * at most 12, the order is `day-first` and `certain` is false, so that a person can be told.
 */
export function dateOrderWatch() {
  let dayFirst = 0
  let monthFirst = 0
  let open = 0
  return {
    see(date: WrittenDate): void {
      if (date.kind === 'certain') return
      if (date.first > 12) dayFirst++
      else if (date.second > 12) monthFirst++
      else if (date.first !== date.second) open++
    },
    decide(): { readonly order: DateOrder; readonly certain: boolean } {
      const order = monthFirst > dayFirst ? 'month-first' : 'day-first'
      return { order, certain: open === 0 || dayFirst > 0 || monthFirst > 0 }
    },
  }
}
