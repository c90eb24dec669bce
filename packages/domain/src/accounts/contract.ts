import { z } from 'zod'
import { errorsOf, operation } from '../problem.ts'
import { id, instant, personCard, seat, timeZone } from '../wire.ts'
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
