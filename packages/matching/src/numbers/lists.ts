/** A list of small whole numbers for each of many people: those of `i` are `value[start[i]]` to `value[start[i + 1] - 1]`. */
export type Lists = { readonly start: Int32Array; readonly value: Int32Array }

export function listsOf(lists: readonly (readonly number[])[]): Lists {
  const start = new Int32Array(lists.length + 1)
  lists.forEach((list, i) => {
    start[i + 1] = start[i]! + list.length
  })
  const value = new Int32Array(start[lists.length]!)
  lists.forEach((list, i) => {
    value.set(list, start[i])
  })
  return { start, value }
}

/** Gives every distinct text a number, in order of appearance. */
export class Numbering {
  readonly #numbers = new Map<string, number>()

  get size(): number {
    return this.#numbers.size
  }

  of(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(text, number)
    return number
  }

  known(text: string): number | undefined {
    return this.#numbers.get(text)
  }

  /** In the order of their numbers. */
  texts(): string[] {
    return [...this.#numbers.keys()]
  }

  /** A text named twice counts once. */
  ofEach(texts: readonly string[]): number[] {
    return [...new Set(texts)].map((text) => this.of(text))
  }
}

/** Who names a value: the lists the other way round, with people in ascending order. */
export function turned({ start, value }: Lists, values: number): Lists {
  const turnedStart = new Int32Array(values + 1)
  for (const v of value) turnedStart[v + 1]!++
  for (let v = 0; v < values; v++) turnedStart[v + 1]! += turnedStart[v]!
  const next = turnedStart.slice()
  const person = new Int32Array(value.length)
  for (let i = 0; i + 1 < start.length; i++)
    for (let at = start[i]!; at < start[i + 1]!; at++) person[next[value[at]!]!++] = i
  return { start: turnedStart, value: person }
}
