import type { Me, MySeat } from '@viceversa/domain/accounts/contract.ts'
import { type ProgrammeState, stateOn } from '@viceversa/domain/programmes/programme-states.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'
import { takesSeatOf } from '../pairs/seats.ts'
import { todayAt } from '../programmes/queries.ts'
import { findRights } from './queries.ts'

/** Who somebody is here and which seats they sit in: programmes under way first, the newest first. */
export async function describeMe(db: Db, personId: string, now: Date): Promise<Omit<Me, 'session'>> {
  const person = await db
    .selectFrom('person')
    .where('person.id', '=', personId)
    .selectAll('person')
    .executeTakeFirstOrThrow()
  const organisation = await db.selectFrom('organisation').selectAll().executeTakeFirst()
  return {
    person: {
      id: person.id,
      displayName: person.display_name,
      givenName: person.given_name,
      familyName: person.family_name,
      jobTitle: person.job_title,
      department: person.department,
      site: person.site,
      email: person.email,
    },
    ...(await findRights(db)),
    seats: await findSeats(db, personId, await todayAt(db, now)),
    preferences: await findPreferences(db, personId),
    sample: organisation?.kind === 'sample',
  }
}

export async function findPreferences(db: Db, personId: string): Promise<Me['preferences']> {
  const row = await db
    .selectFrom('person')
    .leftJoin('person_preference', 'person_preference.person_id', 'person.id')
    .leftJoin('organisation', (join) => join.onTrue())
    .where('person.id', '=', personId)
    .select([
      'person_preference.theme',
      'person_preference.locale',
      'person_preference.time_zone as chosen_zone',
      'person.time_zone as directory_zone',
      'organisation.time_zone as organisation_zone',
    ])
    .executeTakeFirstOrThrow()
  return {
    theme: (row.theme ?? 'auto') as Me['preferences']['theme'],
    timeZone: row.chosen_zone ?? row.directory_zone ?? row.organisation_zone ?? 'UTC',
    locale: row.locale ?? 'en',
  }
}

/** What is under way comes first, what is over last. */
const STATES: readonly string[] = ['running', 'open', 'draft', 'closed']

async function findSeats(db: Db, me: string, today: string): Promise<MySeat[]> {
  const rows = await db
    .selectFrom('programme')
    .select((row) => [
      'id',
      'name',
      row.ref('state').$castTo<ProgrammeState>().as('state'),
      'kick_off_on as kickOffOn',
      'sponsor_id',
      'safe_contact_id',
    ])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  const programmes = rows.map((row) => ({ ...row, state: stateOn(today, row) }))
  const managed = await db
    .selectFrom('programme_manager')
    .where('person_id', '=', me)
    .select('programme_id')
    .execute()
  const enrolments = await db
    .selectFrom('enrolment')
    .where('person_id', '=', me)
    .select(['programme_id', 'seat', 'state'])
    .execute()
  const pairs = await db
    .selectFrom('pair')
    .where(takesSeatOf(sql`${me}::uuid`))
    .select(['id', 'programme_id'])
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

  return programmes
    .toSorted((a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state))
    .flatMap((programme) => {
      const enrolment = enrolments.find(({ programme_id }) => programme_id === programme.id)
      const held: MySeat['seat'][] = [
        ...(managed.some(({ programme_id }) => programme_id === programme.id)
          ? ['programme-manager' as const]
          : []),
        ...(enrolment ? [enrolment.seat as 'mentor' | 'leader'] : []),
        ...(programme.sponsor_id === me ? ['sponsor' as const] : []),
        ...(programme.safe_contact_id === me ? ['safe-contact' as const] : []),
      ]
      return held.map((seat) => ({
        programmeId: programme.id,
        programmeName: programme.name,
        programmeState: programme.state,
        seat,
        enrolmentState:
          seat === 'mentor' || seat === 'leader'
            ? ((enrolment?.state ?? null) as MySeat['enrolmentState'])
            : null,
        pairIds:
          seat === 'mentor' || seat === 'leader'
            ? pairs.filter(({ programme_id }) => programme_id === programme.id).map(({ id }) => id)
            : [],
      }))
    })
}
