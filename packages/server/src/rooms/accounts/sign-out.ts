import type { RequestContext } from '../../platform/http/request-context.ts'
import { callLibrary } from './sign-in/call-library.ts'
import { signInOf } from './sign-in/sign-in.ts'

/** Ends this session here and in the browser, which also forgets what it kept of us. */
export async function signOut(context: RequestContext): Promise<void> {
  const { library } = signInOf(context.platform)
  await callLibrary(context, (headers) => library.api.signOut({ headers, returnHeaders: true }), {
    otherwise: ['not-signed-in', 'You are signed out already.'],
  })
  context.answerHeaders.set('clear-site-data', '"cache"')
}
