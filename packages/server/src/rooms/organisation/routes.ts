import { readFileSync } from 'node:fs'
import { api } from '../../platform/http/operations.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { RequestContext } from '../../platform/http/request-context.ts'
import { findRights } from '../accounts/queries.ts'
import { openSession } from '../accounts/sessions.ts'
import { expiredSessionCookie } from '../accounts/sign-in/cookies.ts'
import { serverChecks } from './checks.ts'
import { sampleVisitor } from './guards.ts'
import { findOrganisation, sendsMail } from './queries.ts'
import { enterSample, expectPersona, removeSample, samplePersonas } from './sample-organisation.ts'
import { setUp } from './set-up.ts'
import { expectSetUpKey, setUpKey } from './set-up-key.ts'

const { organisation } = api

const { version } = JSON.parse(
  readFileSync(new URL('../../../../../package.json', import.meta.url), 'utf8'),
) as { version: string }

export const organisationRoutes = {
  show: organisation.show.handler(async ({ context }) => {
    const found = await context.act(findOrganisation)
    return {
      state: found?.kind ?? 'empty',
      name: found?.name ?? null,
      version,
      sendsMail: await sendsMail(context.platform),
      setUpKeyNeeded: setUpKey(context.platform.config) !== undefined,
    }
  }),
  setUp: organisation.setUp.handler(async ({ input, context }) => {
    const personId = await setUp(context.platform, input)
    await signInAs(context, personId)
    return { personId }
  }),
  checks: organisation.checks.handler(async ({ context }) => {
    await expectMayCheck(context)
    return serverChecks(context.platform)
  }),
  enterSample: organisation.enterSample.handler(async ({ input, context }) => {
    expectSetUpKey(context.platform.config, input.setUpKey)
    const personId = await enterSample(context.platform)
    await signInAs(context, personId)
    return { personId }
  }),
  personas: organisation.personas
    .use(sampleVisitor, () => ({ setUpKey: undefined }))
    .handler(({ context }) => samplePersonas(context.platform)),
  becomePersona: organisation.becomePersona.use(sampleVisitor).handler(async ({ input, context }) => {
    await expectPersona(context.platform, input.personId)
    await signInAs(context, input.personId)
    return { personId: input.personId }
  }),
  leaveSample: organisation.leaveSample.use(sampleVisitor).handler(async ({ context }) => {
    await removeSample(context.platform)
    context.answerHeaders.append('set-cookie', expiredSessionCookie(context.platform.config.address))
  }),
}

/** Administrators; and before there are any, whoever is about to become one. */
async function expectMayCheck(context: RequestContext): Promise<void> {
  if (context.session) {
    const { administrator } = await context.act(findRights)
    if (administrator) return
    throw new ProblemError('not-allowed', 'This is for administrators.')
  }
  if (!(await context.act(findOrganisation)) && setUpKey(context.platform.config) === undefined) return
  throw new ProblemError('not-signed-in', 'Sign in as an administrator, then try again.')
}

async function signInAs(
  { platform, headers, answerHeaders }: RequestContext,
  personId: string,
): Promise<void> {
  for (const cookie of await openSession(platform, personId, headers))
    answerHeaders.append('set-cookie', cookie)
}
