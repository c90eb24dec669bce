import { randomUUID } from 'node:crypto'
import type { SetUpForm } from '@viceversa/domain/organisation/contract.ts'
import pg from 'pg'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Platform } from '../../platform/platform.ts'
import { createAccountWith } from '../accounts/sign-in/account.ts'
import { hashPassword } from '../accounts/sign-in/hash-password.ts'
import { expectHardToGuess } from '../accounts/sign-in/refuse-easy-password.ts'
import { findOrganisation } from './queries.ts'
import { expectSetUpKey } from './set-up-key.ts'

/**
 * Creates the organisation with its first administrator and their way in, or nothing of it. Of two at once the first
 * wins.
 *
 * @returns The administrator's person id.
 * @throws ProblemError `already-set-up`, `set-up-key-wrong`, `password-too-common`, `sign-in-busy`.
 */
export async function setUp(platform: Platform, form: SetUpForm): Promise<string> {
  expectSetUpKey(platform.config, form.setUpKey)
  if (form.password !== undefined) {
    expectHardToGuess(form.password, [form.email, form.givenName, form.familyName, form.organisationName])
  }
  await platform.database.asActor({ kind: 'anonymous' }, expectEmpty)
  const passwordHash = form.password === undefined ? undefined : await hashPassword(form.password)

  const personId = randomUUID()
  await orAlreadySetUp(() =>
    platform.database.asActor({ kind: 'anonymous' }, async (db) => {
      await expectEmpty(db)
      await createFirstAdministrator(db, personId, form)
      await createAccountWith(db, { personId, email: form.email, passwordHash })
    }),
  )
  return personId
}

/** @throws ProblemError `already-set-up`. */
export async function expectEmpty(db: Db): Promise<void> {
  if (await findOrganisation(db)) throw alreadySetUp()
}

/** Before there is an organisation anybody may create its people; its row closes the door, so it comes last. */
async function createFirstAdministrator(db: Db, personId: string, form: SetUpForm): Promise<void> {
  await db
    .insertInto('person')
    .values({
      id: personId,
      email: form.email,
      given_name: form.givenName,
      family_name: form.familyName,
      display_name: `${form.givenName} ${form.familyName}`,
      time_zone: form.timeZone,
    })
    .execute()
  await db.insertInto('administrator').values({ person_id: personId }).execute()
  await db
    .insertInto('organisation')
    .values({ name: form.organisationName, time_zone: form.timeZone, kind: 'real' })
    .execute()
}

const UNIQUE_VIOLATION = '23505'
const REFUSED_BY_POLICY = '42501'

/** Whoever comes second meets either the first one's rows or, a moment later, the closed door. */
export async function orAlreadySetUp<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const cause = error instanceof pg.DatabaseError ? error.code : undefined
    if (cause === UNIQUE_VIOLATION || cause === REFUSED_BY_POLICY) throw alreadySetUp()
    throw error
  }
}

function alreadySetUp(): ProblemError {
  return new ProblemError('already-set-up', 'Sign in, or ask an administrator for an invitation.')
}
