/**
 * The circles in a set of reporting lines: A reports to B, B to C, C to A.
 *
 * @param managerOf - Person to manager; `null` or absent for nobody above. A manager who is not a key has nobody above.
 * @returns Each circle once, from its smallest id upwards the line, circles sorted by that id, so the same people
 *   in any order give the same answer.
 *
 * O(n log n) time for the order, O(n) otherwise.
 */
export function reportingCycles(managerOf: ReadonlyMap<string, string | null>): string[][] {
  const walkThatSaw = new Map<string, string>()
  const cycles: string[][] = []

  for (const start of managerOf.keys()) {
    let person: string | null | undefined = start
    while (person != null && !walkThatSaw.has(person)) {
      walkThatSaw.set(person, start)
      person = managerOf.get(person)
    }
    // Met on this very walk: the line has come back to itself. Met on an earlier one: known already.
    if (person != null && walkThatSaw.get(person) === start) cycles.push(circleThrough(person, managerOf))
  }
  return cycles.sort(([a], [b]) => (a! < b! ? -1 : 1))
}

function circleThrough(member: string, managerOf: ReadonlyMap<string, string | null>): string[] {
  const circle = [member]
  for (let next = managerOf.get(member)!; next !== member; next = managerOf.get(next)!) circle.push(next)

  const smallest = circle.reduce((least, id) => (id < least ? id : least))
  const from = circle.indexOf(smallest)
  return [...circle.slice(from), ...circle.slice(0, from)]
}
