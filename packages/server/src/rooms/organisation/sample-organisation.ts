import type { samplePersona } from '@viceversa/domain/organisation/contract.ts'
import type { z } from 'zod'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import type { Platform } from '../../platform/platform.ts'
import { signInOf } from '../accounts/sign-in/sign-in.ts'
import { findOrganisation } from './queries.ts'
import { expectEmpty } from './set-up.ts'

type Persona = z.infer<typeof samplePersona>

/**
 * Fills an empty installation with the sample, or finds the sample that is there.
 *
 * @returns The person id of its programme manager.
 * @throws ProblemError `already-set-up` when a real organisation lives here.
 */
export async function enterSample(platform: Platform): Promise<string> {
  const organisation = await platform.database.asActor({ kind: 'anonymous' }, findOrganisation)
  if (organisation?.kind !== 'sample') await fill(platform)
  const [programmeManager] = await samplePersonas(platform)
  if (!programmeManager) throw new Error('The sample organisation has no programme manager.')
  return programmeManager.personId
}

/** A filling that fails half-way is taken away again, so that the house is as empty as before. */
async function fill(platform: Platform): Promise<void> {
  await platform.database.asActor({ kind: 'anonymous' }, expectEmpty)
  try {
    // Loaded when somebody asks for it: it brings the whole programme with it.
    const { fillSample } = await import('./sample/fill-sample.ts')
    await fillSample(platform, platform.clock.now())
  } catch (error) {
    const lostTheRace = error instanceof ProblemError && error.code === 'already-set-up'
    if (!lostTheRace) await removeSample(platform).catch(() => {})
    throw error
  }
}

/**
 * Whom one can be in the sample: its programme manager, and the mentor and leader of a pair with a session ahead.
 *
 * @throws ProblemError `not-the-sample`.
 */
export async function samplePersonas(platform: Platform): Promise<Persona[]> {
  const administratorId = await expectSample(platform)
  const managerId = await asPerson(platform, administratorId, async (db) => {
    const manager = await db
      .selectFrom('programme_manager')
      .select('person_id')
      .orderBy('granted_at')
      .orderBy('person_id')
      .executeTakeFirst()
    return manager?.person_id ?? administratorId
  })
  return asPerson(platform, managerId, async (db) => {
    const pair = await db
      .selectFrom('pair')
      .where('state', '=', 'active')
      .select(['mentor_id', 'leader_id'])
      // A pair with a date ahead shows more of itself than one that waits.
      .orderBy(
        ({ exists, selectFrom }) =>
          exists(
            selectFrom('pair_session')
              .select('number')
              .whereRef('pair_id', '=', 'pair.id')
              .where('state', '=', 'booked'),
          ),
        'desc',
      )
      .orderBy('started_at')
      .orderBy('id')
      .executeTakeFirst()
    const seats: [string, Persona['seat']][] = [[managerId, 'programme-manager']]
    if (pair) seats.push([pair.mentor_id, 'mentor'], [pair.leader_id, 'leader'])
    return describe(db, seats)
  })
}

/** @throws ProblemError `not-the-sample`, `not-found` for anybody who is not one of the personas. */
export async function expectPersona(platform: Platform, personId: string): Promise<void> {
  const personas = await samplePersonas(platform)
  if (personas.some((persona) => persona.personId === personId)) return
  throw new ProblemError('not-found', 'Nobody of that name can be played in the sample.')
}

/**
 * Removes everything the sample brought, sign-in included, in one transaction. The installation is then as empty as
 * before its first start.
 *
 * @throws ProblemError `not-the-sample`.
 */
export async function removeSample(platform: Platform): Promise<void> {
  const administratorId = await expectSample(platform)
  await asPerson(platform, administratorId, async (db) => {
    await db.deleteFrom('programme').execute()
    await db.deleteFrom('mail').execute()
    await db.deleteFrom('mail_setting').execute()
    const { numDeletedRows } = await db.deleteFrom('organisation').executeTakeFirst()
    if (numDeletedRows !== 1n) throw notTheSample()
    // Takes along everything that belongs to people: roles, preferences, accounts and their sessions.
    await db.deleteFrom('person').execute()
  })
}

/** @returns The sample's administrator, in whose name the sample is looked after whoever plays in it. */
async function expectSample(platform: Platform): Promise<string> {
  const organisation = await platform.database.asActor({ kind: 'anonymous' }, findOrganisation)
  const administrator = await signInOf(platform)
    .db.selectFrom('public.administrator')
    .select('person_id')
    .orderBy('person_id')
    .executeTakeFirst()
  if (organisation?.kind !== 'sample' || !administrator) throw notTheSample()
  return administrator.person_id
}

async function describe(db: Db, seats: readonly [string, Persona['seat']][]): Promise<Persona[]> {
  const people = await db
    .selectFrom('person')
    .where(
      'id',
      'in',
      seats.map(([id]) => id),
    )
    .select(['id', 'display_name', 'job_title'])
    .execute()
  return seats.flatMap(([id, seat]) => {
    const person = people.find((each) => each.id === id)
    return person
      ? [{ personId: id, displayName: person.display_name, seat, jobTitle: person.job_title }]
      : []
  })
}

function asPerson<T>(platform: Platform, personId: string, work: (db: Db) => Promise<T>): Promise<T> {
  return platform.database.asActor({ kind: 'person', personId }, work)
}

function notTheSample(): ProblemError {
  return new ProblemError('not-the-sample', 'A real organisation lives here, or none yet.')
}
