import type { Problems } from '../problem.ts'

export const organisationProblems = {
  'already-set-up': { status: 409, title: 'This installation already has an organisation' },
  'set-up-key-wrong': { status: 403, title: 'The set-up key does not match' },
  'not-the-sample': { status: 409, title: 'This is not the sample organisation' },
} satisfies Problems
