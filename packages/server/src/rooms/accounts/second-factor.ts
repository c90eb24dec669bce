import type { RequestContext } from '../../platform/http/request-context.ts'
import { ensureAccount } from './sign-in/account.ts'
import { callLibrary, type Refusals } from './sign-in/call-library.ts'
import { signInOf } from './sign-in/sign-in.ts'
import { tellOfChange } from './sign-in/tell-of-change.ts'

const REFUSALS: Refusals = {
  INVALID_PASSWORD: ['password-wrong', 'Enter the password you sign in with.'],
  TOTP_ALREADY_ENABLED: ['second-factor-already-on', 'Turn it off first to use another app.'],
  otherwise: ['second-factor-wrong', 'Enter the code that the app shows now.'],
}

/** Makes the secret for an authenticator app, and backup codes. Nothing counts before a first code is confirmed. */
export async function startSecondFactor(
  context: RequestContext,
  password: string | undefined,
): Promise<{ uri: string; backupCodes: string[] }> {
  const { library } = signInOf(context.platform)
  const started = await callLibrary(
    context,
    (headers) =>
      library.api.enableTwoFactor({
        body: { method: 'totp', ...(password === undefined ? {} : { password }) },
        headers,
        returnHeaders: true,
      }),
    REFUSALS,
  )
  if (started.method !== 'totp') throw new Error('The library prepared another second factor.')
  return { uri: started.totpURI, backupCodes: started.backupCodes }
}

/** From now on signing in asks for a code. The session gets a new id. */
export async function confirmSecondFactor(context: RequestContext, me: string, code: string): Promise<void> {
  const signIn = signInOf(context.platform)
  await callLibrary(
    context,
    (headers) =>
      signIn.library.api.verifyTOTP({
        body: { code: code.replaceAll(' ', '') },
        headers,
        returnHeaders: true,
      }),
    REFUSALS,
  )
  await tellOfChange(context, await ensureAccount(signIn, me), 'second-factor')
}

export async function removeSecondFactor(
  context: RequestContext,
  me: string,
  password: string | undefined,
): Promise<void> {
  const signIn = signInOf(context.platform)
  await callLibrary(
    context,
    (headers) =>
      signIn.library.api.disableTwoFactor({
        body: password === undefined ? {} : { password },
        headers,
        returnHeaders: true,
      }),
    REFUSALS,
  )
  await tellOfChange(context, await ensureAccount(signIn, me), 'second-factor')
}
