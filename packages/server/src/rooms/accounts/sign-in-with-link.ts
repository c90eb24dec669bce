import type { RequestContext } from '../../platform/http/request-context.ts'
import { endSession } from './sessions.ts'
import { callLibrary } from './sign-in/call-library.ts'
import { signInOf } from './sign-in/sign-in.ts'
import { type SignInStep, stepAfter } from './sign-in/step.ts'

/** The second of two at once finds the link used. */
export async function signInWithLink(context: RequestContext, token: string): Promise<SignInStep> {
  const { library } = signInOf(context.platform)
  const answer = await callLibrary(
    context,
    (headers) => library.api.magicLinkVerify({ query: { token }, headers, returnHeaders: true }),
    { otherwise: ['sign-in-link-not-valid', 'A link works once and for 15 minutes. Ask for a new one.'] },
  )
  if (context.session) await endSession(context.platform, context.session.personId, context.session.id)
  return stepAfter(answer)
}
