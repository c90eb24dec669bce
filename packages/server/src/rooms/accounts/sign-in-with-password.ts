import { ProblemError } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/request-context.ts'
import { endSession } from './sessions.ts'
import { accountOfAddress } from './sign-in/account.ts'
import { attemptSucceeded, beginAttempt } from './sign-in/attempts.ts'
import { callLibrary } from './sign-in/call-library.ts'
import { hashPassword, isOutdated } from './sign-in/hash-password.ts'
import { type SignIn, signInOf } from './sign-in/sign-in.ts'
import { type SignInStep, stepAfter } from './sign-in/step.ts'

const REFUSAL = ['sign-in-refused', 'Check both, or let us send you a sign-in link.'] as const

/** Whoever has no account, or an account without password, costs a hash too and gets the same answer. */
export async function signInWithPassword(
  context: RequestContext,
  { email, password }: { email: string; password: string },
): Promise<SignInStep> {
  const signIn = signInOf(context.platform)
  const subject = { what: 'password', email } as const
  await beginAttempt(signIn, subject, context.platform.clock.now())

  const account = await accountOfAddress(signIn, email)
  if (!account) {
    await hashPassword(password)
    throw new ProblemError(...REFUSAL)
  }
  const answer = await callLibrary(
    context,
    (headers) => signIn.library.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }),
    { otherwise: REFUSAL },
  )
  await attemptSucceeded(signIn, subject)
  await renewHash(signIn, account.id, password)
  if (context.session) await endSession(context.platform, context.session.personId, context.session.id)
  return stepAfter(answer)
}

/** Hashes from when hashing cost less are renewed while the password is at hand. */
async function renewHash(signIn: SignIn, userId: string, password: string): Promise<void> {
  const stored = await signIn.db
    .selectFrom('account')
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .select('password')
    .executeTakeFirst()
  if (!stored?.password || !isOutdated(stored.password)) return
  await signIn.db
    .updateTable('account')
    .set({ password: await hashPassword(password) })
    .where('user_id', '=', userId)
    .where('provider_id', '=', 'credential')
    .execute()
}
