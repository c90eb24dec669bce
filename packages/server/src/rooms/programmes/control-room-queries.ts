import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'
import { stateForManagers, takesSeatOf } from '../pairs/seats.ts'

/** Planned sessions with how many pairs held, booked, and have them at all. */
export async function sessionFigures(db: Db, programmeId: string): Promise<ControlRoom['sessions']> {
  const { rows } = await sql<ControlRoom['sessions'][number]>`
    select programme_session.number,
      programme_session.planned_on as "plannedOn",
      count(pair_session.*) filter (where pair_session.state = 'held') as held,
      count(pair_session.*) filter (where pair_session.state = 'booked') as booked,
      count(pair_session.*) as pairs
    from programme_session
    left join pair on pair.programme_id = programme_session.programme_id
      and pair.state in ('active', 'paused', 'frozen', 'ended')
    left join pair_session on pair_session.pair_id = pair.id
      and pair_session.number = programme_session.number
    where programme_session.programme_id = ${programmeId}
    group by programme_session.number, programme_session.planned_on
    order by programme_session.number`.execute(db)
  return rows
}

/** Invitations from before a moment that nobody has answered, and since when the oldest waits. */
export async function enrolmentFigures(db: Db, programmeId: string, invitedBefore: Date) {
  const { count, since } = await db
    .selectFrom('enrolment')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('invited_at').as('since')])
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'invited')
    .where('invited_at', '<', invitedBefore)
    .executeTakeFirstOrThrow()
  return { count, since: since?.toISOString() ?? null }
}

/** People who are ready and in no pair that waits or runs. */
export async function readyWithoutPair(db: Db, programmeId: string) {
  const rows = await db
    .selectFrom('enrolment')
    .select(['person_id', 'seat'])
    .where('programme_id', '=', programmeId)
    .where('state', '=', 'ready')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('pair')
            .select('pair.id')
            .whereRef('pair.programme_id', '=', 'enrolment.programme_id')
            .where(takesSeatOf(sql.ref('enrolment.person_id'))),
        ),
      ),
    )
    .execute()
  const inSeat = (seat: string) =>
    new Set(rows.filter((row) => row.seat === seat).map(({ person_id }) => person_id))
  return { mentors: inSeat('mentor'), leaders: inSeat('leader') }
}

export type PairFacts = {
  readonly id: string
  readonly mentor_id: string
  readonly leader_id: string
  readonly state: ControlRoom['pairs'][number]['state']
  readonly started_at: Date | null
  readonly closed_at: Date | null
  readonly lastSessionOn: string | null
  readonly nextSessionOn: string | null
}

/** Every pair that was ever asked, with its dates, the first asked first. */
export async function pairsWithDates(db: Db, programmeId: string, today: string): Promise<PairFacts[]> {
  const { rows } = await sql<PairFacts>`
    select pair.id, pair.mentor_id, pair.leader_id, ${stateForManagers} as state, pair.started_at,
      coalesce(pair.closed_at, (
        select min(answered_at) from pair_answer
        where pair_answer.pair_id = pair.id and answer = 'declined')) as closed_at,
      max(pair_session.held_on) as "lastSessionOn",
      min(pair_session.planned_on) filter (
        where pair_session.state = 'booked' and pair_session.planned_on >= ${today}) as "nextSessionOn"
    from pair
    left join pair_session on pair_session.pair_id = pair.id
    where pair.programme_id = ${programmeId}
    group by pair.id
    order by pair.asked_at, pair.id`.execute(db)
  return rows
}

const funnelStages = ['invited', 'opted-in', 'ready', 'asked', 'matched', 'met'] as const

/** From invitation to rhythm: how many people of each seat came how far. Each stage counts those of the next. */
export async function funnelFigures(db: Db, programmeId: string): Promise<ControlRoom['funnel']> {
  const { rows } = await sql<{ seat: string } & Record<(typeof funnelStages)[number], number>>`
    with way as (
      select enrolment.seat, enrolment.state,
        count(pair.id) > 0 as asked,
        bool_or(pair.started_at is not null) as matched,
        bool_or(exists (
          select from pair_session where pair_session.pair_id = pair.id and pair_session.state = 'held')) as met
      from enrolment
      left join pair on pair.programme_id = enrolment.programme_id
        and enrolment.person_id in (pair.mentor_id, pair.leader_id)
      where enrolment.programme_id = ${programmeId}
      group by enrolment.id)
    select seat,
      count(*) as invited,
      count(*) filter (where state <> 'invited') as "opted-in",
      count(*) filter (where state = 'ready' or asked) as ready,
      count(*) filter (where asked) as asked,
      count(*) filter (where matched) as matched,
      count(*) filter (where met) as met
    from way
    group by seat`.execute(db)
  const mentors = rows.find(({ seat }) => seat === 'mentor')
  const leaders = rows.find(({ seat }) => seat === 'leader')
  return funnelStages.map((stage) => ({
    stage,
    mentors: mentors?.[stage] ?? 0,
    leaders: leaders?.[stage] ?? 0,
  }))
}
