import { sessionIntervalDays } from '@viceversa/domain/programmes/time-line.ts'
import type { Db } from '../../../platform/database/as-actor.ts'

/** Agreed intervals since the last session, for the pairs that show what a drifting and a stuck pair look like. */
const QUIET_FOR_INTERVALS = new Map([
  [5, 1.35],
  [11, 1.3],
  [17, 1.4],
  [4, 1.75],
  [13, 1.65],
])

/**
 * The sessions that the sample's pairs have held: most on their date or a few days later, a few pairs drifting, two in
 * need of help; most next sessions are booked. The same pairs every time.
 *
 * @param today - A calendar day, `2026-09-14`.
 */
export async function writeSampleHistory(db: Db, programmeId: string, today: string): Promise<void> {
  const pairs = await db
    .selectFrom('pair')
    .select('id')
    .where('programme_id', '=', programmeId)
    .orderBy('mentor_id')
    .execute()
  for (const [index, { id }] of pairs.entries()) {
    const sessions = await db
      .selectFrom('pair_session')
      .select(['number', 'planned_on'])
      .where('pair_id', '=', id)
      .orderBy('number')
      .execute()
    const quiet = QUIET_FOR_INTERVALS.get(index)
    const interval = sessionIntervalDays(
      sessions.map(({ number, planned_on }) => ({ number, plannedOn: planned_on })),
    )
    const held = heldOf(sessions, index, today, quiet ? Math.ceil(quiet * interval) : undefined)
    for (const { number, heldOn } of held) await write(db, id, number, 'held', heldOn)
    const next = sessions[held.length]
    const isBooked = !quiet && index % 3 !== 0
    if (next && isBooked && next.planned_on > today) await write(db, id, next.number, 'booked', null)
  }
}

function heldOf(
  sessions: readonly { number: number; planned_on: string }[],
  index: number,
  today: string,
  daysSinceLast: number | undefined,
): { number: number; heldOn: string }[] {
  const lastPossible = addDays(today, -(daysSinceLast ?? 1))
  const held = sessions
    .map(({ number, planned_on }) => ({ number, heldOn: addDays(planned_on, index % 4) }))
    .filter(({ heldOn }) => heldOn <= lastPossible)
  const last = held.at(-1)
  return last && daysSinceLast ? [...held.slice(0, -1), { ...last, heldOn: lastPossible }] : held
}

async function write(
  db: Db,
  pairId: string,
  number: number,
  state: 'booked' | 'held',
  heldOn: string | null,
): Promise<void> {
  await db
    .updateTable('pair_session')
    .set({ state, held_on: heldOn })
    .where('pair_id', '=', pairId)
    .where('number', '=', number)
    .execute()
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
