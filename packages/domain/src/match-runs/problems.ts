import type { Problems } from '../problem.ts'

export const matchRunProblems = {
  'match-run-not-draft': { status: 409, title: 'Only a draft can be changed or published' },
  'pin-not-allowed': { status: 409, title: 'A rule stands in the way of this pair' },
  'pins-do-not-fit': { status: 409, title: 'The pinned pairs do not fit together' },
  'rule-always-holds': { status: 422, title: 'This rule cannot be switched off' },
  'level-gap-reason-missing': { status: 422, title: 'One level apart needs a written reason' },
  'nothing-to-publish': { status: 409, title: 'There are no pairs to propose' },
  'proposal-changed': { status: 412, title: 'The proposal is no longer the one you were looking at' },
} satisfies Problems
