import type { Problems } from '../problem.ts'

export const accountProblems = {
  'invitation-not-valid': { status: 410, title: 'This invitation link no longer works' },
  'session-not-found': { status: 404, title: 'There is no such session' },
  'sign-in-refused': { status: 401, title: 'E-mail address and password do not belong together' },
  'sign-in-busy': { status: 503, title: 'Too many people are signing in at this moment' },
  'sign-in-link-not-valid': { status: 410, title: 'This sign-in link no longer works' },
  'second-factor-wrong': { status: 422, title: 'This code does not match' },
  'second-factor-expired': { status: 410, title: 'This sign-in took too long' },
  'second-factor-already-on': { status: 409, title: 'A second factor is already on' },
  'passkey-refused': { status: 422, title: 'This passkey could not be used' },
  'passkey-not-found': { status: 404, title: 'There is no such passkey' },
  'password-wrong': { status: 422, title: 'This is not your current password' },
  'password-too-common': { status: 422, title: 'This password is too easy to guess' },
} satisfies Problems
