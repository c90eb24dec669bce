/** A set of pairs of indices, of which each mentor has few. */
export class SparsePairs {
  readonly #leadersOf: Set<number>[] = []

  add(mentor: number, leader: number): void {
    const leaders = this.#leadersOf[mentor]
    if (leaders) leaders.add(leader)
    else this.#leadersOf[mentor] = new Set([leader])
  }

  has(mentor: number, leader: number): boolean {
    const leaders = this.#leadersOf[mentor]
    return leaders?.has(leader) ?? false
  }
}

/** Index of everybody in a row, by id. */
export function indexById(row: readonly { readonly id: string }[]): Map<string, number> {
  return new Map(row.map(({ id }, index) => [id, index]))
}
