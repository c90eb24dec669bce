import { levelsFromReportingLines } from '@viceversa/domain/people/levels.ts'
import type { Db } from '../../../platform/database/as-actor.ts'
import type { Platform } from '../../../platform/platform.ts'
import { consent } from '../../enrolment/consent.ts'
import { finishProfile } from '../../enrolment/finish-profile.ts'
import { invitePeople } from '../../enrolment/invite-people.ts'
import { saveProfile } from '../../enrolment/save-profile.ts'
import { createMatchRun } from '../../match-runs/create-match-run.ts'
import { publishMatchRun } from '../../match-runs/publish-match-run.ts'
import { findMatchRun } from '../../match-runs/queries.ts'
import { showProposal } from '../../match-runs/show-proposal.ts'
import { answerPair } from '../../pairs/answer-pair.ts'
import { changeProgramme } from '../../programmes/change-programme.ts'
import { createProgramme } from '../../programmes/create-programme.ts'
import { openProgramme } from '../../programmes/open-programme.ts'
import { orAlreadySetUp } from '../set-up.ts'
import { readSampleParticipants, readSamplePeople, type SampleParticipant } from './read-sample.ts'
import { writeSampleHistory } from './sample-history.ts'

const DAY_MS = 86_400_000
/** Where the running programme stands: three months behind it, three to go. */
const WEEKS_SINCE_KICK_OFF = 14

/** Who plays what, by their number in `people.csv`. */
const PROGRAMME_MANAGER = 'L1002'
const SPONSOR = 'L1001'
const SAFE_CONTACT = 'L1003'

type Cast = { readonly idOf: ReadonlyMap<string, string>; readonly manager: string }

/**
 * Fills an empty installation with Larkmoor: its people, a programme in mid-course, and an intake that waits to be
 * matched. Everything happens through the use cases that real people use, at the times at which they would have.
 */
export async function fillSample(platform: Platform, now: Date): Promise<void> {
  const cast = await orAlreadySetUp(() => createLarkmoor(platform))
  await playRunningProgramme(platform, cast, now)
  await playNextIntake(platform, cast, now)
}

/** The organisation's row closes the door that first starts come through, so it is written last. */
async function createLarkmoor({ database }: Platform): Promise<Cast> {
  const people = readSamplePeople()
  const idOf = new Map(people.map(({ externalId }) => [externalId, crypto.randomUUID()]))
  const levels = levelsFromReportingLines(
    people.map(({ externalId, managerExternalId }) => ({ id: externalId, managerId: managerExternalId })),
  )
  const manager = idFrom(idOf, PROGRAMME_MANAGER)
  await database.asActor({ kind: 'anonymous' }, async (db) => {
    await db
      .insertInto('person')
      .values(
        people.map((person) => ({
          id: idFrom(idOf, person.externalId),
          external_id: person.externalId,
          email: person.email,
          given_name: person.givenName,
          family_name: person.familyName,
          display_name: `${person.givenName} ${person.familyName}`,
          job_title: person.jobTitle,
          department: person.department,
          site: person.site,
          country: person.country,
          time_zone: person.timeZone,
          level: levels.get(person.externalId) ?? null,
          manager_id: person.managerExternalId && idFrom(idOf, person.managerExternalId),
        })),
      )
      .execute()
    await db.insertInto('administrator').values({ person_id: manager }).execute()
    await db
      .insertInto('organisation')
      .values({ name: 'Larkmoor', time_zone: 'Europe/London', kind: 'sample' })
      .execute()
  })
  return { idOf, manager }
}

async function playRunningProgramme(platform: Platform, cast: Cast, now: Date): Promise<void> {
  const kickOff = mondayBefore(now, WEEKS_SINCE_KICK_OFF)
  const weeksBefore = (weeks: number) => new Date(kickOff.getTime() - weeks * 7 * DAY_MS)
  const asManager = <T>(work: (db: Db) => Promise<T>) => as(platform, cast.manager, work)
  const participants = readSampleParticipants()

  const programmeId = await asManager(async (db) => {
    const id = await createProgramme(
      db,
      { name: 'Fresh Eyes', template: 'six-months', kickOffOn: dayOf(kickOff) },
      cast.manager,
      weeksBefore(10),
    )
    await openWithCharter(db, cast, id, weeksBefore(8))
    return id
  })
  await gather(platform, cast, programmeId, participants, weeksBefore(7))

  const sender = { address: platform.config.address }
  await asManager(async (db) => {
    const matchRunId = await createMatchRun(db, { programmeId }, cast.manager, weeksBefore(4))
    const run = await findMatchRun(db, matchRunId)
    if (!run) throw new Error('The sample’s match run is not there.')
    const { fingerprint } = await showProposal(db, run)
    await publishMatchRun(db, matchRunId, fingerprint, sender, weeksBefore(3))
  })

  const pairs = await asManager((db) =>
    db
      .selectFrom('pair')
      .select(['id', 'mentor_id', 'leader_id'])
      .where('programme_id', '=', programmeId)
      .execute(),
  )
  for (const pair of pairs) {
    for (const member of [pair.mentor_id, pair.leader_id]) {
      await as(platform, member, (db) => answerPair(db, pair.id, 'accepted', member, sender, weeksBefore(2)))
    }
  }
  await asManager((db) => writeSampleHistory(db, programmeId, dayOf(now)))
  // Mails of months ago left long since.
  await asManager((db) => db.deleteFrom('mail').execute())
}

/** A second programme whose people are ready, so that the matching studio has something to think about. */
async function playNextIntake(platform: Platform, cast: Cast, now: Date): Promise<void> {
  const everybody = readSampleParticipants()
  const leaders = everybody.filter(({ seat }) => seat === 'leader').filter((_, index) => index % 2 === 0)
  const mentors = everybody.filter(({ seat }) => seat === 'mentor').filter((_, index) => index % 2 === 1)
  const weeksAgo = (weeks: number) => new Date(now.getTime() - weeks * 7 * DAY_MS)

  const programmeId = await as(platform, cast.manager, async (db) => {
    const id = await createProgramme(
      db,
      { name: 'Fresh Eyes, next intake', template: 'six-months' },
      cast.manager,
      weeksAgo(3),
    )
    await openWithCharter(db, cast, id, weeksAgo(2))
    return id
  })
  const late = mentors.slice(-2)
  await gather(platform, cast, programmeId, [...leaders, ...mentors.slice(0, -2)], weeksAgo(1))
  await invite(platform, cast, programmeId, late, weeksAgo(1))
}

async function openWithCharter(db: Db, cast: Cast, programmeId: string, when: Date): Promise<void> {
  await changeProgramme(
    db,
    programmeId,
    {
      purpose:
        'Our leaders decide about tools, rotas and customers they rarely meet. Colleagues early in their career show them what the work is like today, and learn how decisions are made.',
      outcomes: [
        'Leaders change one rule or habit because of what they heard',
        'Mentors feel safe to say what they see',
      ],
      sponsorId: idFrom(cast.idOf, SPONSOR),
      safeContactId: idFrom(cast.idOf, SAFE_CONTACT),
    },
    cast.manager,
    () => {},
  )
  await openProgramme(db, programmeId, when)
}

/** Everybody is invited, agrees and answers. */
async function gather(
  platform: Platform,
  cast: Cast,
  programmeId: string,
  participants: readonly SampleParticipant[],
  when: Date,
): Promise<void> {
  await invite(platform, cast, programmeId, participants, when)
  const timeZoneOf = new Map(readSamplePeople().map(({ externalId, timeZone }) => [externalId, timeZone]))
  for (const participant of participants) {
    const me = idFrom(cast.idOf, participant.externalId)
    await as(platform, me, async (db) => {
      await consent(db, programmeId, me, when)
      await saveProfile(db, programmeId, profileOf(participant, timeZoneOf), me, when)
      await finishProfile(db, programmeId, me, when)
    })
  }
}

async function invite(
  platform: Platform,
  cast: Cast,
  programmeId: string,
  participants: readonly SampleParticipant[],
  when: Date,
): Promise<void> {
  const sender = { personId: cast.manager, address: platform.config.address }
  for (const seat of ['mentor', 'leader'] as const) {
    const personIds = participants
      .filter((participant) => participant.seat === seat)
      .map(({ externalId }) => idFrom(cast.idOf, externalId))
    if (personIds.length === 0) continue
    await as(platform, cast.manager, (db) => invitePeople(db, { programmeId, seat, personIds }, sender, when))
  }
}

type Profile = Parameters<typeof saveProfile>[2]

function profileOf(participant: SampleParticipant, timeZoneOf: ReadonlyMap<string, string>): Profile {
  return {
    offers: [...participant.offers],
    wants: [...participant.wants],
    workStyle: [...participant.workStyle] as Profile['workStyle'],
    interests: [...participant.interests] as Profile['interests'],
    languages: [...participant.languages],
    timeZone: timeZoneOf.get(participant.externalId) ?? 'Europe/London',
    availability: [...participant.availability],
    capacity: 1,
  }
}

function as<T>({ database }: Platform, personId: string, work: (db: Db) => Promise<T>): Promise<T> {
  return database.asActor({ kind: 'person', personId }, work)
}

function idFrom(ids: ReadonlyMap<string, string>, externalId: string): string {
  const id = ids.get(externalId)
  if (!id) throw new Error(`Nobody in the sample organisation has the number ${externalId}.`)
  return id
}

function mondayBefore(now: Date, weeks: number): Date {
  const sinceMonday = (now.getUTCDay() + 6) % 7
  return new Date(now.getTime() - (weeks * 7 + sinceMonday) * DAY_MS)
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
