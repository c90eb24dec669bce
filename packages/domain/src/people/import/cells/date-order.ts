import type { DateOrder } from '../../contract.ts'
import type { TwoWayDate, WrittenDate } from './date.ts'

export type DecidedOrder = {
  readonly order: DateOrder
  /** No date of the column could be meant the other way, and none contradicts. */
  readonly certain: boolean
  /** A date that can be read two ways, or else one that contradicts the order; `null` where it is certain. */
  readonly example: TwoWayDate | null
}

/**
 * Whether the dates of a column are written day first, decided for the whole column: 25/04 settles what 03/04 means.
 *
 * Feed it every date, then ask. Where none settles it, as every day is at most 12, the order is `day-first`; where both
 * orders occur, the commoner one. Neither is certain, so that a person can be asked.
 */
export function dateOrderWatch() {
  let dayFirst = 0
  let monthFirst = 0
  const firstOf: { open?: TwoWayDate; dayFirst?: TwoWayDate; monthFirst?: TwoWayDate } = {}
  return {
    see(date: WrittenDate): void {
      if (date.kind === 'certain') return
      if (date.first > 12) {
        dayFirst++
        firstOf.dayFirst ??= date
      } else if (date.second > 12) {
        monthFirst++
        firstOf.monthFirst ??= date
      } else if (canBeBoth(date)) firstOf.open ??= date
    },
    decide(): DecidedOrder {
      const order = monthFirst > dayFirst ? 'month-first' : 'day-first'
      const mixed = dayFirst > 0 && monthFirst > 0
      const open = dayFirst + monthFirst === 0 && firstOf.open !== undefined
      if (!mixed && !open) return { order, certain: true, example: null }
      const contradicting = order === 'day-first' ? firstOf.monthFirst : firstOf.dayFirst
      return { order, certain: false, example: firstOf.open ?? contradicting ?? null }
    },
  }
}

/** 03/04/2025 can; 25/04/2025 cannot, and 04/04/2025 means the same day either way. */
export function canBeBoth(date: WrittenDate): date is TwoWayDate {
  return date.kind === 'two-ways' && date.first <= 12 && date.second <= 12 && date.first !== date.second
}
