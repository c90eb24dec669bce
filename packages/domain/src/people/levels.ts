/** Somebody with what is known about those above them. */
export type PersonInLine = {
  readonly id: string
  readonly managerId: string | null
  /** True when there is a manager whom nobody could find: then "nobody above" would be wrong. */
  readonly managerUnknown?: boolean
}

/**
 * Levels counted from the top along the reporting lines: 1 for somebody with nobody above, 2 for their reports.
 *
 * @param people - Everybody, in any order. A manager who is not listed counts as unknown.
 * @returns A level of at least 1 per person, or `null` where the way to the top is not known: inside a circle,
 *   below one, or below somebody whose manager could not be found. Nobody is called the top by mistake (rule R8).
 *
 * O(n) time and memory, whatever the depth.
 */
export function levelsFromReportingLines(people: readonly PersonInLine[]): Map<string, number | null> {
  const personOf = new Map(people.map((person) => [person.id, person]))
  const levelOf = new Map<string, number | null>()

  for (const person of people) {
    const line: PersonInLine[] = []
    const onThisLine = new Set<string>()
    let above: PersonInLine | undefined = person
    while (above && !levelOf.has(above.id) && !onThisLine.has(above.id)) {
      line.push(above)
      onThisLine.add(above.id)
      above = above.managerId === null ? undefined : personOf.get(above.managerId)
    }

    // Whoever stopped the walk: the known line above, a circle, or nobody.
    let level = levelAboveTheLine(line.at(-1), levelOf)
    for (const next of line.reverse()) {
      level = level === null ? null : level + 1
      levelOf.set(next.id, level)
    }
  }
  return levelOf
}

/** The level of whoever stands above the last person of a walk: 0 for nobody, `null` for not known. */
function levelAboveTheLine(
  last: PersonInLine | undefined,
  levelOf: ReadonlyMap<string, number | null>,
): number | null {
  if (!last || last.managerUnknown) return null
  if (last.managerId === null) return 0
  return levelOf.get(last.managerId) ?? null
}
