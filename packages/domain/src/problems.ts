import { accountProblems } from './accounts/problems.ts'
import { enrolmentProblems } from './enrolment/problems.ts'
import { mailProblems } from './mail/problems.ts'
import { matchRunProblems } from './match-runs/problems.ts'
import { organisationProblems } from './organisation/problems.ts'
import { pairProblems } from './pairs/problems.ts'
import { peopleProblems } from './people/problems.ts'
import { commonProblems, type Problems } from './problem.ts'
import { programmeProblems } from './programmes/problems.ts'

/** Every kind of problem the API can answer with; each has a page of its own under `docs/problems/`. */
export const problems = {
  ...commonProblems,
  ...organisationProblems,
  ...accountProblems,
  ...mailProblems,
  ...peopleProblems,
  ...programmeProblems,
  ...enrolmentProblems,
  ...matchRunProblems,
  ...pairProblems,
} satisfies Problems

export type ProblemCode = keyof typeof problems
