/**
 * Reads what an address says behind its `?`, by hand rather than with schemas, because every address is known before
 * the first page is drawn. What an address may not say reads as undefined.
 */
const LONGEST_WORDS = 200

/** One of the words that are known. */
export function oneOf<const Word extends string>(words: readonly Word[], given: unknown): Word | undefined {
  return words.find((word) => word === given)
}

/** What somebody typed, up to 200 characters. */
export function wordsOf(given: unknown): string | undefined {
  return typeof given === 'string' && given.length <= LONGEST_WORDS ? given : undefined
}

/** A whole number from 1. */
export function countOf(given: unknown): number | undefined {
  const isWritten = typeof given === 'number' || (typeof given === 'string' && given.trim() !== '')
  const count = isWritten ? Number(given) : Number.NaN
  return Number.isSafeInteger(count) && count >= 1 ? count : undefined
}

/** What a reading holds once everything undefined or empty is left out. */
export type Given<T> = { [field in keyof T]?: Exclude<T[field], undefined> }

/** Leaves out what says nothing, so that a plain page has a plain address. */
export function given<T extends object>(read: T): Given<T> {
  return Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined && value !== ''),
  ) as Given<T>
}
