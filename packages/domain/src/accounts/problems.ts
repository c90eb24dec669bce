import type { Problems } from '../problem.ts'

export const accountProblems = {
  'invitation-not-valid': { status: 410, title: 'This invitation link no longer works' },
  'session-not-found': { status: 404, title: 'There is no such session' },
} satisfies Problems
