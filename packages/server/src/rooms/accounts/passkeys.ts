import { ProblemError } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/request-context.ts'
import { endSession } from './sessions.ts'
import { ensureAccount } from './sign-in/account.ts'
import { callLibrary, type Refusals } from './sign-in/call-library.ts'
import { signInOf } from './sign-in/sign-in.ts'
import { type SignInStep, stepAfter } from './sign-in/step.ts'
import { tellOfChange } from './sign-in/tell-of-change.ts'

const REFUSALS: Refusals = {
  otherwise: ['passkey-refused', 'Try again, or sign in by e-mail link.'],
}

export async function passkeyChallenge(context: RequestContext): Promise<Record<string, unknown>> {
  const { library } = signInOf(context.platform)
  const options = await callLibrary(
    context,
    (headers) => library.api.generatePasskeyAuthenticationOptions({ headers, returnHeaders: true }),
    REFUSALS,
  )
  return { ...options }
}

/** A passkey asks the device who is there, so it stands for both factors. */
export async function signInWithPasskey(
  context: RequestContext,
  response: Record<string, unknown>,
): Promise<SignInStep> {
  const { library } = signInOf(context.platform)
  const answer = await callLibrary(
    context,
    (headers) =>
      library.api.verifyPasskeyAuthentication({
        // The library checks its shape.
        body: { response: response as never },
        headers,
        returnHeaders: true,
      }),
    REFUSALS,
  )
  if (context.session) await endSession(context.platform, context.session.personId, context.session.id)
  return stepAfter(answer)
}

export async function startPasskey(context: RequestContext, me: string): Promise<Record<string, unknown>> {
  const signIn = signInOf(context.platform)
  const { email } = await ensureAccount(signIn, me)
  const options = await callLibrary(
    context,
    (headers) =>
      signIn.library.api.generatePasskeyRegistrationOptions({
        query: { name: email },
        headers,
        returnHeaders: true,
      }),
    REFUSALS,
  )
  return { ...options }
}

export async function addPasskey(
  context: RequestContext,
  me: string,
  { name, response }: { name: string; response: Record<string, unknown> },
): Promise<{ id: string }> {
  const signIn = signInOf(context.platform)
  const passkey = await callLibrary(
    context,
    (headers) =>
      signIn.library.api.verifyPasskeyRegistration({
        body: { name, response },
        headers,
        returnHeaders: true,
      }),
    REFUSALS,
  )
  await tellOfChange(context, await ensureAccount(signIn, me), 'passkey')
  return { id: passkey.id }
}

export async function removePasskey(context: RequestContext, me: string, passkeyId: string): Promise<void> {
  const { db } = signInOf(context.platform)
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .using('user')
    .whereRef('user.id', '=', 'passkey.user_id')
    .where('user.person_id', '=', me)
    .where('passkey.id', '=', passkeyId)
    .executeTakeFirst()
  if (numDeletedRows === 0n) {
    throw new ProblemError('passkey-not-found', 'It may have been removed from another device.')
  }
}
