/**
 * Counting for 32 people at once: bit b of plane k says whether the count of person b has the digit 2^k. Adding one to
 * all who have their bit set takes a few operations on words, however many they are.
 *
 * Source: Knuth, "The Art of Computer Programming", volume 4A, section 7.1.3 (bit slices).
 */
export type Planes = Int32Array<ArrayBuffer>

/** Enough for the hours of a week in units of a minute. */
export const MOST_PLANES = 16

/** `into += factor × planes`, for all 32 at once. */
export function addTimes(into: Planes, planes: Planes, factor: number): void {
  for (let shift = 0; factor >> shift > 0; shift++) {
    if (((factor >> shift) & 1) === 0) continue
    let carry = 0
    for (let k = 0; k + shift < MOST_PLANES; k++) {
      const a = into[k + shift]!
      const b = planes[k]!
      into[k + shift] = a ^ b ^ carry
      carry = (a & b) | (carry & (a ^ b))
    }
  }
}

/** A bit for each of the 32 whose count is below the limit. */
export function below(planes: Planes, limit: number): number {
  if (limit <= 0) return 0
  if (limit >= 1 << MOST_PLANES) return -1
  let isBelow = 0
  let isEqual = -1
  for (let k = MOST_PLANES - 1; k >= 0; k--) {
    const plane = planes[k]!
    if (((limit >> k) & 1) === 1) {
      isBelow |= isEqual & ~plane
      isEqual &= plane
    } else isEqual &= ~plane
  }
  return isBelow
}

/** Copies the lowest digits; whoever counts more than they can hold gets the most they can. */
export function copyCapped(planes: Planes, digits: number, to: Planes, at: number): void {
  let more = 0
  for (let k = digits; k < MOST_PLANES; k++) more |= planes[k]!
  for (let k = 0; k < digits; k++) to[at + k] = planes[k]! | more
}
