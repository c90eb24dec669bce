/** One set of small numbers per person, as bits, so that two people are compared 32 values at a time. */
export type BitRows = { readonly words: number; readonly bits: Uint32Array; readonly sizes: Int32Array }

/** Numbers every distinct value of all lists, in order of appearance. */
export function numbered(...groups: readonly (readonly (readonly string[])[])[]): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const lists of groups)
    for (const list of lists)
      for (const value of list) if (!numbers.has(value)) numbers.set(value, numbers.size)
  return numbers
}

/** Turns lists into bit rows. A value named twice counts once. */
export function bitRows(
  lists: readonly (readonly string[])[],
  numbers: ReadonlyMap<string, number>,
): BitRows {
  const words = Math.max(1, Math.ceil(numbers.size / 32))
  const bits = new Uint32Array(lists.length * words)
  const sizes = new Int32Array(lists.length)
  lists.forEach((list, row) => {
    for (const value of new Set(list)) {
      const number = numbers.get(value)!
      bits[row * words + (number >> 5)]! |= 1 << (number & 31)
    }
    sizes[row] = new Set(list).size
  })
  return { words, bits, sizes }
}

/** How many values row `i` of `a` and row `j` of `b` have in common. Both must use the same numbers. */
export function countCommon(a: BitRows, i: number, b: BitRows, j: number): number {
  const { words } = a
  const left = i * words
  const right = j * words
  let common = 0
  for (let word = 0; word < words; word++) common += bitCount(a.bits[left + word]! & b.bits[right + word]!)
  return common
}

/** Number of ones in 32 bits. Source: Warren, "Hacker's Delight", 2nd edition, figure 5-2. */
export function bitCount(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
