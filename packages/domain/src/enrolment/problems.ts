import type { Problems } from '../problem.ts'

export const enrolmentProblems = {
  'consent-missing': { status: 409, title: 'Consent comes before the first answer' },
  'profile-incomplete': { status: 422, title: 'The profile is not complete yet' },
  'not-enrolled': { status: 404, title: 'You are not part of this programme' },
  'already-answered': { status: 409, title: 'This invitation has been answered' },
  'already-in-a-pair': { status: 409, title: 'A pair is already waiting or running' },
} satisfies Problems
