import type { signInStep } from '@viceversa/domain/accounts/contract.ts'
import type { z } from 'zod'

export type SignInStep = z.infer<typeof signInStep>

/** The library says in its own way that it wants the second factor before it opens a session. */
export function stepAfter(answer: unknown): SignInStep {
  const asks = typeof answer === 'object' && answer !== null && 'twoFactorRedirect' in answer
  return { next: asks ? 'second-factor' : 'signed-in' }
}
