import type { ProgrammeTemplateId } from '@viceversa/domain/programmes/contract.ts'
import type { ProgrammeState } from '@viceversa/domain/programmes/programme-states.ts'
import { dayIn } from '@viceversa/domain/programmes/time-line.ts'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'

export async function managesProgramme(db: Db, programmeId: string): Promise<boolean> {
  const { rows } = await sql<{
    manages: boolean
  }>`select manages_programme(${programmeId}) as manages`.execute(db)
  return rows[0]?.manages ?? false
}

export async function takesPart(db: Db, programmeId: string): Promise<boolean> {
  const { rows } = await sql<{ takes_part: boolean }>`select takes_part(${programmeId})`.execute(db)
  return rows[0]?.takes_part ?? false
}

/** The calendar day that it is in the organisation. */
export async function todayAt(db: Db, now: Date): Promise<string> {
  const organisation = await db.selectFrom('organisation').select('time_zone').executeTakeFirst()
  return dayIn(organisation?.time_zone ?? 'UTC', now)
}

const programmeColumns = [
  'id',
  'name',
  'template',
  'state',
  'purpose',
  'outcomes',
  'themes',
  'give_back_themes',
  'sponsor_id',
  'safe_contact_id',
  'kick_off_on',
  'last_session_on',
  'ends_on',
  'deletes_on',
  'session_count',
  'session_minutes',
  'scheduled_by',
  'agenda_by',
  'expected_pairs',
  'accept_within_days',
  'version',
  'opened_at',
] as const

export async function findProgramme(db: Db, programmeId: string) {
  const row = await db
    .selectFrom('programme')
    .select(programmeColumns)
    .where('id', '=', programmeId)
    .executeTakeFirst()
  return row && typed(row)
}

/** Locks the programme, so that two people cannot change, open or delete it at once. */
export async function findProgrammeForUpdate(db: Db, programmeId: string) {
  const row = await db
    .selectFrom('programme')
    .select(programmeColumns)
    .where('id', '=', programmeId)
    .forUpdate()
    .executeTakeFirst()
  return row && typed(row)
}

/** Keeps the programme as it is until the transaction ends; several may hold it at once. */
export async function findProgrammeHeld(db: Db, programmeId: string) {
  const row = await db
    .selectFrom('programme')
    .select(programmeColumns)
    .where('id', '=', programmeId)
    .forShare()
    .executeTakeFirst()
  return row && typed(row)
}

export type ProgrammeRow = NonNullable<Awaited<ReturnType<typeof findProgramme>>>

/** Check constraints guarantee these words; the generated types know only text. */
function typed<
  T extends {
    template: string
    state: string
    session_minutes: number
    scheduled_by: string
    agenda_by: string
  },
>(row: T) {
  return {
    ...row,
    template: row.template as ProgrammeTemplateId,
    state: row.state as ProgrammeState,
    session_minutes: row.session_minutes as 45 | 60 | 90,
    scheduled_by: row.scheduled_by as 'leader' | 'mentor',
    agenda_by: row.agenda_by as 'leader' | 'mentor',
  }
}

export function sessionsOf(db: Db, programmeId: string) {
  return db
    .selectFrom('programme_session')
    .select(['number', 'planned_on as plannedOn'])
    .where('programme_id', '=', programmeId)
    .orderBy('number')
    .execute()
}

export async function managersOf(db: Db, programmeId: string): Promise<PersonCard[]> {
  return db
    .selectFrom('programme_manager')
    .innerJoin('person', 'person.id', 'programme_manager.person_id')
    .select(cardColumns)
    .where('programme_id', '=', programmeId)
    .orderBy('granted_at')
    .orderBy('person.family_name')
    .orderBy('person.id')
    .execute()
}

/** Cards of people by their ids; somebody the reader may not see is left out. */
export async function cardsOf(
  db: Db,
  personIds: readonly (string | null)[],
): Promise<Map<string, PersonCard>> {
  const ids = personIds.filter((id) => id !== null)
  if (ids.length === 0) return new Map()
  const cards: PersonCard[] = await db
    .selectFrom('person')
    .select(cardColumns)
    .where('id', 'in', ids)
    .execute()
  return new Map(cards.map((card) => [card.id, card]))
}

const cardColumns = [
  'person.id',
  'person.display_name as displayName',
  'person.given_name as givenName',
  'person.job_title as jobTitle',
  'person.department',
  'person.site',
] as const

export async function hasPeople(db: Db, programmeId: string): Promise<boolean> {
  const somebody = await db
    .selectFrom('enrolment')
    .select('id')
    .where('programme_id', '=', programmeId)
    .limit(1)
    .executeTakeFirst()
  return somebody !== undefined
}

/** People of this list who take part in the programme, whatever their answer. */
export async function enrolledAmong(
  db: Db,
  programmeId: string,
  personIds: readonly string[],
): Promise<string[]> {
  if (personIds.length === 0) return []
  const rows = await db
    .selectFrom('enrolment')
    .select('person_id')
    .where('programme_id', '=', programmeId)
    .where('person_id', 'in', personIds)
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** People of this list who work here today. */
export async function activeAmong(db: Db, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('id', 'in', personIds)
    .where('status', '=', 'active')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Programmes of one programme manager with their figures, the newest kick-off first. */
export async function programmesManagedBy(db: Db, personId: string) {
  return summaries(db)
    .innerJoin('programme_manager', 'programme_manager.programme_id', 'programme.id')
    .where('programme_manager.person_id', '=', personId)
    .orderBy('programme.kick_off_on', (order) => order.desc().nullsFirst())
    .orderBy('programme.name')
    .orderBy('programme.id')
    .execute()
}

export function programmeSummary(db: Db, programmeId: string) {
  return summaries(db).where('programme.id', '=', programmeId).executeTakeFirstOrThrow()
}

function summaries(db: Db) {
  return db.selectFrom('programme').select((programme) => [
    'programme.id',
    'programme.name',
    programme.ref('programme.state').$castTo<ProgrammeState>().as('state'),
    'programme.kick_off_on as kickOffOn',
    'programme.ends_on as endsOn',
    seatsTaken('mentor').as('mentors'),
    seatsTaken('leader').as('leaders'),
    sql<number>`(select count(*) from pair where pair.programme_id = programme.id
      and pair.state in ('active', 'paused', 'frozen'))`.as('pairs'),
  ])
}

function seatsTaken(seat: 'mentor' | 'leader') {
  return sql<number>`(select count(*) from enrolment
    where enrolment.programme_id = programme.id and enrolment.seat = ${seat})`
}
