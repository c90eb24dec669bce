import type { ProgrammeView } from '@viceversa/domain/programmes/contract.ts'
import { stateOn } from '@viceversa/domain/programmes/programme-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { themesOf } from './catalogue.ts'
import { cardsOf, findProgramme, managersOf, sessionsOf, todayAt } from './queries.ts'

/** What everybody in the programme sees of it: purpose, people responsible, dates, themes. */
export async function viewProgramme(db: Db, programmeId: string, now: Date): Promise<ProgrammeView> {
  const row = await findProgramme(db, programmeId)
  if (!row) throw new ProblemError('not-found', 'There is no such programme.')
  const cards = await cardsOf(db, [row.sponsor_id, row.safe_contact_id])

  return {
    id: row.id,
    name: row.name,
    state: stateOn(await todayAt(db, now), { state: row.state, kickOffOn: row.kick_off_on }),
    purpose: row.purpose,
    outcomes: row.outcomes,
    themes: themesOf('themes', row.themes),
    giveBackThemes: themesOf('giveBackThemes', row.give_back_themes),
    kickOffOn: row.kick_off_on,
    endsOn: row.ends_on,
    deletesOn: row.deletes_on,
    sessionMinutes: row.session_minutes,
    scheduledBy: row.scheduled_by,
    agendaBy: row.agenda_by,
    acceptWithinDays: row.accept_within_days,
    sessions: await sessionsOf(db, programmeId),
    managers: await managersOf(db, programmeId),
    sponsor: cards.get(row.sponsor_id ?? '') ?? null,
    safeContact: cards.get(row.safe_contact_id ?? '') ?? null,
  }
}
