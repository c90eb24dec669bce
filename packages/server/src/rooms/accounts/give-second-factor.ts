import type { RequestContext } from '../../platform/http/request-context.ts'
import { callLibrary, type Refusals } from './sign-in/call-library.ts'
import { cookiesWithout } from './sign-in/cookies.ts'
import { signInOf } from './sign-in/sign-in.ts'
import { type SignInStep, stepAfter } from './sign-in/step.ts'

const REFUSALS: Refusals = {
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: [
    'second-factor-expired',
    'There were too many wrong codes. Sign in again.',
  ],
  ACCOUNT_TEMPORARILY_LOCKED: [
    'too-many-requests',
    'There were too many wrong codes. Try again in 15 minutes.',
  ],
  INVALID_TWO_FACTOR_COOKIE: [
    'second-factor-expired',
    'Sign in again, then enter the code within ten minutes.',
  ],
  otherwise: [
    'second-factor-wrong',
    'Enter the code that the app shows now, or a backup code not used before.',
  ],
}

/** Finishes a sign-in that waits for its second factor. */
export async function giveSecondFactor(
  context: RequestContext,
  { method, code }: { method: 'app' | 'backup-code'; code: string },
): Promise<SignInStep> {
  const { library, cookieName } = signInOf(context.platform)
  const answer = await callLibrary(
    context,
    (all) => {
      // With a session the library would check its owner's code, not that of whoever is signing in.
      const headers = cookiesWithout(all, cookieName)
      const request = { body: { code: code.replaceAll(' ', '') }, headers, returnHeaders: true } as const
      return method === 'app' ? library.api.verifyTOTP(request) : library.api.verifyBackupCode(request)
    },
    REFUSALS,
  )
  return stepAfter(answer)
}
