import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { createApp } from '../app.ts'
import type { RunningConfig } from '../config.ts'
import { readConfig } from '../config.ts'
import type { AppEnv } from '../platform/http/app-env.ts'
import type { Platform } from '../platform/platform.ts'
import { openSession } from '../rooms/accounts/sessions.ts'
import { type SettableClock, settableClock } from './settable-clock.ts'
import { cloneDatabase, silentLog, type TestDatabase } from './test-database.ts'
import { type PersonWanted, type TestPerson, writePerson } from './test-people.ts'
import { type Persona, personaOf } from './test-persona.ts'

export type TestAppOptions = {
  /** The instant at which the clock stands; tests move it with `app.clock.set`. */
  readonly today?: string
  /** Settings over those of a plain start. Limits are generous unless a test is about them. */
  readonly config?: Partial<RunningConfig>
  /** A first start: no organisation and nobody in it. */
  readonly empty?: boolean
  /** Where the built web app lies, for tests that serve one. */
  readonly webFolder?: string
}

export type TestApp = {
  readonly hono: Hono<AppEnv>
  readonly platform: Platform
  readonly database: TestDatabase
  readonly clock: SettableClock
  /** Ines Moreira, who administers the installation. Sits in no programme. */
  readonly administrator: Persona
  /** Somebody who has not signed in. */
  readonly anonymous: Persona
  /** Somebody who is signed in: typed calls such as `manager.programmes.create({ … })`, and `request` for raw ones. */
  as(person: string | { readonly id: string }): Persona
  /** Creates somebody in the directory, as an import would. */
  person(wanted?: PersonWanted): Promise<TestPerson>
  /** Asks the process to stop: readiness ends and live streams close. */
  stop(): void
  close(): Promise<void>
}

/**
 * The real application on a database of its own, entered through its front door. `close` in `afterAll`.
 *
 * @param options - See {@link TestAppOptions}.
 */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = await cloneDatabase()
  const clock = settableClock(options.today ?? '2026-09-14T09:00:00Z')
  const config: RunningConfig = {
    ...readConfig({}),
    secret: 'a secret for tests, known to everybody',
    requestsPerMinute: 100_000,
    ...options.config,
  }
  const platform: Platform = { config, database, clock, log: silentLog }
  const stopping = new AbortController()
  const hono = createApp({
    platform,
    stopping: stopping.signal,
    ...(options.webFolder && { webFolder: options.webFolder }),
  })

  const person = (wanted: PersonWanted = {}) => writePerson(database.asSuperuser, wanted)
  const as = (who: string | { readonly id: string }) =>
    personaOf(hono, config, () => cookieOf(platform, typeof who === 'string' ? who : who.id))
  const administratorId = options.empty ? randomUUID() : await createOrganisation(database, person)

  return {
    hono,
    platform,
    database,
    clock,
    administrator: as(administratorId),
    anonymous: personaOf(hono, config, async () => undefined),
    as,
    person,
    stop: () => stopping.abort(),
    close: () => database.close(),
  }
}

async function createOrganisation(
  { asSuperuser: db }: TestDatabase,
  person: (wanted: PersonWanted) => Promise<TestPerson>,
): Promise<string> {
  await db
    .insertInto('organisation')
    .values({ name: 'Meridian', time_zone: 'Europe/Lisbon', kind: 'real' })
    .execute()
  const { id } = await person({ givenName: 'Ines', familyName: 'Moreira', jobTitle: 'IT operations' })
  await db.insertInto('administrator').values({ person_id: id }).execute()
  return id
}

/** A session as signing in would open it, in the words of a Cookie header. */
async function cookieOf(platform: Platform, personId: string): Promise<string> {
  const cookies = await openSession(platform, personId, new Headers())
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ')
}
