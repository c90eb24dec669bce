import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { readyCohort } from '../../testing/test-cohort.ts'
import { answerPair } from './answer-pair.ts'
import { expirePairs } from './expire-pairs.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

const sender = { address: app.platform.config.address }

async function askedPair() {
  const cohort = await readyCohort(app)
  const run = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
  const { fingerprint } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
  await cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint })
  const [row] = await cohort.manager.pairs.list({ programmeId: cohort.id })
  return { pairId: row!.id, mentor: app.as(row!.mentor.id), leader: app.as(row!.leader.id), row: row! }
}

function mailsTo(personId: string) {
  return app.database.asSuperuser
    .selectFrom('mail')
    .select('template')
    .where('person_id', '=', personId)
    .where('template', 'in', ['pair-confirmed', 'pair-not-coming-about'])
    .execute()
}

describe('answers at the same moment', () => {
  test('of which one is no start no pair, and tell the other nothing, whoever comes first (rule R11)', async () => {
    const { pairId, mentor, leader, row } = await askedPair()

    await Promise.all([
      mentor.pairs.answer({ pairId, answer: 'accepted' }),
      leader.pairs.answer({ pairId, answer: 'declined' }),
    ])

    expect(await mentor.pairs.show({ pairId })).toMatchObject({ state: 'asked', sessions: [] })
    expect(await leader.pairs.show({ pairId })).toMatchObject({ state: 'not-coming-about' })
    expect(await mailsTo(row.mentor.id)).toEqual([])
    expect(await mailsTo(row.leader.id)).toEqual([])
  })

  test('that are both no count as one each, and nobody needs to be told (rule R11)', async () => {
    const { pairId, mentor, leader, row } = await askedPair()

    await Promise.all([
      mentor.pairs.answer({ pairId, answer: 'declined' }),
      leader.pairs.answer({ pairId, answer: 'declined' }),
    ])
    await expirePairs(app.database, sender, new Date('2026-07-28T09:00:00Z'))

    expect(await mentor.pairs.show({ pairId })).toMatchObject({ state: 'not-coming-about' })
    expect(await mailsTo(row.mentor.id)).toEqual([])
    expect(await mailsTo(row.leader.id)).toEqual([])
  })

  test('that are both yes send one confirmation to each (rule R11)', async () => {
    const { pairId, mentor, leader, row } = await askedPair()

    const outcomes = await Promise.allSettled([
      mentor.pairs.answer({ pairId, answer: 'accepted' }),
      leader.pairs.answer({ pairId, answer: 'accepted' }),
    ])

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await mailsTo(row.mentor.id)).toEqual([{ template: 'pair-confirmed' }])
    expect(await mailsTo(row.leader.id)).toEqual([{ template: 'pair-confirmed' }])
  })

  test('of one person in two windows are one answer', async () => {
    const { pairId, mentor } = await askedPair()

    const outcomes = await Promise.allSettled([
      mentor.pairs.answer({ pairId, answer: 'accepted' }),
      mentor.pairs.answer({ pairId, answer: 'declined' }),
    ])

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  test('of one person who declines two proposals count once (rule R11)', async () => {
    const cohort = await readyCohort(app)
    const [joaquim, dilys] = cohort.leaders
    const [wanjiru, kofi, ines] = cohort.mentors
    await app.database.asSuperuser
      .updateTable('enrolment_profile')
      .set({ capacity: 2 })
      .where('enrolment_id', 'in', (enrolment) =>
        enrolment.selectFrom('enrolment').select('id').where('person_id', '=', joaquim!.id),
      )
      .execute()
    const run = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
    for (const [mentor, leader] of [
      [wanjiru, dilys],
      [kofi, joaquim],
      [ines, joaquim],
    ]) {
      const pair = { mentorId: mentor!.id, leaderId: leader!.id }
      await cohort.manager.matchRuns.decide({ matchRunId: run.id, ...pair, decision: 'pin' })
    }
    const { fingerprint } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    await cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint })
    const leader = app.as(joaquim!.id)
    const [first, second] = await leader.pairs.mine()

    const actor = { kind: 'person', personId: joaquim!.id } as const
    const now = app.platform.clock.now()
    const late = await app.database.asActor(actor, async (db) => {
      await answerPair(db, first!.id, 'declined', joaquim!.id, sender, now)
      const other = leader.pairs.answer({ pairId: second!.id, answer: 'declined' })
      const settled = other.then(
        () => 'fulfilled',
        () => 'rejected',
      )
      // The second is under way while the first has not ended.
      await Promise.race([settled, sleep(200)])
      return { settled }
    })

    expect(await late.settled).toBe('rejected')
    expect((await leader.pairs.mine()).map(({ state }) => state).toSorted()).toEqual([
      'asked',
      'not-coming-about',
    ])
  })

  test('and the end of the time settle on one outcome (rule R11)', async () => {
    const { pairId, mentor, leader } = await askedPair()
    await mentor.pairs.answer({ pairId, answer: 'accepted' })

    await Promise.allSettled([
      leader.pairs.answer({ pairId, answer: 'accepted' }),
      expirePairs(app.database, sender, new Date('2026-07-28T09:00:00Z')),
    ])

    const { state, sessions } = await leader.pairs.show({ pairId })
    expect(['active', 'not-coming-about']).toContain(state)
    expect(sessions.length > 0).toBe(state === 'active')
  })
})
