import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import { asker, joinByLink, waitingLinks } from './everybody.ts'

const file = resolve(
  import.meta.dirname,
  '../../packages/domain/src/people/import/testing/people-oracle-hr.csv',
)

export const administratorEmail = 'ines.moreira@example.com'
export const administratorPassword = 'a sentence that only I know'

export type Asker = Awaited<ReturnType<typeof asker>>
export type Seat = 'mentor' | 'leader'
export type PeopleImport = {
  id: string
  state: string
  mapping: Record<string, string>
  failure: string | null
  appliedAt: string | null
}
export type ManagedPair = {
  id: string
  state: string
  mentor: { id: string }
  leader: { id: string }
  mentorAnswer: string | null
  leaderAnswer: string | null
}
type DirectoryRow = { id: string; email: string; displayName: string; level: number | null }
type Enrolment = { person: { id: string; email: string }; seat: Seat; state: string; matched: boolean }

/** Creates the organisation; whoever asks is its administrator from then on. */
export async function setUp(address: string): Promise<Asker> {
  const administrator = await asker(address)
  await administrator.post('/organisation', {
    organisationName: 'Meridian',
    timeZone: 'Europe/Lisbon',
    givenName: 'Ines',
    familyName: 'Moreira',
    email: administratorEmail,
    password: administratorPassword,
  })
  return administrator
}

/** The administrator of `setUp`, through the door as people go. */
export async function signInByPassword(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('Work e-mail').first().fill(administratorEmail)
  await page
    .getByRole('button', { name: /password/i })
    .first()
    .click()
  await page.getByLabel('Password', { exact: true }).fill(administratorPassword)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/** Reads the export of an HR system and looks at the dry run; nothing has changed yet. */
export async function planImport(
  administrator: Asker,
  exported: Buffer = readFileSync(file),
): Promise<PeopleImport> {
  const read = await administrator.upload<PeopleImport>('/people-imports', 'people.csv', exported)
  await administrator.put(`/people-imports/${read.id}/plan`, { mapping: read.mapping })
  return settledImport(administrator, read.id)
}

/** An import once nothing runs on it any more. */
export async function settledImport(administrator: Asker, importId: string): Promise<PeopleImport> {
  const deadline = Date.now() + 30_000
  while (Date.now() < deadline) {
    const found = await administrator.get<PeopleImport>(`/people-imports/${importId}`)
    if (!['planning', 'applying'].includes(found.state)) return found
    await new Promise((again) => setTimeout(again, 50))
  }
  throw new Error('The import did not come to an end within half a minute.')
}

/** Everybody in the directory. */
export async function directory(administrator: Asker): Promise<DirectoryRow[]> {
  const { rows } = await administrator.get<{ rows: DirectoryRow[] }>('/people?limit=200')
  return rows
}

/** A programme from the six-month template, opened. */
export async function openProgramme(administrator: Asker): Promise<string> {
  const people = await directory(administrator)
  const idOf = (name: string) => people.find(({ displayName }) => displayName === name)!.id
  const { id, version } = await administrator.post<{ id: string; version: number }>('/programmes', {
    name: 'Fresh Eyes',
    template: 'six-months',
  })
  await administrator.patch(`/programmes/${id}`, version, {
    purpose: 'Leaders hear how flexible work feels.',
    outcomes: ['One rule changed by what mentors said'],
    sponsorId: idOf('Steven King'),
    safeContactId: idOf('Susan Jacobs'),
  })
  await administrator.put(`/programmes/${id}/opening`)
  return id
}

/** Invites 30 mentors and 12 leaders. */
export async function inviteEverybody(administrator: Asker, programmeId: string): Promise<void> {
  const people = await directory(administrator)
  const at = (...levels: number[]) =>
    levels.flatMap((level) => people.filter((person) => person.level === level)).map(({ id }) => id)
  await administrator.post(`/programmes/${programmeId}/invitations`, {
    seat: 'mentor',
    personIds: at(4, 3).slice(0, 30),
  })
  await administrator.post(`/programmes/${programmeId}/invitations`, {
    seat: 'leader',
    personIds: at(2).slice(0, 12),
  })
}

export function enrolments(administrator: Asker, programmeId: string): Promise<Enrolment[]> {
  return administrator.get(`/programmes/${programmeId}/enrolments`)
}

export function pairsOf(administrator: Asker, programmeId: string): Promise<ManagedPair[]> {
  return administrator.get(`/programmes/${programmeId}/pairs`)
}

/** Everybody who was invited opens the link and answers. Whom they are by their address. */
export async function everybodyJoins(
  address: string,
  administrator: Asker,
  programmeId: string,
): Promise<Map<string, Asker>> {
  const links = await waitingLinks(administrator, /^invitation-/)
  const seats = new Map((await enrolments(administrator, programmeId)).map((row) => [row.person.id, row]))
  const people = new Map<string, Asker>()
  let index = 0
  for (const { person, seat } of seats.values()) {
    people.set(person.id, await joinByLink(address, links.get(person.email)!, profileOf(seat, index++)))
  }
  return people
}

/** Pins one pair of the best set, bans another, and gives back what would be published. */
export async function decideOnPairs(administrator: Asker, programmeId: string) {
  const run = await administrator.post<{ id: string }>(`/programmes/${programmeId}/match-runs`)
  const first = await proposalOf(administrator, run.id)
  const pinned = first.pairs[0]!
  const banned = first.pairs.at(-1)!
  const decision = ({ mentorId, leaderId }: ProposedPair) =>
    `/match-runs/${run.id}/decisions/${mentorId}/${leaderId}`
  await administrator.put(decision(pinned), { decision: 'pin' })
  await administrator.put(decision(banned), { decision: 'ban', reason: 'They know each other well.' })
  return { runId: run.id, pinned, banned, proposal: await proposalOf(administrator, run.id) }
}

type ProposedPair = { mentorId: string; leaderId: string }

export function proposalOf(administrator: Asker, runId: string) {
  return administrator.get<{ fingerprint: string; pairs: ProposedPair[] }>(`/match-runs/${runId}/proposal`)
}

/** Answers that differ from person to person, the same in every run. */
export function profileOf(seat: Seat, index: number) {
  const themes = ['ai-at-work', 'social-media', 'flexible-work', 'frontline-view', 'customers-today']
  const giveBack = ['career-paths', 'how-decisions-are-made', 'leading-people', 'presenting-to-seniors']
  const some = (list: string[], count: number) =>
    list.map((_, at) => list[(at + index) % list.length]!).slice(0, count)
  return {
    offers: seat === 'mentor' ? some(themes, 3) : some(giveBack, 2),
    wants: seat === 'mentor' ? some(giveBack, 2) : some(themes, 3),
    workStyle: some(['listen-first', 'walk-and-talk', 'plan-ahead', 'direct-words'], 2),
    interests: some(['cooking', 'music', 'reading', 'sports'], 2),
    languages: ['en'],
    timeZone: 'America/Los_Angeles',
    availability: [33, 34, 35, 57, 58, 59, 81, 82, 83].map((hour) => hour + (index % 3)),
    capacity: 1,
  }
}
