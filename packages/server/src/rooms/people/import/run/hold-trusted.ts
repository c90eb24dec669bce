import type { ImportProblem } from '@viceversa/domain/people/contract.ts'
import type { ImportPlan, PlannedUpdate } from '@viceversa/domain/people/import/plan/plan-import.ts'

/**
 * Takes out of a plan what only an administrator may change: address and status of people who administer the
 * installation or run a programme. A sign-in link goes to a person's address, so whoever changes it could become them.
 *
 * @param trusted - Ids of those people, the planner left out.
 */
export function holdTrusted(
  plan: ImportPlan,
  trusted: ReadonlySet<string>,
  emailColumn: string | null,
): ImportPlan {
  const held = plan.updated.filter((change) => trusted.has(change.before.id) && reachesRights(change))
  if (held.length === 0) return plan
  const problems = held.flatMap((change) =>
    change.row === null ? [] : [problemOf(change, change.row, emailColumn)],
  )
  const rowsHeld = problems.length
  return {
    ...plan,
    updated: plan.updated.filter((change) => !held.includes(change)),
    problems: [...plan.problems, ...problems],
    counts: {
      ...plan.counts,
      updated: plan.counts.updated - held.length,
      skipped: plan.counts.skipped + rowsHeld,
      problems: plan.counts.problems + rowsHeld,
    },
  }
}

function reachesRights({ before, after }: PlannedUpdate): boolean {
  return before.email !== after.email || before.status !== after.status
}

function problemOf({ before }: PlannedUpdate, row: number, column: string | null): ImportProblem {
  return {
    row,
    column,
    code: 'for-administrators',
    message: `${before.displayName} runs a programme or the installation, so only an administrator can change their address or mark them as left. Ask an administrator to import this file.`,
    kind: 'problem',
  }
}
