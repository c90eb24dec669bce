import { z } from 'zod'
import { errorsOf, operation } from '../problem.ts'
import { emailAddress, id, instant, personCard, seat, timeZone } from '../wire.ts'
import { passwordForm } from './password.ts'
import { accountProblems } from './problems.ts'

/** One seat somebody sits in; the seat decides the navigation. */
export const mySeat = z.object({
  programmeId: id,
  programmeName: z.string(),
  programmeState: z.string(),
  seat,
  /** For mentors and leaders: where they stand. */
  enrolmentState: z.enum(['invited', 'consented', 'ready']).nullable(),
  /** For mentors and leaders: their open pairs, the oldest first. */
  pairIds: z.array(id),
})
export type MySeat = z.infer<typeof mySeat>

export const me = z.object({
  person: personCard.extend({ email: z.string(), familyName: z.string() }),
  administrator: z.boolean(),
  /** May create programmes and import people. */
  managesPeople: z.boolean(),
  seats: z.array(mySeat),
  preferences: z.object({
    theme: z.enum(['auto', 'light', 'dark']),
    timeZone,
    locale: z.string(),
  }),
  sample: z.boolean(),
  /** After how many minutes without a request this session ends, and when it ends in any case. */
  session: z.object({ idleMinutes: z.number().int(), endsAt: instant }),
})
export type Me = z.infer<typeof me>

export const mySession = z.object({
  id: z.string(),
  current: z.boolean(),
  startedAt: instant,
  lastSeenAt: instant,
  expiresAt: instant,
  /** In words, such as "Chromium on Linux". */
  device: z.string(),
})

export const signInMethods = z.object({
  password: z.boolean(),
  twoFactor: z.boolean(),
  passkeys: z.array(z.object({ id: z.string(), name: z.string(), createdAt: instant.nullable() })),
})

/** What a step of signing in led to: a session, or the question for the second factor. */
export const signInStep = z.object({ next: z.enum(['signed-in', 'second-factor']) })

/** What the browser's WebAuthn functions take and give; checked by the sign-in library. */
const webAuthn = z.looseObject({})

export const invitation = z.object({
  organisationName: z.string(),
  programmeName: z.string().nullable(),
  seat: seat.nullable(),
  givenName: z.string(),
})

const tags = ['Accounts']

export const accountsContract = {
  me: operation
    .route({ method: 'GET', path: '/me', tags, summary: 'Who I am and which seats I sit in' })
    .output(me),
  updatePreferences: operation
    .route({ method: 'PATCH', path: '/me/preferences', tags, summary: 'How I want the screens' })
    .input(
      z.object({
        theme: z.enum(['auto', 'light', 'dark']).optional(),
        timeZone: timeZone.optional(),
        locale: z.string().max(35).optional(),
      }),
    )
    .output(me.shape.preferences),
  sessions: operation
    .route({ method: 'GET', path: '/me/sessions', tags, summary: 'Where I am signed in' })
    .output(z.array(mySession)),
  endSession: operation
    .route({
      method: 'DELETE',
      path: '/me/sessions/{sessionId}',
      successStatus: 204,
      tags,
      summary: 'End one of my sessions',
    })
    .errors(errorsOf(accountProblems, 'session-not-found'))
    .input(z.object({ sessionId: z.string().max(200) })),
  signOut: operation.route({
    method: 'DELETE',
    path: '/session',
    successStatus: 204,
    tags,
    summary: 'End this session',
  }),
  endOtherSessions: operation.route({
    method: 'DELETE',
    path: '/me/sessions',
    successStatus: 204,
    tags,
    summary: 'End all my sessions but this one',
  }),
  signInMethods: operation
    .route({ method: 'GET', path: '/me/sign-in-methods', tags, summary: 'How I can sign in' })
    .output(signInMethods),
  signInWithPassword: operation
    .route({ method: 'POST', path: '/sign-ins/password', tags, summary: 'Sign in with a password' })
    .errors(errorsOf(accountProblems, 'sign-in-refused', 'sign-in-busy'))
    .input(z.object({ email: emailAddress, password: z.string().min(1, 'Write your password.').max(256) }))
    .output(signInStep),
  requestSignInLink: operation
    .route({
      method: 'POST',
      path: '/sign-in-links',
      successStatus: 202,
      tags,
      summary: 'Ask for a sign-in link by e-mail; the answer is the same whether or not the address is known',
    })
    .input(z.object({ email: emailAddress })),
  signInWithLink: operation
    .route({ method: 'POST', path: '/sign-ins/link', tags, summary: 'Use a sign-in link up' })
    .errors(errorsOf(accountProblems, 'sign-in-link-not-valid'))
    .input(z.object({ token: z.string().min(20).max(200) }))
    .output(signInStep),
  giveSecondFactor: operation
    .route({
      method: 'POST',
      path: '/sign-ins/second-factor',
      tags,
      summary: 'Finish signing in with a code of the authenticator app, or with a backup code',
    })
    .errors(errorsOf(accountProblems, 'second-factor-wrong', 'second-factor-expired'))
    .input(z.object({ method: z.enum(['app', 'backup-code']), code: z.string().trim().min(6).max(20) }))
    .output(signInStep),
  passkeyChallenge: operation
    .route({
      method: 'POST',
      path: '/sign-ins/passkey/challenges',
      tags,
      summary: 'What the browser needs to sign in with a passkey',
    })
    .output(webAuthn),
  signInWithPasskey: operation
    .route({ method: 'POST', path: '/sign-ins/passkey', tags, summary: 'Sign in with a passkey' })
    .errors(errorsOf(accountProblems, 'passkey-refused'))
    .input(z.object({ response: webAuthn }))
    .output(signInStep),

  setPassword: operation
    .route({
      method: 'PUT',
      path: '/me/password',
      successStatus: 204,
      tags,
      summary: 'Set or change my password; all my other sessions end',
    })
    .errors(errorsOf(accountProblems, 'password-too-common', 'password-wrong', 'sign-in-busy'))
    .input(z.object({ newPassword: passwordForm, currentPassword: z.string().max(256).optional() })),
  startSecondFactor: operation
    .route({
      // Not a POST, whose answer would be kept for a repetition: it holds the secret.
      method: 'PUT',
      path: '/me/second-factor',
      tags,
      summary: 'Prepare an authenticator app: it counts once a first code is confirmed',
    })
    .errors(errorsOf(accountProblems, 'password-wrong', 'second-factor-already-on'))
    .input(z.object({ password: z.string().max(256).optional() }))
    .output(z.object({ uri: z.string(), backupCodes: z.array(z.string()) })),
  confirmSecondFactor: operation
    .route({
      method: 'PUT',
      path: '/me/second-factor/confirmation',
      successStatus: 204,
      tags,
      summary: 'Confirm the authenticator app with a first code',
    })
    .errors(errorsOf(accountProblems, 'second-factor-wrong'))
    .input(z.object({ code: z.string().trim().min(6).max(10) })),
  removeSecondFactor: operation
    .route({
      method: 'PUT',
      path: '/me/second-factor/removal',
      successStatus: 204,
      tags,
      summary: 'Sign in without a second factor again',
    })
    .errors(errorsOf(accountProblems, 'password-wrong'))
    .input(z.object({ password: z.string().max(256).optional() })),
  startPasskey: operation
    .route({
      method: 'POST',
      path: '/me/passkeys/challenges',
      tags,
      summary: 'What the browser needs to make a passkey',
    })
    .output(webAuthn),
  addPasskey: operation
    .route({ method: 'POST', path: '/me/passkeys', successStatus: 201, tags, summary: 'Add a passkey' })
    .errors(errorsOf(accountProblems, 'passkey-refused'))
    .input(
      z.object({ name: z.string().trim().min(1, 'Give the passkey a name.').max(60), response: webAuthn }),
    )
    .output(z.object({ id: z.string() })),
  removePasskey: operation
    .route({
      method: 'DELETE',
      path: '/me/passkeys/{passkeyId}',
      successStatus: 204,
      tags,
      summary: 'Remove a passkey',
    })
    .errors(errorsOf(accountProblems, 'passkey-not-found'))
    .input(z.object({ passkeyId: z.string().max(100) })),

  showInvitation: operation
    .route({ method: 'GET', path: '/invitations/{token}', tags, summary: 'What a one-time link invites to' })
    .errors(errorsOf(accountProblems, 'invitation-not-valid'))
    .input(z.object({ token: z.string().min(20).max(200) }))
    .output(invitation),
  acceptInvitation: operation
    .route({
      method: 'PUT',
      path: '/invitations/{token}/acceptance',
      tags,
      summary: 'Use a one-time link up: its person is then signed in',
    })
    .errors(errorsOf(accountProblems, 'invitation-not-valid'))
    .input(z.object({ token: z.string().min(20).max(200) }))
    .output(z.object({ programmeId: id.nullable() })),
}
