import { randomUUID } from 'node:crypto'
import type { ProgrammeTemplateId } from '@viceversa/domain/programmes/contract.ts'
import {
  datesFromKickOff,
  plannedSessions,
  suggestedKickOff,
} from '@viceversa/domain/programmes/time-line.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { templateOf } from './catalogue.ts'
import { todayAt } from './queries.ts'
import { writeSessions } from './write-sessions.ts'

export type NewProgramme = {
  readonly name: string
  readonly template: ProgrammeTemplateId
  readonly kickOffOn?: string | undefined
}

/**
 * Creates a draft with the template's dates and themes (rule R2). Its creator becomes the first programme manager.
 *
 * @returns The new programme's id.
 */
export async function createProgramme(
  db: Db,
  wanted: NewProgramme,
  creatorId: string,
  now: Date,
): Promise<string> {
  const template = templateOf(wanted.template)
  const kickOffOn = wanted.kickOffOn ?? suggestedKickOff(await todayAt(db, now), template.weeksBefore)
  const dates = datesFromKickOff(kickOffOn, template.months)
  // Made here rather than by the database: nobody may read the row back before it has a programme manager.
  const id = randomUUID()

  await db
    .insertInto('programme')
    .values({
      id,
      name: wanted.name,
      template: template.id,
      themes: template.themes,
      give_back_themes: template.giveBackThemes,
      kick_off_on: dates.kickOffOn,
      last_session_on: dates.lastSessionOn,
      ends_on: dates.endsOn,
      deletes_on: dates.deletesOn,
      session_count: template.sessionCount,
      session_minutes: template.sessionMinutes,
      expected_pairs: template.expectedPairs.from,
      created_at: now,
    })
    .execute()
  await db
    .insertInto('programme_manager')
    .values({ programme_id: id, person_id: creatorId, granted_at: now })
    .execute()
  await writeSessions(db, id, plannedSessions(kickOffOn, dates.lastSessionOn, template.sessionCount))
  return id
}
