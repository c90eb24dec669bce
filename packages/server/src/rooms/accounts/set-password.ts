import { ProblemError } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/request-context.ts'
import { endOtherSessions } from './sessions.ts'
import { ensureAccount } from './sign-in/account.ts'
import { attemptSucceeded, beginAttempt } from './sign-in/attempts.ts'
import { callLibrary } from './sign-in/call-library.ts'
import { refuseEasyPassword } from './sign-in/refuse-easy-password.ts'
import { signInOf } from './sign-in/sign-in.ts'
import { tellOfChange } from './sign-in/tell-of-change.ts'

const WRONG = ['password-wrong', 'Enter the password you sign in with now.'] as const

/** Sets the first password or changes it. Every other session of the person ends; this one gets a new id. */
export async function setPassword(
  context: RequestContext,
  session: { id: string; personId: string },
  { newPassword, currentPassword }: { newPassword: string; currentPassword?: string | undefined },
): Promise<void> {
  const signIn = signInOf(context.platform)
  const account = await ensureAccount(signIn, session.personId)
  await refuseEasyPassword(context, newPassword)

  const credential = await signIn.db
    .selectFrom('account')
    .where('user_id', '=', account.id)
    .where('provider_id', '=', 'credential')
    .where('password', 'is not', null)
    .select('id')
    .executeTakeFirst()
  if (credential) {
    if (!currentPassword) throw new ProblemError(...WRONG)
    const subject = { what: 'password', email: account.email } as const
    await beginAttempt(signIn, subject, context.platform.clock.now())
    await callLibrary(
      context,
      (headers) =>
        signIn.library.api.changePassword({
          body: { newPassword, currentPassword, revokeOtherSessions: true },
          headers,
          returnHeaders: true,
        }),
      { otherwise: WRONG },
    )
    await attemptSucceeded(signIn, subject)
  } else {
    await callLibrary(
      context,
      (headers) => signIn.library.api.setPassword({ body: { newPassword }, headers, returnHeaders: true }),
      { otherwise: WRONG },
    )
    await endOtherSessions(context.platform, session.personId, session.id)
  }
  await tellOfChange(context, account, 'password')
}
