import { z } from 'zod'
import { passwordForm } from '../accounts/password.ts'
import { accountProblems } from '../accounts/problems.ts'
import { errorsOf, operation } from '../problem.ts'
import { emailAddress, id, timeZone } from '../wire.ts'
import { organisationProblems } from './problems.ts'

/** What a stranger may know: which first page to show, and whose house this is. */
export const organisation = z.object({
  state: z.enum(['empty', 'real', 'sample']),
  name: z.string().nullable(),
  version: z.string(),
  /** Whether e-mail leaves this server; without it, mails wait in the outbox. */
  sendsMail: z.boolean(),
  /** The first start from another machine asks for the key that the console printed. */
  setUpKeyNeeded: z.boolean(),
})
export type OrganisationView = z.infer<typeof organisation>

export const setUpForm = z.object({
  organisationName: z.string().trim().min(1, 'Write the name of your organisation.').max(200),
  timeZone,
  givenName: z.string().trim().min(1, 'Write your first name.').max(100),
  familyName: z.string().trim().min(1, 'Write your family name.').max(100),
  email: emailAddress,
  /** Left out: the administrator signs in by e-mail link. */
  password: passwordForm.optional(),
  setUpKey: z.string().max(200).optional(),
})
export type SetUpForm = z.infer<typeof setUpForm>

export const serverCheck = z.object({
  name: z.enum(['database', 'background-work', 'address', 'mail', 'network']),
  state: z.enum(['working', 'not-working', 'optional']),
  detail: z.string(),
})

/** Whom to be while looking around the sample organisation. */
export const samplePersona = z.object({
  personId: id,
  displayName: z.string(),
  seat: z.enum(['programme-manager', 'mentor', 'leader']),
  jobTitle: z.string().nullable(),
})

const tags = ['Organisation']

export const organisationContract = {
  show: operation
    .route({ method: 'GET', path: '/organisation', tags, summary: 'Whose house this is' })
    .output(organisation),
  setUp: operation
    .route({
      method: 'POST',
      path: '/organisation',
      successStatus: 201,
      tags,
      summary: 'Create the organisation and its first administrator, who is then signed in',
    })
    .errors({
      ...errorsOf(organisationProblems, 'already-set-up', 'set-up-key-wrong'),
      ...errorsOf(accountProblems, 'password-too-common', 'sign-in-busy'),
    })
    .input(setUpForm)
    .output(z.object({ personId: id })),
  checks: operation
    .route({
      method: 'GET',
      path: '/organisation/checks',
      tags,
      summary: 'Live checks of this server (administrators)',
    })
    .output(z.array(serverCheck)),
  enterSample: operation
    .route({
      method: 'POST',
      path: '/sample-organisation',
      successStatus: 201,
      tags,
      summary:
        'Fill an empty installation with the sample organisation, or find it, and sign in as its programme manager',
    })
    .errors(errorsOf(organisationProblems, 'already-set-up', 'set-up-key-wrong'))
    .input(z.object({ setUpKey: z.string().max(200).optional() }))
    .output(z.object({ personId: id })),
  personas: operation
    .route({
      method: 'GET',
      path: '/sample-organisation/personas',
      tags,
      summary: 'Whom one can be in the sample',
    })
    .errors(errorsOf(organisationProblems, 'not-the-sample', 'set-up-key-wrong'))
    .output(z.array(samplePersona)),
  becomePersona: operation
    .route({
      method: 'PUT',
      path: '/sample-organisation/persona',
      tags,
      summary: 'Look around as somebody else',
    })
    .errors(errorsOf(organisationProblems, 'not-the-sample'))
    .input(z.object({ personId: id, setUpKey: z.string().max(200).optional() }))
    .output(z.object({ personId: id })),
  leaveSample: operation
    .route({
      method: 'PUT',
      path: '/sample-organisation/removal',
      successStatus: 204,
      tags,
      summary: 'Leave the sample organisation and remove all of it',
    })
    .errors(errorsOf(organisationProblems, 'not-the-sample', 'set-up-key-wrong'))
    .input(z.object({ setUpKey: z.string().max(200).optional() }).optional()),
}
