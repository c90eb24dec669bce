import type { ImportProblem } from '../../contract.ts'
import { reportingCycles } from '../../reporting-cycles.ts'
import type { Identified } from './identify.ts'

/** Names of a long circle that are spelt out. */
const NAMES_SHOWN = 6

/**
 * Circles of reporting lines that this file would close; each row in one is reported with the whole circle.
 *
 * @param managerOf - Everybody there will be after the import, with their manager.
 */
export function findCircles(
  identified: readonly Identified[],
  managerOf: ReadonlyMap<string, string | null>,
  nameOf: (id: string) => string,
): ImportProblem[] {
  const rowOf = new Map(identified.map((each) => [each.id, each]))
  return reportingCycles(managerOf).flatMap((circle) => {
    const chain = chainOf(circle, (id) => {
      const row = rowOf.get(id)?.person.row
      return row === undefined ? nameOf(id) : `${nameOf(id)} (row ${row})`
    })
    const message = `The reporting line goes in a circle: ${chain}. Correct the manager of one of them.`
    return circle.flatMap((id): ImportProblem[] => {
      const manager = rowOf.get(id)?.person.manager
      if (!manager) return []
      return [
        {
          row: rowOf.get(id)!.person.row,
          column: manager.column,
          code: 'manager-circle',
          message,
          kind: 'problem',
        },
      ]
    })
  })
}

/** "Amina reports to Bilal, Bilal to Carla, Carla to Amina". */
function chainOf(circle: readonly string[], named: (id: string) => string): string {
  const steps = circle.map((id, place) => [named(id), named(circle[(place + 1) % circle.length]!)] as const)
  const shown = steps.length > NAMES_SHOWN ? [...steps.slice(0, NAMES_SHOWN - 1), steps.at(-1)!] : steps
  const texts = shown.map(
    ([person, manager], place) => `${person} ${place === 0 ? 'reports to' : 'to'} ${manager}`,
  )
  if (steps.length > NAMES_SHOWN) texts.splice(-1, 0, `${steps.length - NAMES_SHOWN} more`)
  return texts.join(', ')
}
