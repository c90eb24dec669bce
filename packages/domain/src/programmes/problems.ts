import type { Problems } from '../problem.ts'

export const programmeProblems = {
  'programme-not-ready': { status: 409, title: 'Some things are missing before this programme can open' },
  'programme-not-open': { status: 409, title: 'This programme is not open' },
  'dates-out-of-order': { status: 422, title: 'The dates do not follow each other' },
  'deletion-date-moved-later': { status: 409, title: 'A deletion date can move earlier, never later' },
  'safe-contact-not-outside': { status: 422, title: 'The safe contact stands outside the programme' },
  'programme-closed': { status: 409, title: 'A closed programme stays as it is' },
  'programme-has-people': { status: 409, title: 'A programme with people in it cannot be deleted' },
} satisfies Problems
