import type { FitPart } from '@viceversa/domain/match-runs/contract.ts'
import type { CommonGround, ManagedPair, Pair } from '@viceversa/domain/pairs/contract.ts'
import type { PairState } from '@viceversa/domain/pairs/pair-states.ts'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'
import { stateForManagers } from './seats.ts'

export type PairRow = {
  readonly id: string
  readonly programmeId: string
  readonly programmeName: string
  readonly mentorId: string
  readonly leaderId: string
  readonly state: PairState
  readonly answerBy: Date
}

function pairRows(db: Db) {
  return db
    .selectFrom('pair')
    .innerJoin('programme', 'programme.id', 'pair.programme_id')
    .select((row) => [
      'pair.id',
      'pair.programme_id as programmeId',
      'programme.name as programmeName',
      'pair.mentor_id as mentorId',
      'pair.leader_id as leaderId',
      row.ref('pair.state').$castTo<PairState>().as('state'),
      'pair.answer_by as answerBy',
    ])
}

export async function findPairRow(db: Db, pairId: string): Promise<PairRow | undefined> {
  return pairRows(db).where('pair.id', '=', pairId).executeTakeFirst()
}

/** Locks a pair that still waits for answers; nothing when it no longer does, or is not the asker's. */
export async function lockAskedPair(db: Db, pairId: string): Promise<PairRow | undefined> {
  const locked = await db
    .selectFrom('pair')
    .select('id')
    .where('id', '=', pairId)
    .where('state', '=', 'asked')
    .forUpdate()
    .executeTakeFirst()
  return locked && findPairRow(db, pairId)
}

export async function myAnswer(db: Db, pairId: string, me: string): Promise<Pair['myAnswer']> {
  const row = await db
    .selectFrom('pair_answer')
    .select((answer) => answer.ref('answer').$castTo<'accepted' | 'declined'>().as('answer'))
    .where('pair_id', '=', pairId)
    .where('person_id', '=', me)
    .executeTakeFirst()
  return row?.answer ?? null
}

export async function hasDeclinedBefore(db: Db, programmeId: string, me: string): Promise<boolean> {
  const row = await db
    .selectFrom('pair_answer')
    .innerJoin('pair', 'pair.id', 'pair_answer.pair_id')
    .select('pair.id')
    .where('pair.programme_id', '=', programmeId)
    .where('pair_answer.person_id', '=', me)
    .where('pair_answer.answer', '=', 'declined')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function addAnswer(
  db: Db,
  pairId: string,
  me: string,
  answer: 'accepted' | 'declined',
  now: Date,
): Promise<void> {
  await db
    .insertInto('pair_answer')
    .values({ pair_id: pairId, person_id: me, answer, answered_at: now })
    .execute()
}

export async function bothAccepted(db: Db, pairId: string): Promise<boolean> {
  const { rows } = await sql<{ both: boolean }>`select both_accepted(${pairId}) as both`.execute(db)
  return rows[0]?.both ?? false
}

/** The pair starts now; its own time line begins as a copy of the programme's. */
export async function startPair(db: Db, pair: PairRow, now: Date): Promise<void> {
  await db.updateTable('pair').set({ state: 'active', started_at: now }).where('id', '=', pair.id).execute()
  await db
    .insertInto('pair_session')
    .columns(['pair_id', 'number', 'planned_on'])
    .expression((from) =>
      from
        .selectFrom('programme_session')
        .select([sql<string>`${pair.id}::uuid`.as('pair_id'), 'number', 'planned_on'])
        .where('programme_id', '=', pair.programmeId),
    )
    .execute()
}

/** First names and addresses for a mail; only of people the asker may see. */
export async function addressesOf(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, { email: string; givenName: string }>> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'email', 'given_name'])
    .where('id', 'in', [...personIds])
    .execute()
  return new Map(rows.map(({ id, email, given_name }) => [id, { email, givenName: given_name }]))
}

/** Names of everybody I was ever in a pair with; of pairs that are over no more is left to see. */
export async function namesFromMyPairs(db: Db): Promise<Map<string, PersonCard>> {
  const { rows } = await sql<{
    id: string
    displayName: string
    givenName: string
  }>`select id, display_name as "displayName", given_name as "givenName" from names_from_my_pairs()`.execute(
    db,
  )
  return new Map(rows.map((name) => [name.id, { ...name, jobTitle: null, department: null, site: null }]))
}

/** What the two members see of their pairs beside the people, the newest proposal first. */
export async function memberRows(db: Db, me: string, pairId?: string) {
  let pairs = db
    .selectFrom('pair')
    .innerJoin('programme', 'programme.id', 'pair.programme_id')
    .select((row) => [
      'pair.id',
      'pair.programme_id as programmeId',
      'programme.name as programmeName',
      row.ref('pair.state').$castTo<PairState>().as('state'),
      'pair.mentor_id as mentorId',
      'pair.leader_id as leaderId',
      'pair.answer_by as answerBy',
      'pair.started_at as startedAt',
      row.ref('pair.reasons').$castTo<FitPart[]>().as('reasons'),
      row.ref('pair.common_ground').$castTo<CommonGround[]>().as('commonGround'),
      row.ref('programme.session_minutes').as('sessionMinutes'),
      row.ref('programme.scheduled_by').$castTo<'mentor' | 'leader'>().as('scheduledBy'),
      row.ref('programme.agenda_by').$castTo<'mentor' | 'leader'>().as('agendaBy'),
    ])
    .where(({ or, eb }) => or([eb('pair.mentor_id', '=', me), eb('pair.leader_id', '=', me)]))
  if (pairId) pairs = pairs.where('pair.id', '=', pairId)
  return pairs.orderBy('pair.asked_at', 'desc').orderBy('pair.id').execute()
}

export function sessionsOfPair(db: Db, pairId: string) {
  return db
    .selectFrom('pair_session')
    .select((row) => [
      'number',
      'planned_on as plannedOn',
      row.ref('state').$castTo<'planned' | 'booked' | 'held'>().as('state'),
      'held_on as heldOn',
    ])
    .where('pair_id', '=', pairId)
    .orderBy('number')
    .execute()
}

type ManagedRow = Omit<
  ManagedPair,
  'mentor' | 'leader' | 'askedAt' | 'answerBy' | 'startedAt' | 'closedAt'
> & {
  mentorId: string
  leaderId: string
  askedAt: Date
  answerBy: Date
  startedAt: Date | null
  closedAt: Date | null
}

/** Pairs of a programme with their states and dates, those that wait first, then by date of asking. */
export async function managedRows(db: Db, programmeId: string, today: string): Promise<ManagedRow[]> {
  const { rows } = await sql<ManagedRow>`
    select pair.id, pair.mentor_id as "mentorId", pair.leader_id as "leaderId", ${stateForManagers} as state, pair.fit,
      pair.asked_at as "askedAt", pair.answer_by as "answerBy", pair.started_at as "startedAt",
      pair.closed_at as "closedAt",
      (select answer from pair_answer where pair_id = pair.id and person_id = pair.mentor_id) as "mentorAnswer",
      (select answer from pair_answer where pair_id = pair.id and person_id = pair.leader_id) as "leaderAnswer",
      (select max(held_on) from pair_session where pair_id = pair.id) as "lastSessionOn",
      (select min(planned_on) from pair_session
        where pair_id = pair.id and state <> 'held' and planned_on >= ${today}::date) as "nextSessionOn",
      (select count(*)::int from pair_session where pair_id = pair.id and state = 'held') as "sessionsHeld"
    from pair
    where pair.programme_id = ${programmeId}
    order by ${stateForManagers} <> 'asked', pair.asked_at desc, pair.id`.execute(db)
  return rows
}
