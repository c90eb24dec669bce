import { looksLikeDate } from '../cells/date.ts'
import { isEmailAddress } from '../cells/email.ts'
import { readStatus } from '../cells/status.ts'
import { readTimeZone } from '../cells/time-zone.ts'

/** Shares, from 0 to 1, of a column's values (blank ones aside) that look like something. */
export type ValueKinds = {
  readonly count: number
  readonly email: number
  readonly date: number
  readonly status: number
  readonly timeZone: number
  /** Names: letters, with a space or a comma between two parts. */
  readonly fullName: number
  /** No two the same. */
  readonly unique: boolean
  /** Short and without spaces, as numbers and keys of people are. */
  readonly key: number
}

export function kindsOf(values: readonly string[]): ValueKinds {
  const share = (looksRight: (value: string) => boolean) =>
    values.length === 0 ? 0 : values.filter(looksRight).length / values.length
  return {
    count: values.length,
    email: share(isEmailAddress),
    date: share(looksLikeDate),
    status: share((value) => readStatus(value) !== null),
    timeZone: share((value) => value.includes('/') && readTimeZone(value) !== null),
    fullName: share((value) => /^\p{L}[\p{L}\p{M}'’.-]*,? +\p{L}/u.test(value) && !/\d|@/.test(value)),
    unique: new Set(values).size === values.length,
    key: share((value) => /^[\p{L}\p{N}._/-]{1,40}$/u.test(value)),
  }
}
