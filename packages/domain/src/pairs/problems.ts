import type { Problems } from '../problem.ts'

export const pairProblems = {
  'pair-not-asked': { status: 409, title: 'This pair no longer waits for an answer' },
  'proposal-answered': { status: 409, title: 'You have answered already' },
  'declined-once-already': { status: 409, title: 'You have declined a proposal before' },
} satisfies Problems
