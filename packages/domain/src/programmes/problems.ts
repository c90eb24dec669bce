import type { Problems } from '../problem.ts'

export const programmeProblems = {
  'programme-not-ready': { status: 409, title: 'Some things are missing before this programme can open' },
  'programme-not-open': { status: 409, title: 'This programme is not open' },
  'dates-out-of-order': { status: 422, title: 'The dates do not follow each other' },
  'programme-has-people': { status: 409, title: 'A programme with people in it cannot be deleted' },
} satisfies Problems
