import type { Db } from '../platform/database/as-actor.ts'

export type PersonWanted = {
  readonly givenName?: string
  readonly familyName?: string
  readonly email?: string
  readonly jobTitle?: string | null
  readonly department?: string | null
  readonly site?: string | null
  readonly timeZone?: string | null
  readonly level?: number | null
  readonly managerId?: string | null
  readonly status?: 'active' | 'left'
}

export type TestPerson = {
  readonly id: string
  readonly givenName: string
  readonly familyName: string
  readonly displayName: string
  readonly email: string
}

let people = 0

/** Writes somebody straight into the directory; what is not named is made up, and nobody shares an e-mail address. */
export async function writePerson(db: Db, wanted: PersonWanted): Promise<TestPerson> {
  people += 1
  const givenName = wanted.givenName ?? 'Robin'
  const familyName = wanted.familyName ?? `Silva ${people}`
  const displayName = `${givenName} ${familyName}`
  const email =
    wanted.email ?? `${displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '.')}.${people}@meridian.example`
  const { id } = await db
    .insertInto('person')
    .values({
      email,
      given_name: givenName,
      family_name: familyName,
      display_name: displayName,
      job_title: wanted.jobTitle ?? null,
      department: wanted.department ?? null,
      site: wanted.site ?? null,
      time_zone: wanted.timeZone ?? null,
      level: wanted.level ?? null,
      manager_id: wanted.managerId ?? null,
      status: wanted.status ?? 'active',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, givenName, familyName, displayName, email }
}
