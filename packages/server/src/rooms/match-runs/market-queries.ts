import { openPairStates, type PairState } from '@viceversa/domain/pairs/pair-states.ts'
import type { MatchPerson, Organisation } from '@viceversa/matching/types.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'
import { takesSeatOf } from '../pairs/seats.ts'

/**
 * Everybody in the programme who is ready and works here, as the engine wants them. Seats that open pairs of this
 * programme take up are gone; somebody without a free seat is left out.
 */
export async function readyPeople(db: Db, programmeId: string): Promise<MatchPerson[]> {
  const rows = await db
    .selectFrom('enrolment')
    .innerJoin('enrolment_profile', 'enrolment_profile.enrolment_id', 'enrolment.id')
    .innerJoin('person', 'person.id', 'enrolment.person_id')
    .select((row) => [
      'person.id',
      'enrolment.seat',
      'person.level',
      'person.department',
      'person.site',
      'enrolment_profile.languages',
      'enrolment_profile.offers',
      'enrolment_profile.wants',
      'enrolment_profile.interests',
      'enrolment_profile.work_style',
      'enrolment_profile.time_zone',
      'enrolment_profile.availability',
      'enrolment_profile.capacity',
      row
        .selectFrom('pair')
        .select(sql<number>`count(*)::int`.as('count'))
        .where('pair.programme_id', '=', programmeId)
        .where(takesSeatOf(sql.ref('person.id')))
        .as('taken'),
    ])
    .where('enrolment.programme_id', '=', programmeId)
    .where('enrolment.state', '=', 'ready')
    .where('person.status', '=', 'active')
    .orderBy('person.id')
    .execute()

  return rows
    .map((row) => ({
      id: row.id,
      seat: row.seat as MatchPerson['seat'],
      level: row.level,
      department: row.department,
      site: row.site,
      languages: row.languages,
      offers: row.offers,
      wants: row.wants,
      interests: row.interests,
      workStyle: row.work_style,
      timeZone: row.time_zone,
      availability: row.availability,
      capacity: row.capacity - (row.taken ?? 0),
    }))
    .filter(({ capacity }) => capacity > 0)
}

/** How many were invited or have agreed, but cannot be matched yet. */
export async function countNotReady(
  db: Db,
  programmeId: string,
): Promise<{ mentors: number; leaders: number }> {
  const rows = await db
    .selectFrom('enrolment')
    .select(['seat', sql<number>`count(*)::int`.as('count')])
    .where('programme_id', '=', programmeId)
    .where('state', '!=', 'ready')
    .groupBy('seat')
    .execute()
  const of = (seat: string) => rows.find((row) => row.seat === seat)?.count ?? 0
  return { mentors: of('mentor'), leaders: of('leader') }
}

/**
 * The reporting lines above these people, through people who do not take part, solid and dotted alike; and who has an
 * HR duty for them. A direct manager's appraisal is part of the line.
 */
export async function linesAbove(db: Db, personIds: readonly string[]): Promise<Organisation> {
  const { rows } = await sql<{
    id: string
    manager_id: string | null
    matrix_manager_id: string | null
    hr_contact_id: string | null
  }>`
    with recursive line as (
      select id, manager_id, matrix_manager_id, hr_contact_id from person where id = any(${[...personIds]}::uuid[])
      union
      select above.id, above.manager_id, above.matrix_manager_id, above.hr_contact_id
      from line join person above on above.id in (line.manager_id, line.matrix_manager_id)
    )
    select id, manager_id, matrix_manager_id, hr_contact_id from line order by id`.execute(db)

  const wanted = new Set(personIds)
  return {
    managersOf: new Map(
      rows.map((row) => [row.id, [row.manager_id, row.matrix_manager_id].filter((id) => id !== null)]),
    ),
    appraises: [],
    hrDuties: rows
      .filter((row) => row.hr_contact_id !== null && wanted.has(row.id))
      .map((row) => [row.hr_contact_id!, row.id] as const),
    conflicts: [],
  }
}

/** Pairs of this programme whose time to answer ran out, or that were declined: they are not asked again. */
export function refusedPairs(db: Db, programmeId: string) {
  return pairsInState(db, programmeId, ['expired'])
}

/** Pairs of this programme that wait or run: the same two are not asked twice, however many partners they want. */
export function openPairs(db: Db, programmeId: string) {
  return pairsInState(db, programmeId, openPairStates)
}

/** Pairs of this programme that have ended. */
export function endedPairs(db: Db, programmeId: string) {
  return pairsInState(db, programmeId, ['ended'])
}

function pairsInState(db: Db, programmeId: string, states: readonly PairState[]) {
  return db
    .selectFrom('pair')
    .select(['mentor_id as mentorId', 'leader_id as leaderId'])
    .distinct()
    .where('programme_id', '=', programmeId)
    .where('state', 'in', states)
    .orderBy('mentor_id')
    .orderBy('leader_id')
    .execute()
}
