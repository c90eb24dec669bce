import { api, signedIn } from '../../platform/http/operations.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { deviceInWords } from './device.ts'
import { giveSecondFactor } from './give-second-factor.ts'
import { acceptInvitation, showInvitation } from './invitations.ts'
import { describeMe } from './me.ts'
import { addPasskey, passkeyChallenge, removePasskey, signInWithPasskey, startPasskey } from './passkeys.ts'
import { requestSignInLink } from './request-sign-in-link.ts'
import { confirmSecondFactor, removeSecondFactor, startSecondFactor } from './second-factor.ts'
import { endOtherSessions, endSession, openSession, sessionLimits, sessionsOf } from './sessions.ts'
import { setPassword } from './set-password.ts'
import { signInMethodsOf } from './sign-in-methods.ts'
import { signInWithLink } from './sign-in-with-link.ts'
import { signInWithPassword } from './sign-in-with-password.ts'
import { signOut } from './sign-out.ts'
import { updatePreferences } from './update-preferences.ts'

const { accounts } = api

export const accountsRoutes = {
  me: accounts.me.use(signedIn).handler(async ({ context }) => {
    const { idleSeconds, endsAt } = await sessionLimits(context.platform, context.session.id)
    const me = await context.act((db) => describeMe(db, context.me, context.platform.clock.now()))
    return { ...me, session: { idleMinutes: Math.floor(idleSeconds / 60), endsAt: endsAt.toISOString() } }
  }),
  updatePreferences: accounts.updatePreferences
    .use(signedIn)
    .handler(({ input, context }) => context.act((db) => updatePreferences(db, context.me, input))),

  sessions: accounts.sessions.use(signedIn).handler(async ({ context }) => {
    const sessions = await sessionsOf(context.platform, context.me)
    return sessions.map((session) => ({
      id: session.id,
      current: session.id === context.session.id,
      startedAt: session.startedAt.toISOString(),
      lastSeenAt: session.lastSeenAt.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      device: deviceInWords(session.userAgent),
    }))
  }),
  endSession: accounts.endSession.use(signedIn).handler(async ({ input, context }) => {
    const ended = await endSession(context.platform, context.me, input.sessionId)
    if (!ended) throw new ProblemError('session-not-found', 'It may have ended by itself.')
  }),
  endOtherSessions: accounts.endOtherSessions
    .use(signedIn)
    .handler(({ context }) => endOtherSessions(context.platform, context.me, context.session.id)),
  signOut: accounts.signOut.use(signedIn).handler(({ context }) => signOut(context)),

  signInWithPassword: accounts.signInWithPassword.handler(({ input, context }) =>
    signInWithPassword(context, input),
  ),
  requestSignInLink: accounts.requestSignInLink.handler(({ input, context }) =>
    requestSignInLink(context, input.email),
  ),
  signInWithLink: accounts.signInWithLink.handler(({ input, context }) =>
    signInWithLink(context, input.token),
  ),
  giveSecondFactor: accounts.giveSecondFactor.handler(({ input, context }) =>
    giveSecondFactor(context, input),
  ),
  passkeyChallenge: accounts.passkeyChallenge.handler(({ context }) => passkeyChallenge(context)),
  signInWithPasskey: accounts.signInWithPasskey.handler(({ input, context }) =>
    signInWithPasskey(context, input.response),
  ),

  signInMethods: accounts.signInMethods
    .use(signedIn)
    .handler(({ context }) => signInMethodsOf(context.platform, context.me)),
  setPassword: accounts.setPassword
    .use(signedIn)
    .handler(({ input, context }) => setPassword(context, context.session, input)),
  startSecondFactor: accounts.startSecondFactor
    .use(signedIn)
    .handler(({ input, context }) => startSecondFactor(context, input.password)),
  confirmSecondFactor: accounts.confirmSecondFactor
    .use(signedIn)
    .handler(({ input, context }) => confirmSecondFactor(context, context.me, input.code)),
  removeSecondFactor: accounts.removeSecondFactor
    .use(signedIn)
    .handler(({ input, context }) => removeSecondFactor(context, context.me, input.password)),
  startPasskey: accounts.startPasskey
    .use(signedIn)
    .handler(({ context }) => startPasskey(context, context.me)),
  addPasskey: accounts.addPasskey
    .use(signedIn)
    .handler(({ input, context }) => addPasskey(context, context.me, input)),
  removePasskey: accounts.removePasskey
    .use(signedIn)
    .handler(({ input, context }) => removePasskey(context, context.me, input.passkeyId)),

  showInvitation: accounts.showInvitation.handler(({ input, context }) =>
    context.act((db) => showInvitation(db, input.token, context.platform.clock.now())),
  ),
  acceptInvitation: accounts.acceptInvitation.handler(async ({ input, context }) => {
    const { personId, programmeId } = await context.act((db) =>
      acceptInvitation(db, input.token, context.platform.clock.now()),
    )
    if (context.session) await endSession(context.platform, context.session.personId, context.session.id)
    for (const cookie of await openSession(context.platform, personId, context.headers)) {
      context.answerHeaders.append('set-cookie', cookie)
    }
    return { programmeId }
  }),
}
