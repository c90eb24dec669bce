import { setTimeout as sleep } from 'node:timers/promises'
import type { RequestContext } from '../../platform/http/request-context.ts'
import { accountOfAddress } from './sign-in/account.ts'
import { beginAttempt } from './sign-in/attempts.ts'
import { ALIKE_MILLISECONDS } from './sign-in/limits.ts'
import { type SignIn, signInOf } from './sign-in/sign-in.ts'

/** Mails a link if the address belongs to somebody who may sign in. The answer and its time tell nothing about it. */
export async function requestSignInLink(context: RequestContext, email: string): Promise<void> {
  const signIn = signInOf(context.platform)
  await beginAttempt(signIn, { what: 'link', email }, context.platform.clock.now())
  await Promise.all([sleep(ALIKE_MILLISECONDS), mailLink(signIn, email, context.headers)])
}

async function mailLink(signIn: SignIn, email: string, headers: Headers): Promise<void> {
  const account = await accountOfAddress(signIn, email)
  if (account)
    await signIn.library.api.signInMagicLink({
      body: { email: account.email, metadata: { personId: account.personId } },
      headers,
    })
}
