import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { hoursAsked } from '@viceversa/domain/programmes/hours.ts'
import { stateOn } from '@viceversa/domain/programmes/programme-states.ts'
import { type ReadinessFacts, readinessOf } from '@viceversa/domain/programmes/readiness.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import {
  cardsOf,
  findProgramme,
  hasPeople,
  managersOf,
  type ProgrammeRow,
  sessionsOf,
  todayAt,
} from './queries.ts'

/** A programme as its programme managers see it. */
export async function showProgramme(db: Db, programmeId: string, now: Date): Promise<Programme> {
  const row = await findProgramme(db, programmeId)
  if (!row) throw new ProblemError('not-found', 'There is no such programme.')
  const managers = await managersOf(db, programmeId)
  const cards = await cardsOf(db, [row.sponsor_id, row.safe_contact_id])
  const hours = hoursAsked(row.session_count, row.session_minutes)

  return {
    id: row.id,
    name: row.name,
    template: row.template,
    state: stateOn(await todayAt(db, now), { state: row.state, kickOffOn: row.kick_off_on }),
    purpose: row.purpose,
    outcomes: row.outcomes,
    themes: row.themes,
    giveBackThemes: row.give_back_themes,
    sponsorId: row.sponsor_id,
    safeContactId: row.safe_contact_id,
    kickOffOn: row.kick_off_on,
    lastSessionOn: row.last_session_on,
    endsOn: row.ends_on,
    deletesOn: row.deletes_on,
    sessionCount: row.session_count,
    sessionMinutes: row.session_minutes,
    scheduledBy: row.scheduled_by,
    agendaBy: row.agenda_by,
    expectedPairs: row.expected_pairs,
    acceptWithinDays: row.accept_within_days,
    version: row.version,
    openedAt: row.opened_at?.toISOString() ?? null,
    hasPeople: await hasPeople(db, programmeId),
    managers,
    sponsor: cards.get(row.sponsor_id ?? '') ?? null,
    safeContact: cards.get(row.safe_contact_id ?? '') ?? null,
    sessions: await sessionsOf(db, programmeId),
    readiness: readinessOf(
      readinessFacts(
        row,
        managers.map(({ id }) => id),
      ),
    ),
    hours: { mentor: hours.mentor.total, leader: hours.leader.total },
  }
}

export function readinessFacts(row: ProgrammeRow, managerIds: readonly string[]): ReadinessFacts {
  return {
    purpose: row.purpose,
    outcomes: row.outcomes,
    themes: row.themes,
    giveBackThemes: row.give_back_themes,
    sponsorId: row.sponsor_id,
    safeContactId: row.safe_contact_id,
    managerIds,
    kickOffOn: row.kick_off_on,
    lastSessionOn: row.last_session_on,
    endsOn: row.ends_on,
    deletesOn: row.deletes_on,
  }
}
