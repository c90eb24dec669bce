import { ORPCError } from '@orpc/client'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { readyCohort, type TestCohort } from '../../testing/test-cohort.ts'
import { openedProgramme } from '../../testing/test-programme.ts'
import { expirePairs } from './expire-pairs.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

const sender = { address: app.platform.config.address }

/** A cohort whose first proposal was published, and one of its pairs with both people. */
async function askedPair() {
  const cohort = await readyCohort(app)
  const [joaquim, dilys] = cohort.leaders
  const [wanjiru, kofi] = cohort.mentors
  // Inês, whom the rules allow with either leader, is the one who waits for the next proposal.
  await publish(cohort, [
    [wanjiru!.id, dilys!.id],
    [kofi!.id, joaquim!.id],
  ])
  const [row] = await cohort.manager.pairs.list({ programmeId: cohort.id })
  const pairId = row!.id
  return { cohort, pairId, mentor: app.as(row!.mentor.id), leader: app.as(row!.leader.id), row: row! }
}

async function publish(cohort: TestCohort, pins: readonly [mentorId: string, leaderId: string][] = []) {
  const run = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
  for (const [mentorId, leaderId] of pins) {
    await cohort.manager.matchRuns.decide({ matchRunId: run.id, mentorId, leaderId, decision: 'pin' })
  }
  const { fingerprint } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
  await cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint })
}

async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (refused: unknown) => refused,
  )
  if (!(error instanceof ORPCError)) throw new Error('The call was not refused.')
  return error.code
}

function templatesSentTo(personId: string) {
  return app.database.asSuperuser
    .selectFrom('mail')
    .select('template')
    .where('person_id', '=', personId)
    .where('template', 'like', 'pair-%')
    .orderBy('created_at')
    .execute()
    .then((rows) => rows.map(({ template }) => template))
}

describe('a pair', () => {
  test('starts with the second yes, along the programme’s time line (rule R11)', async () => {
    const { cohort, pairId, mentor, leader, row } = await askedPair()

    const waiting = await mentor.pairs.answer({ pairId, answer: 'accepted' })
    const started = await leader.pairs.answer({ pairId, answer: 'accepted' })

    expect(waiting).toMatchObject({ state: 'asked', myAnswer: 'accepted' })
    expect(started).toMatchObject({ state: 'active', startedAt: '2026-07-20T09:00:00.000Z' })
    const { sessions } = await cohort.manager.programmes.show({ programmeId: cohort.id })
    expect(started.sessions.map(({ plannedOn }) => plannedOn)).toEqual(
      sessions.map(({ plannedOn }) => plannedOn),
    )
    expect(await templatesSentTo(row.mentor.id)).toEqual(['pair-asked', 'pair-confirmed'])
  })

  test('that one declines is over for them at once, and for programme managers (rule R11)', async () => {
    const { cohort, pairId, leader } = await askedPair()

    const declined = await leader.pairs.answer({ pairId, answer: 'declined' })

    expect(declined).toMatchObject({ state: 'not-coming-about', myAnswer: 'declined' })
    const { seats } = await leader.accounts.me()
    expect(seats).toMatchObject([{ seat: 'leader', pairIds: [] }])
    const rows = await cohort.manager.pairs.list({ programmeId: cohort.id })
    expect(rows.find(({ id }) => id === pairId)).toMatchObject({
      state: 'declined',
      leaderAnswer: 'declined',
      closedAt: null,
    })
  })

  test('is not proposed again to two people of whom one declined, who is free at once', async () => {
    const { cohort, pairId, leader, row } = await askedPair()
    await leader.pairs.answer({ pairId, answer: 'declined' })

    const run = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
    const { pairs, people } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(people.map(({ id }) => id)).toContain(row.leader.id)
    expect(people.map(({ id }) => id)).not.toContain(row.mentor.id)
    expect(pairs.map(({ mentorId }) => mentorId)).not.toContain(row.mentor.id)
  })

  test('can be declined once by each; after that the programme manager helps (rule R11)', async () => {
    const { cohort, pairId, leader, row } = await askedPair()
    await leader.pairs.answer({ pairId, answer: 'declined' })
    await publish(cohort)
    const second = (await leader.pairs.mine()).find(({ state }) => state === 'asked')!

    expect(second).toMatchObject({ mayDecline: false, leader: { id: row.leader.id } })
    expect(await refusal(leader.pairs.answer({ pairId: second.id, answer: 'declined' }))).toBe(
      'declined-once-already',
    )
  })

  test('takes one answer from each', async () => {
    const { pairId, mentor } = await askedPair()
    await mentor.pairs.answer({ pairId, answer: 'accepted' })

    expect(await refusal(mentor.pairs.answer({ pairId, answer: 'declined' }))).toBe('proposal-answered')
  })

  test('has one outcome when both answer at the same moment', async () => {
    const { pairId, mentor, leader } = await askedPair()

    await Promise.allSettled([
      mentor.pairs.answer({ pairId, answer: 'accepted' }),
      leader.pairs.answer({ pairId, answer: 'accepted' }),
    ])

    expect(await mentor.pairs.show({ pairId })).toMatchObject({ state: 'active' })
    expect((await leader.pairs.show({ pairId })).sessions.length).toBeGreaterThan(0)
  })

  test('runs out when nobody answers in time, and frees both', async () => {
    const { pairId, mentor } = await askedPair()
    const later = new Date('2026-07-27T09:00:01Z')

    expect(await expirePairs(app.database, sender, later)).toBeGreaterThan(0)

    expect(await mentor.pairs.show({ pairId })).toMatchObject({ state: 'not-coming-about' })
    expect(await refusal(mentor.pairs.answer({ pairId, answer: 'accepted' }))).toBe('pair-not-asked')
  })
})

describe('a pair belongs to its two people', () => {
  test('nobody else can open or answer it', async () => {
    const { cohort, pairId } = await askedPair()
    const other = await openedProgramme(app)
    const outsider = app.as(await app.person())
    const spare = (await cohort.manager.pairs.list({ programmeId: cohort.id })).flatMap(
      ({ mentor }) => mentor.id,
    )
    const thirdMentor = app.as(cohort.mentors.find(({ id }) => !spare.includes(id))!)

    for (const stranger of [cohort.manager, other.manager, outsider, thirdMentor, app.as(cohort.sponsor)]) {
      expect((await stranger.request('GET', `/pairs/${pairId}`)).status).toBe(404)
      expect((await stranger.request('PUT', `/pairs/${pairId}/answer`, { answer: 'accepted' })).status).toBe(
        404,
      )
    }
    expect((await app.anonymous.request('GET', `/pairs/${pairId}`)).status).toBe(401)
    expect(
      (await app.anonymous.request('PUT', `/pairs/${pairId}/answer`, { answer: 'accepted' })).status,
    ).toBe(401)
    expect((await app.anonymous.request('GET', '/my-pairs')).status).toBe(401)
  })

  test('only programme managers see the list, and nothing in it is anybody’s profile', async () => {
    const { cohort, mentor, leader } = await askedPair()
    const other = await openedProgramme(app)
    const path = `/programmes/${cohort.id}/pairs`

    for (const stranger of [mentor, leader, other.manager, app.as(cohort.sponsor)]) {
      expect((await stranger.request('GET', path)).status).toBe(403)
    }
    expect((await app.anonymous.request('GET', path)).status).toBe(401)
    const [row] = await cohort.manager.pairs.list({ programmeId: cohort.id })
    expect(Object.keys(row!)).not.toContain('reasons')
    expect(Object.keys(row!)).not.toContain('commonGround')
  })

  test('its members cannot start it alone, move it elsewhere, or read the partner’s answer in the database', async () => {
    const { pairId, row } = await askedPair()
    const actor = { kind: 'person' as const, personId: row.mentor.id }
    await app.as(row.leader.id).pairs.answer({ pairId, answer: 'accepted' })

    const startAlone = () =>
      app.database.asActor(actor, (db) =>
        db
          .updateTable('pair')
          .set({ state: 'active', started_at: new Date() })
          .where('id', '=', pairId)
          .execute(),
      )
    const changeFit = () =>
      app.database.asActor(actor, (db) =>
        db.updateTable('pair').set({ fit: 1 }).where('id', '=', pairId).execute(),
      )
    await expect(startAlone()).rejects.toThrow(/row-level security/)
    await expect(changeFit()).rejects.toThrow(/permission denied/)
    const answers = await app.database.asActor(actor, (db) =>
      db.selectFrom('pair_answer').selectAll().execute(),
    )
    expect(answers).toEqual([])
  })
})
