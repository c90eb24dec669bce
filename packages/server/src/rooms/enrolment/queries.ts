import type { EnrolmentRow, Profile } from '@viceversa/domain/enrolment/contract.ts'
import type { EnrolmentState } from '@viceversa/domain/enrolment/enrolment-states.ts'
import type { ParticipantSeat } from '@viceversa/domain/wire.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'
import { takesSeatOf } from '../pairs/seats.ts'

/** Who was invited and where they stand, leaders first, then by name. */
export async function enrolmentRows(db: Db, programmeId: string): Promise<EnrolmentRow[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select((row) => [
      'enrolment.id',
      'enrolment.seat',
      'enrolment.state',
      'enrolment.invited_at',
      'person.id as person_id',
      'person.display_name',
      'person.given_name',
      'person.job_title',
      'person.department',
      'person.site',
      'person.email',
      'person.level',
      row
        .exists(
          row
            .selectFrom('pair')
            .select('pair.id')
            .where('pair.programme_id', '=', programmeId)
            .where(takesSeatOf(sql.ref('person.id'))),
        )
        .$castTo<boolean>()
        .as('matched'),
    ])
    .where('enrolment.programme_id', '=', programmeId)
    .orderBy('enrolment.seat')
    .orderBy('person.family_name')
    .orderBy('person.given_name')
    .orderBy('person.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    person: {
      id: row.person_id,
      displayName: row.display_name,
      givenName: row.given_name,
      jobTitle: row.job_title,
      department: row.department,
      site: row.site,
      email: row.email,
      level: row.level,
    },
    seat: row.seat as ParticipantSeat,
    state: row.state as EnrolmentState,
    invitedAt: row.invited_at.toISOString(),
    matched: row.matched,
  }))
}

/** The programme as far as inviting goes. Held until the end, so that nobody deletes or closes it meanwhile. */
export function findProgrammeToInviteTo(db: Db, programmeId: string) {
  return db
    .selectFrom('programme')
    .select(['id', 'name', 'state', 'safe_contact_id', 'session_count', 'session_minutes', 'kick_off_on'])
    .where('id', '=', programmeId)
    .forShare()
    .executeTakeFirst()
}

export type ProgrammeToInviteTo = NonNullable<Awaited<ReturnType<typeof findProgrammeToInviteTo>>>

/** People of this list who work here and may be invited, with what the invitation needs. */
export function invitablePeople(db: Db, personIds: readonly string[], safeContactId: string | null) {
  let people = db
    .selectFrom('person')
    .select(['id', 'email', 'given_name'])
    .where('id', 'in', personIds)
    .where('status', '=', 'active')
  if (safeContactId) people = people.where('id', '!=', safeContactId)
  return people.orderBy('id').execute()
}

/**
 * Adds people who are not in the programme yet.
 *
 * @returns Ids of those who were added. When two programme managers invite at once, each person is in one list only.
 */
export async function addEnrolments(
  db: Db,
  programmeId: string,
  seat: ParticipantSeat,
  personIds: readonly string[],
  now: Date,
): Promise<string[]> {
  if (personIds.length === 0) return []
  const added = await db
    .insertInto('enrolment')
    .values(personIds.map((person_id) => ({ programme_id: programmeId, person_id, seat, invited_at: now })))
    .onConflict((conflict) => conflict.columns(['programme_id', 'person_id']).doNothing())
    .returning('person_id')
    .execute()
  return added.map(({ person_id }) => person_id)
}

export async function findInvitation(db: Db, enrolmentId: string) {
  const row = await db
    .selectFrom('enrolment')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select([
      'enrolment.id',
      'enrolment.programme_id',
      'enrolment.person_id',
      'enrolment.seat',
      'enrolment.state',
      'person.email',
      'person.given_name',
    ])
    .where('enrolment.id', '=', enrolmentId)
    .executeTakeFirst()
  return row && { ...row, seat: row.seat as ParticipantSeat, state: row.state as EnrolmentState }
}

/** Somebody's own place in a programme, locked so that answering, leaving and being matched follow each other. */
export async function findMyEnrolmentForUpdate(db: Db, programmeId: string, personId: string) {
  const row = await db
    .selectFrom('enrolment')
    .select(['id', 'seat', 'state'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return row && { id: row.id, seat: row.seat as ParticipantSeat, state: row.state as EnrolmentState }
}

export async function findMyEnrolment(db: Db, programmeId: string, personId: string) {
  const row = await db
    .selectFrom('enrolment')
    .select(['id', 'seat', 'state'])
    .where('programme_id', '=', programmeId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && { id: row.id, seat: row.seat as ParticipantSeat, state: row.state as EnrolmentState }
}

export async function findProfile(db: Db, enrolmentId: string): Promise<Profile | null> {
  const row = await db
    .selectFrom('enrolment_profile')
    .selectAll()
    .where('enrolment_id', '=', enrolmentId)
    .executeTakeFirst()
  if (!row) return null
  return {
    offers: row.offers,
    wants: row.wants,
    workStyle: row.work_style as Profile['workStyle'],
    interests: row.interests as Profile['interests'],
    languages: row.languages,
    timeZone: row.time_zone,
    availability: row.availability,
    capacity: row.capacity,
  }
}

/** What the directory and the organisation suggest for somebody's profile. */
export async function whatIsKnownAbout(db: Db, personId: string) {
  const person = await db
    .selectFrom('person')
    .leftJoin('person_preference', 'person_preference.person_id', 'person.id')
    .select(['person.language', 'person.time_zone', 'person_preference.time_zone as preferred_time_zone'])
    .where('person.id', '=', personId)
    .executeTakeFirst()
  const organisation = await db.selectFrom('organisation').select('time_zone').executeTakeFirst()
  return {
    language: person?.language ?? null,
    /** The person's own choice first, then the directory, then the organisation. */
    timeZones: [person?.preferred_time_zone, person?.time_zone, organisation?.time_zone],
  }
}

export async function writeProfile(db: Db, enrolmentId: string, profile: Profile, now: Date): Promise<void> {
  const columns = {
    offers: profile.offers,
    wants: profile.wants,
    work_style: profile.workStyle,
    interests: profile.interests,
    languages: profile.languages,
    time_zone: profile.timeZone,
    availability: profile.availability,
    capacity: profile.capacity,
    updated_at: now,
  }
  await db
    .insertInto('enrolment_profile')
    .values({ enrolment_id: enrolmentId, ...columns })
    .onConflict((conflict) =>
      conflict
        .column('enrolment_id')
        .doUpdateSet({ ...columns, version: sql`enrolment_profile.version + 1` }),
    )
    .execute()
}

/** Whether a pair of this programme waits for this person or runs; one they declined does not hold them. */
export async function hasOpenPair(db: Db, programmeId: string, personId: string): Promise<boolean> {
  const pair = await db
    .selectFrom('pair')
    .select('id')
    .where('programme_id', '=', programmeId)
    .where(takesSeatOf(sql`${personId}::uuid`))
    .limit(1)
    .executeTakeFirst()
  return pair !== undefined
}

/**
 * Waits until nobody else proposes pairs to this programme or leaves it, and holds that until the transaction ends.
 * Whoever publishes pairs takes it too: so nobody is proposed who has just left.
 */
export async function holdWhoTakesPart(db: Db, programmeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('who-takes-part:' || ${programmeId}, 0))`.execute(
    db,
  )
}
