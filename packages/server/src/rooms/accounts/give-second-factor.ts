import { ProblemError } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/request-context.ts'
import { callLibrary, type Refusals } from './sign-in/call-library.ts'
import { cookiesWithout } from './sign-in/cookies.ts'
import { hashToken } from './sign-in/hashed-session-tokens.ts'
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
  if (method === 'app') await expectFreshCode(context, answer, code)
  return stepAfter(answer)
}

/** Longer than any code is accepted. */
const CODE_LIVES_SECONDS = 120

/** A code counts once (ASVS V6.5.1): whoever looked over a shoulder comes too late, and the new session ends unused. */
async function expectFreshCode(
  context: RequestContext,
  { token, user }: { token?: string | undefined; user: { id: string } },
  code: string,
): Promise<void> {
  const { db, fingerprint } = signInOf(context.platform)
  const now = context.platform.clock.now()
  const fresh = await db
    .insertInto('attempt')
    .values({ subject: `code:${fingerprint(user.id, code.replaceAll(' ', ''))}`, tries: 1, last_try_at: now })
    .onConflict((conflict) =>
      conflict
        .column('subject')
        .doUpdateSet({ last_try_at: now })
        .where('attempt.last_try_at', '<', new Date(now.getTime() - CODE_LIVES_SECONDS * 1000)),
    )
    .returning('subject')
    .executeTakeFirst()
  if (fresh) return
  if (token) await db.deleteFrom('session').where('token', '=', hashToken(token)).execute()
  throw new ProblemError('second-factor-wrong', 'This code was used already. Wait for the next one.')
}
