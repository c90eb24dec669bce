import type { Problems } from '../problem.ts'

export const peopleProblems = {
  'file-not-readable': { status: 422, title: 'This file cannot be read as a list of people' },
  'import-not-ready': { status: 409, title: 'This import cannot take that step now' },
  'import-running': { status: 409, title: 'Another import is being applied' },
  'import-cannot-be-undone': { status: 409, title: 'This import can no longer be undone' },
  'mapping-incomplete': { status: 422, title: 'Some columns are still missing' },
} satisfies Problems
