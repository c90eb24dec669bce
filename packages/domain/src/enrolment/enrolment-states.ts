import type { enrolmentStates } from './contract.ts'

export type EnrolmentState = (typeof enrolmentStates)[number]

/** Which states allow which step. Leaving has no line here: it is always open, and removes the row (rule R3). */
const statesAllowing = {
  takeBackInvitation: ['invited'],
  inviteAgain: ['invited'],
  consent: ['invited'],
  // Consent comes before the first answer, whoever asks for it.
  saveProfile: ['consented', 'ready'],
  finish: ['consented', 'ready'],
} satisfies Record<string, EnrolmentState[]>

export type EnrolmentStep = keyof typeof statesAllowing

export function canTake(step: EnrolmentStep, enrolment: { readonly state: EnrolmentState }): boolean {
  const allowed: readonly EnrolmentState[] = statesAllowing[step]
  return allowed.includes(enrolment.state)
}
