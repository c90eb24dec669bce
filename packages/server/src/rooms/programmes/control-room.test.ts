import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { draftProgramme, openedProgramme, type TestProgramme } from '../../testing/test-programme.ts'

const app = await testApp({ today: '2026-11-20T09:00:00Z' })
afterAll(() => app.close())
const db = app.database.asSuperuser

/** Somebody in a seat, straight into the database: how they came there is told elsewhere. */
async function enrolled(
  programme: TestProgramme,
  seat: 'mentor' | 'leader',
  state: 'invited' | 'consented' | 'ready' = 'ready',
  invitedAt = '2026-11-18T09:00:00Z',
) {
  const person = await app.person({ givenName: seat === 'mentor' ? 'Wanjiru' : 'Joaquim' })
  await db
    .insertInto('enrolment')
    .values({
      programme_id: programme.id,
      person_id: person.id,
      seat,
      state,
      invited_at: invitedAt,
      consented_at: state === 'invited' ? null : invitedAt,
      ready_at: state === 'ready' ? invitedAt : null,
    })
    .execute()
  return person.id
}

async function paired(
  programme: TestProgramme,
  mentorId: string,
  leaderId: string,
  pair: { state: string; startedAt?: string; closedAt?: string; held?: string; booked?: string },
) {
  const { id } = await db
    .insertInto('pair')
    .values({
      programme_id: programme.id,
      mentor_id: mentorId,
      leader_id: leaderId,
      state: pair.state,
      fit: 80000,
      reasons: '[]',
      common_ground: '[]',
      asked_at: '2026-09-01T09:00:00Z',
      answer_by: '2026-09-08T09:00:00Z',
      started_at: pair.startedAt ?? null,
      closed_at: pair.closedAt ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const sessions = [
    pair.held && { number: 1, planned_on: pair.held, state: 'held', held_on: pair.held },
    pair.booked && { number: 2, planned_on: pair.booked, state: 'booked', held_on: null },
  ].filter((session) => typeof session === 'object')
  if (sessions.length > 0) {
    await db
      .insertInto('pair_session')
      .values(sessions.map((session) => ({ pair_id: id, ...session })))
      .execute()
  }
  return id
}

async function roomOf({ id, manager }: TestProgramme) {
  return await manager.programmes.controlRoom({ programmeId: id })
}

async function runningProgramme(): Promise<TestProgramme> {
  const programme = await openedProgramme(app)
  await programme.manager.programmes.change(
    { programmeId: programme.id, kickOffOn: '2026-09-14', lastSessionOn: '2027-03-12' },
    { context: { ifMatch: programme.programme.version } },
  )
  return programme
}

describe('the control room', () => {
  test('asks to finish a draft, and nothing else', async () => {
    const room = await roomOf(await draftProgramme(app))
    expect(room).toMatchObject({ programme: { state: 'draft' }, needsYou: [{ kind: 'open-the-programme' }] })
    expect(room.needsYou).toHaveLength(1)
    expect(room.sessions).toHaveLength(6)
  })

  test('asks to invite people into an open programme', async () => {
    expect((await roomOf(await openedProgramme(app))).needsYou).toMatchObject([{ kind: 'invite-people' }])
  })

  test('names invitations nobody answered for a week, since the oldest', async () => {
    const programme = await openedProgramme(app)
    await enrolled(programme, 'mentor', 'invited', '2026-11-01T09:00:00Z')
    await enrolled(programme, 'mentor', 'invited', '2026-11-05T09:00:00Z')
    await enrolled(programme, 'leader', 'invited')
    expect((await roomOf(programme)).needsYou).toMatchObject([
      { kind: 'answers-outstanding', count: 2, since: '2026-11-01T09:00:00.000Z' },
    ])
  })

  test('asks to match once both sides are ready', async () => {
    const programme = await openedProgramme(app)
    for (const seat of ['mentor', 'mentor', 'leader'] as const) await enrolled(programme, seat)
    expect(await roomOf(programme)).toMatchObject({
      needsYou: [{ kind: 'match', count: 1 }],
      spareMentors: 2,
      pairs: [],
    })
  })

  test('counts from invitation to rhythm: nobody further on is missing further back', async () => {
    const programme = await runningProgramme()
    const [met, matched, asked] = [
      await enrolled(programme, 'mentor'),
      await enrolled(programme, 'mentor'),
      await enrolled(programme, 'mentor'),
    ]
    await enrolled(programme, 'mentor', 'consented')
    await enrolled(programme, 'mentor', 'invited')
    const leaders = [
      await enrolled(programme, 'leader'),
      await enrolled(programme, 'leader'),
      await enrolled(programme, 'leader'),
    ]
    const startedAt = '2026-09-14T09:00:00Z'
    await paired(programme, met, leaders[0]!, { state: 'active', startedAt, held: '2026-11-10' })
    await paired(programme, matched, leaders[1]!, { state: 'active', startedAt })
    await paired(programme, asked, leaders[2]!, { state: 'asked' })

    const { funnel, sessions } = await roomOf(programme)
    expect(funnel).toEqual([
      { stage: 'invited', mentors: 5, leaders: 3 },
      { stage: 'opted-in', mentors: 4, leaders: 3 },
      { stage: 'ready', mentors: 3, leaders: 3 },
      { stage: 'asked', mentors: 3, leaders: 3 },
      { stage: 'matched', mentors: 2, leaders: 2 },
      { stage: 'met', mentors: 1, leaders: 1 },
    ])
    expect(sessions[0]).toMatchObject({ number: 1, held: 1, pairs: 1 })
  })

  test('tells each pair’s rhythm from dates alone (rules R17 and R19)', async () => {
    const programme = await runningProgramme()
    const pair = async (dates: { held?: string; booked?: string; startedAt: string }) =>
      paired(programme, await enrolled(programme, 'mentor'), await enrolled(programme, 'leader'), {
        state: 'active',
        ...dates,
      })
    const startedAt = '2026-09-10T09:00:00Z'
    const onRhythm = await pair({ startedAt, held: '2026-11-10', booked: '2026-12-10' })
    const drifting = await pair({ startedAt, held: '2026-10-05' })
    const late = await pair({ startedAt, held: '2026-09-25' })
    const never = await pair({ startedAt })

    const room = await roomOf(programme)
    expect(room.intervalDays).toBe(33)
    expect(Object.fromEntries(room.pairs.map(({ id, signal }) => [id, signal]))).toEqual({
      [onRhythm]: 'on-rhythm',
      [drifting]: 'drifting',
      [late]: 'needs-you',
      [never]: 'needs-you',
    })
    expect(room.pairs.find(({ id }) => id === onRhythm)).toMatchObject({
      startedOn: '2026-09-14',
      lastSessionOn: '2026-11-10',
      nextSessionOn: '2026-12-10',
    })
    expect(room.needsYou.map(({ kind, pairId }) => [kind, pairId])).toEqual([
      ['pair-without-session', never],
      ['pair-without-session', late],
    ])
    expect(room.needsYou[0]).toMatchObject({
      mentor: { givenName: 'Wanjiru' },
      leader: { givenName: 'Joaquim' },
    })
  })

  test('names a declined pair once, until its leader has another', async () => {
    const programme = await runningProgramme()
    const [mentor, spare, leader] = [
      await enrolled(programme, 'mentor'),
      await enrolled(programme, 'mentor'),
      await enrolled(programme, 'leader'),
    ]
    const declined = await paired(programme, mentor, leader, { state: 'asked' })
    await db
      .insertInto('pair_answer')
      .values({
        pair_id: declined,
        person_id: leader,
        answer: 'declined',
        answered_at: '2026-09-05T09:00:00Z',
      })
      .execute()
    const needsYou = [{ kind: 'pair-declined', pairId: declined, since: '2026-09-05T09:00:00.000Z' }]
    // The mentor, who has not declined, is told and free when the time to answer is over (rule R11).
    expect(await roomOf(programme)).toMatchObject({ needsYou, pairs: [], spareMentors: 1 })

    await db
      .updateTable('pair')
      .set({ state: 'expired', closed_at: '2026-09-05T09:00:00Z' })
      .where('id', '=', declined)
      .execute()
    expect(await roomOf(programme)).toMatchObject({ needsYou, pairs: [], spareMentors: 2 })

    await paired(programme, spare, leader, { state: 'asked' })
    expect(await roomOf(programme)).toMatchObject({
      needsYou: [],
      pairs: [{ signal: 'waiting' }],
      spareMentors: 1,
    })
  })

  test('says nothing of pairs in another programme', async () => {
    const [programme, other] = [await runningProgramme(), await runningProgramme()]
    await paired(other, await enrolled(other, 'mentor'), await enrolled(other, 'leader'), { state: 'asked' })
    expect(await roomOf(programme)).toMatchObject({ pairs: [], programme: { mentors: 0, leaders: 0 } })
  })
})
