import type { Field } from '../field.ts'

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

/** The pairs of a field in which the leader is to the mentor what the first of two ids is to the second. */
export function leaderToMentor(
  { mentors, leaders }: Field,
  ids: readonly (readonly [string, string])[],
): SparsePairs {
  const pairs = new SparsePairs()
  const mentorAt = indexById(mentors)
  const leaderAt = indexById(leaders)
  for (const [leaderId, mentorId] of ids) {
    const mentor = mentorAt.get(mentorId)
    const leader = leaderAt.get(leaderId)
    if (mentor !== undefined && leader !== undefined) pairs.add(mentor, leader)
  }
  return pairs
}

/** The pairs of a field that are named in either order. */
export function eitherWay(field: Field, ids: readonly (readonly [string, string])[]): SparsePairs {
  return leaderToMentor(
    field,
    ids.flatMap(([one, other]) => [[one, other] as const, [other, one] as const]),
  )
}
