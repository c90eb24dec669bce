import type { Field } from '../field.ts'
import { type Lists, listsOf, Numbering, turned } from './lists.ts'

/** The reporting lines of the whole directory as a graph of numbers, and where the people of a field stand in it. */
export type Lines = {
  readonly managers: Lists
  readonly reports: Lists
  /** Node of each mentor, -1 for who is in no line. */
  readonly nodeOfMentor: Int32Array
  /** Leader at each node, -1 for who takes no part as one. */
  readonly leaderAtNode: Int32Array
}

/** A manager named twice counts once; the lists may be cyclic. */
export function linesOf({ mentors, leaders, input }: Field): Lines {
  const nodes = new Numbering()
  const managersOf: number[][] = []
  for (const [id, managers] of input.organisation.managersOf) {
    const node = nodes.of(id)
    managersOf[node] = nodes.ofEach(managers)
  }
  const managers = listsOf(Array.from({ length: nodes.size }, (_, node) => managersOf[node] ?? []))

  const leaderAtNode = new Int32Array(nodes.size).fill(-1)
  leaders.forEach(({ id }, leader) => {
    const node = nodes.known(id)
    if (node !== undefined) leaderAtNode[node] = leader
  })
  return {
    managers,
    reports: turned(managers, nodes.size),
    nodeOfMentor: Int32Array.from(mentors, ({ id }) => nodes.known(id) ?? -1),
    leaderAtNode,
  }
}

/** Walks through reporting lines. Everybody is visited once a walk, so cycles end. */
export class LineWalk {
  readonly #lines: Lines
  readonly #seen: Int32Array
  readonly #waiting: Int32Array
  #walk = 0

  constructor(lines: Lines) {
    const nodes = lines.leaderAtNode.length
    this.#lines = lines
    this.#seen = new Int32Array(nodes)
    this.#waiting = new Int32Array(nodes)
  }

  /** Visits every leader above or below a mentor, at any depth; who is both, twice. */
  leadersInLine(mentor: number, visit: (leader: number) => void): void {
    const node = this.#lines.nodeOfMentor[mentor]!
    if (node < 0) return
    this.#from(node, this.#lines.managers, visit)
    this.#from(node, this.#lines.reports, visit)
  }

  #from(first: number, { start, value }: Lists, visit: (leader: number) => void): void {
    const { leaderAtNode } = this.#lines
    const seen = this.#seen
    const waiting = this.#waiting
    const walk = ++this.#walk
    let end = 0
    for (let next = -1, node = first; ; node = waiting[next]!) {
      for (let at = start[node]!; at < start[node + 1]!; at++) {
        const other = value[at]!
        if (seen[other] === walk) continue
        seen[other] = walk
        waiting[end++] = other
        if (leaderAtNode[other]! >= 0) visit(leaderAtNode[other]!)
      }
      if (++next === end) return
    }
  }
}
