import type { Problems } from '../problem.ts'

export const mailProblems = {
  'mail-server-refused': { status: 422, title: 'The mail server did not take the test message' },
  'mail-already-sent': { status: 409, title: 'This mail has left already' },
} satisfies Problems
