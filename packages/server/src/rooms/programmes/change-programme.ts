import type { PlannedSession, ProgrammeDraft } from '@viceversa/domain/programmes/contract.ts'
import { dateProblems, sessionProblems } from '@viceversa/domain/programmes/date-order.ts'
import { canTake } from '@viceversa/domain/programmes/programme-states.ts'
import { readinessOf } from '@viceversa/domain/programmes/readiness.ts'
import { datesFromKickOff, plannedSessions } from '@viceversa/domain/programmes/time-line.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { catalogue, templateOf } from './catalogue.ts'
import { datesOutOfOrder, invalidField, programmeNotReady } from './errors.ts'
import {
  activeAmong,
  enrolledAmong,
  findProgrammeForUpdate,
  managersOf,
  type ProgrammeRow,
  sessionsOf,
} from './queries.ts'
import { readinessFacts } from './show-programme.ts'
import { writeManagers } from './write-managers.ts'
import { writeSessions } from './write-sessions.ts'

export type ProgrammeChanges = {
  readonly [field in keyof ProgrammeDraft]?: ProgrammeDraft[field] | undefined
} & { readonly sessions?: readonly PlannedSession[] | undefined }

/**
 * Changes what is given and leaves the rest; nothing at all when one thing cannot stand.
 *
 * @param refuseStale - Throws when the version given by the caller is not the current one.
 */
export async function changeProgramme(
  db: Db,
  programmeId: string,
  changes: ProgrammeChanges,
  changedBy: string,
  refuseStale: (currentVersion: number) => void,
): Promise<void> {
  const before = await findProgrammeForUpdate(db, programmeId)
  if (!before) throw new ProblemError('not-found', 'There is no such programme.')
  refuseStale(before.version)
  if (!canTake('change', before)) {
    throw new ProblemError('programme-closed', 'What a closed programme was stays on record.')
  }

  const managersBefore = (await managersOf(db, programmeId)).map(({ id }) => id)
  const managerIds = changes.managerIds ?? managersBefore
  const after = withChanges(before, changes)
  refuseUnknownThemes(changes)
  refuseDates(before, after, changes.sessions)
  await refusePeople(db, after, managerIds, managersBefore, changedBy)
  refuseGaps(after, managerIds)

  await db
    .updateTable('programme')
    .set({ ...columnsOf(after), version: before.version + 1 })
    .where('id', '=', programmeId)
    .execute()
  await writeSessions(db, programmeId, await sessionsAfter(db, before, after, changes.sessions))
  await writeManagers(db, programmeId, managersBefore, managerIds)
}

/** Another template brings its length, rhythm and dates along, except for what is given beside it. */
function withChanges(before: ProgrammeRow, changes: ProgrammeChanges): ProgrammeRow {
  const brought: Partial<ProgrammeRow> = {}
  if (changes.template && changes.template !== before.template) {
    const template = templateOf(changes.template)
    brought.session_count = template.sessionCount
    brought.session_minutes = template.sessionMinutes
    brought.expected_pairs = template.expectedPairs.from
    const kickOffOn = changes.kickOffOn ?? before.kick_off_on
    if (kickOffOn) {
      const dates = datesFromKickOff(kickOffOn, template.months)
      brought.last_session_on = dates.lastSessionOn
      brought.ends_on = dates.endsOn
      brought.deletes_on = dates.deletesOn
    }
  }
  const given = {
    name: changes.name,
    template: changes.template,
    purpose: changes.purpose,
    outcomes: changes.outcomes,
    themes: changes.themes,
    give_back_themes: changes.giveBackThemes,
    sponsor_id: changes.sponsorId,
    safe_contact_id: changes.safeContactId,
    kick_off_on: changes.kickOffOn,
    last_session_on: changes.lastSessionOn,
    ends_on: changes.endsOn,
    deletes_on: changes.deletesOn,
    session_count: changes.sessions?.length ?? changes.sessionCount,
    session_minutes: changes.sessionMinutes,
    scheduled_by: changes.scheduledBy,
    agenda_by: changes.agendaBy,
    expected_pairs: changes.expectedPairs,
    accept_within_days: changes.acceptWithinDays,
  }
  const known = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...before, ...brought, ...Object.fromEntries(known) }
}

function columnsOf({
  id: _id,
  state: _state,
  version: _version,
  opened_at: _openedAt,
  ...columns
}: ProgrammeRow) {
  return columns
}

function refuseUnknownThemes(changes: ProgrammeChanges): void {
  for (const kind of ['themes', 'giveBackThemes'] as const) {
    const unknown = changes[kind]?.find((wanted) => !catalogue[kind].some(({ id }) => id === wanted))
    if (unknown !== undefined) throw invalidField(`#/${kind}`, `There is no theme called ${unknown}.`)
  }
}

function refuseDates(
  before: ProgrammeRow,
  after: ProgrammeRow,
  sessions: readonly PlannedSession[] | undefined,
): void {
  const dates = datesOf(after)
  const wrongDates = dateProblems(dates)
  const wrongSessions = sessions ? sessionProblems(sessions, dates) : []
  if (wrongDates.length + wrongSessions.length > 0) throw datesOutOfOrder(wrongDates, wrongSessions)

  // Everybody who joined was told this date (rule R49).
  const isPromised = before.state !== 'draft' && before.deletes_on !== null
  if (isPromised && (after.deletes_on === null || after.deletes_on > before.deletes_on!)) {
    throw new ProblemError(
      'deletion-date-moved-later',
      `People were told that everything is deleted on ${before.deletes_on}. It can move earlier, never later.`,
      {
        errors: [{ pointer: '#/deletesOn', detail: 'It can move earlier, never later.' }],
        promised: before.deletes_on,
      },
    )
  }
}

async function refusePeople(
  db: Db,
  after: ProgrammeRow,
  managerIds: readonly string[],
  managersBefore: readonly string[],
  changedBy: string,
): Promise<void> {
  const { sponsor_id: sponsorId, safe_contact_id: safeContactId } = after
  if (!managerIds.includes(changedBy)) {
    throw invalidField(
      '#/managerIds',
      'Somebody else who manages this programme can take you off, not you yourself.',
    )
  }
  const added = managerIds.filter((id) => !managersBefore.includes(id))
  const wanted = [...added, sponsorId, safeContactId].filter((id) => id !== null)
  const active = await activeAmong(db, wanted)
  const asWhat = { '#/sponsorId': [sponsorId], '#/safeContactId': [safeContactId], '#/managerIds': added }
  for (const [pointer, ids] of Object.entries(asWhat)) {
    if (ids.some((id) => id !== null && !active.has(id))) {
      throw invalidField(pointer, 'Choose somebody who works here today.')
    }
  }

  if (safeContactId === null) return
  const inside = [...managerIds, sponsorId].includes(safeContactId)
  if (inside || (await enrolledAmong(db, after.id, [safeContactId])).length > 0) {
    const detail = 'Choose somebody who neither takes part in this programme nor runs it.'
    throw new ProblemError('safe-contact-not-outside', detail, {
      errors: [{ pointer: '#/safeContactId', detail }],
    })
  }
}

/** What had to stand for opening has to stand for as long as people are in the programme (rule R1). */
function refuseGaps(after: ProgrammeRow, managerIds: readonly string[]): void {
  if (after.state === 'draft') return
  const missing = readinessOf(readinessFacts(after, managerIds)).filter(({ done }) => !done)
  if (missing.length > 0) throw programmeNotReady(missing)
}

async function sessionsAfter(
  db: Db,
  before: ProgrammeRow,
  after: ProgrammeRow,
  given: readonly PlannedSession[] | undefined,
): Promise<readonly PlannedSession[]> {
  if (given) return given.map(({ plannedOn }, index) => ({ number: index + 1, plannedOn }))
  const { kick_off_on: kickOffOn, last_session_on: lastSessionOn, session_count: count } = after
  const isSameRhythm =
    before.kick_off_on === kickOffOn &&
    before.last_session_on === lastSessionOn &&
    before.session_count === count
  if (isSameRhythm) return sessionsOf(db, after.id)
  return kickOffOn && lastSessionOn ? plannedSessions(kickOffOn, lastSessionOn, count) : []
}

function datesOf(row: ProgrammeRow) {
  return {
    kickOffOn: row.kick_off_on,
    lastSessionOn: row.last_session_on,
    endsOn: row.ends_on,
    deletesOn: row.deletes_on,
  }
}
