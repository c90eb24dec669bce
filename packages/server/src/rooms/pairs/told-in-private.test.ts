import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { readyCohort } from '../../testing/test-cohort.ts'
import type { TestPerson } from '../../testing/test-people.ts'
import { expirePairs } from './expire-pairs.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

const sender = { address: app.platform.config.address }
const whenTimeIsOver = new Date('2026-07-27T09:00:01Z')

/** A pair that was asked: Kofi and Joaquim. The mentor is the one who must not be able to tell. */
async function askedPair() {
  const cohort = await readyCohort(app)
  const { manager, id: programmeId } = cohort
  const [mentor, leader] = [cohort.mentors[1]!, cohort.leaders[0]!]
  const run = await manager.matchRuns.create({ programmeId })
  const pair = { mentorId: mentor.id, leaderId: leader.id }
  await manager.matchRuns.decide({ matchRunId: run.id, ...pair, decision: 'pin' })
  const { fingerprint } = await manager.matchRuns.proposal({ matchRunId: run.id })
  await manager.matchRuns.publish({ matchRunId: run.id, fingerprint })
  const pairs = await manager.pairs.list({ programmeId })
  const { id: pairId } = pairs.find((each) => each.mentor.id === mentor.id)!
  return { cohort, mentor, leader, pairId }
}

type Asked = Awaited<ReturnType<typeof askedPair>>

/** Everything that a member's own requests answer about their pairs, with what differs from pair to pair made alike. */
async function onTheWire({ mentor, leader, pairId, cohort }: Asked): Promise<string> {
  const as = app.as(mentor)
  const paths = [
    '/my-pairs',
    `/pairs/${pairId}`,
    '/me',
    `/programmes/${cohort.id}/my-enrolment`,
    `/programmes/${cohort.id}/view`,
  ]
  const answers = await Promise.all(
    paths.map(async (path) => {
      const answer = await as.request('GET', path)
      return `${answer.status} ${await answer.text()}`
    }),
  )
  return alike(answers.join('\n'), [pairId, cohort.id], [mentor, leader])
}

/** Ids and names of this organisation in general words. */
function alike(text: string, ids: readonly string[], people: readonly TestPerson[]): string {
  const known = [
    ...ids,
    ...people.flatMap(({ id, displayName, familyName, email }) => [id, displayName, familyName, email]),
  ]
  const named = known.reduce((all, word, index) => all.replaceAll(word, `<${index}>`), text)
  return named
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>')
    .replaceAll(/Silva \d+/g, 'Silva')
    .replaceAll(/\.\d+@meridian/g, '@meridian')
}

function mailsTo(person: TestPerson) {
  return app.database.asSuperuser
    .selectFrom('mail')
    .select(['template', 'subject', 'body_text'])
    .where('person_id', '=', person.id)
    .where('template', '=', 'pair-not-coming-about')
    .execute()
}

const before = [
  { who: 'a mentor who has accepted', answer: 'accepted' },
  { who: 'a mentor who has not answered', answer: null },
] as const

describe('a proposal that the other declined and one that ran out are the same to a member (rule R11)', () => {
  test.each(before)('on the wire, before and after the time is over, for $who', async ({ answer }) => {
    const [declined, unanswered] = [await askedPair(), await askedPair()]
    for (const { mentor, pairId } of [declined, unanswered]) {
      if (answer) await app.as(mentor).pairs.answer({ pairId, answer })
    }

    await app.as(declined.leader).pairs.answer({ pairId: declined.pairId, answer: 'declined' })
    const waiting = await onTheWire(declined)
    expect(waiting).toContain('"state":"asked"')
    expect(waiting).toBe(await onTheWire(unanswered))
    expect(await mailsTo(declined.mentor)).toEqual([])

    await expirePairs(app.database, sender, whenTimeIsOver)
    const over = await onTheWire(declined)
    expect(over).toContain('"state":"not-coming-about"')
    expect(over).toBe(await onTheWire(unanswered))
    expect(over).not.toMatch(/declined|expired/)
  })

  test('by mail: the same words, sent by the same work, once', async () => {
    const [declined, unanswered] = [await askedPair(), await askedPair()]
    await app.as(declined.leader).pairs.answer({ pairId: declined.pairId, answer: 'declined' })

    await expirePairs(app.database, sender, whenTimeIsOver)
    await expirePairs(app.database, sender, whenTimeIsOver)

    const words = async ({ mentor, leader, pairId, cohort }: Asked) =>
      alike(JSON.stringify(await mailsTo(mentor)), [pairId, cohort.id], [mentor, leader])
    expect(await mailsTo(declined.mentor)).toHaveLength(1)
    expect(await words(declined)).toBe(await words(unanswered))
    // Whoever declined knows; whoever let the time pass hears the same as the other.
    expect(await mailsTo(declined.leader)).toEqual([])
    expect(await mailsTo(unanswered.leader)).toHaveLength(1)
  })

  test('by an answer that comes after the other declined: it is taken as if nothing were', async () => {
    const { mentor, leader, pairId } = await askedPair()
    await app.as(leader).pairs.answer({ pairId, answer: 'declined' })

    const answer = await app.as(mentor).request('PUT', `/pairs/${pairId}/answer`, { answer: 'accepted' })

    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ state: 'asked', myAnswer: 'accepted', sessions: [] })
  })

  test('by being proposed to somebody else: both are free only when the time is over', async () => {
    const [declined, unanswered] = [await askedPair(), await askedPair()]
    await app.as(declined.leader).pairs.answer({ pairId: declined.pairId, answer: 'declined' })
    const isFree = async ({ cohort, mentor }: Asked) => {
      const run = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
      const { people } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
      return people.some(({ id }) => id === mentor.id)
    }

    expect([await isFree(declined), await isFree(unanswered)]).toEqual([false, false])
    await expirePairs(app.database, sender, whenTimeIsOver)
    expect([await isFree(declined), await isFree(unanswered)]).toEqual([true, true])
  })

  test('in the database, which shows a member the same row', async () => {
    const [declined, unanswered] = [await askedPair(), await askedPair()]
    await app.as(declined.leader).pairs.answer({ pairId: declined.pairId, answer: 'declined' })
    await expirePairs(app.database, sender, whenTimeIsOver)

    const rowOf = ({ mentor, pairId }: Asked) =>
      app.database.asActor({ kind: 'person', personId: mentor.id }, (db) =>
        db
          .selectFrom('pair')
          .select(['state', 'closed_at', 'started_at', 'reasons', 'common_ground'])
          .where('id', '=', pairId)
          .executeTakeFirstOrThrow(),
      )
    expect(await rowOf(declined)).toEqual(await rowOf(unanswered))
  })
})

describe('of a former partner', () => {
  async function over() {
    const asked = await askedPair()
    await expirePairs(app.database, sender, whenTimeIsOver)
    return asked
  }

  test('a member sees the name, and nothing that came from the profile or the directory', async () => {
    const { mentor, leader, pairId } = await over()

    const pair = await app.as(mentor).pairs.show({ pairId })

    expect(pair.leader).toEqual({
      id: leader.id,
      displayName: leader.displayName,
      givenName: 'Joaquim',
      jobTitle: null,
      department: null,
      site: null,
    })
    expect(pair).toMatchObject({ reasons: [], commonGround: [] })
    const seen = await app.database.asActor({ kind: 'person', personId: mentor.id }, (db) =>
      db.selectFrom('person').select('email').where('id', '=', leader.id).execute(),
    )
    expect(seen).toEqual([])
  })

  test('whoever declined sees no more from that moment on', async () => {
    const { mentor, leader, pairId } = await askedPair()
    const before = await app.as(leader).pairs.show({ pairId })
    expect(before.mentor).toMatchObject({ department: 'Underwriting', site: 'Leeds' })
    expect(before.reasons).not.toEqual([])

    await app.as(leader).pairs.answer({ pairId, answer: 'declined' })

    const after = await app.as(leader).pairs.show({ pairId })
    expect(after.mentor).toMatchObject({ displayName: mentor.displayName, department: null, site: null })
    expect(after).toMatchObject({ reasons: [], commonGround: [] })
    const seen = await app.database.asActor({ kind: 'person', personId: leader.id }, (db) =>
      db.selectFrom('person').select('email').where('id', '=', mentor.id).execute(),
    )
    expect(seen).toEqual([])
  })

  test('a pair that runs shows the partner as before', async () => {
    const { mentor, leader, pairId } = await askedPair()
    await app.as(mentor).pairs.answer({ pairId, answer: 'accepted' })
    await app.as(leader).pairs.answer({ pairId, answer: 'accepted' })

    expect((await app.as(mentor).pairs.show({ pairId })).leader).toMatchObject({
      department: 'Claims',
      site: 'Porto',
    })
  })

  test('names are for the two of the pair alone', async () => {
    const { cohort, mentor, leader } = await over()
    const names = (personId: string) =>
      app.database.asActor({ kind: 'person', personId }, async (db) => {
        const { rows } = await sql<{ id: string }>`select id from names_from_my_pairs()`.execute(db)
        return rows.map(({ id }) => id)
      })

    expect(await names(mentor.id)).toEqual([leader.id])
    expect(await names(cohort.sponsor.id)).toEqual([])
  })
})

describe('a pair that both accepted', () => {
  test('gives each the same three points in common, behind the sign-in and not by mail (rule R14)', async () => {
    const { mentor, leader, pairId } = await askedPair()
    await app.as(mentor).pairs.answer({ pairId, answer: 'accepted' })
    await app.as(leader).pairs.answer({ pairId, answer: 'accepted' })

    const points = [
      { kind: 'theme', value: 'ai-at-work' },
      { kind: 'interest', value: 'cooking' },
      { kind: 'work-style', value: 'listen-first' },
    ]
    for (const person of [mentor, leader]) {
      expect(await app.as(person).pairs.show({ pairId })).toMatchObject({
        state: 'active',
        commonGround: points,
      })
      const mails = await app.database.asSuperuser
        .selectFrom('mail')
        .select('body_text')
        .where('person_id', '=', person.id)
        .where('template', '=', 'pair-confirmed')
        .execute()
      expect(mails).toHaveLength(1)
      expect(mails[0]!.body_text).toContain(`/pairs/${pairId}`)
      expect(mails[0]!.body_text).not.toMatch(/cooking|ai-at-work|listen/i)
    }
  })
})

describe('what is left of a proposal when somebody leaves (rules R3, R49)', () => {
  test('are no reasons of pairs that are over, whoever asks', async () => {
    const { cohort, mentor, leader, pairId } = await askedPair()
    await expirePairs(app.database, sender, whenTimeIsOver)
    await app.as(leader).enrolment.leave({ programmeId: cohort.id })

    const kept = await app.database.asSuperuser
      .selectFrom('pair')
      .select(['reasons', 'common_ground'])
      .where('id', '=', pairId)
      .executeTakeFirstOrThrow()
    expect(kept).toEqual({ reasons: [], common_ground: [] })
    expect(await app.as(mentor).pairs.show({ pairId })).toMatchObject({ reasons: [], commonGround: [] })
  })

  test('are no pins and bans about them, with what was written there', async () => {
    const { cohort, pairId, leader } = await askedPair()
    const { manager, id: programmeId } = cohort
    const run = await manager.matchRuns.create({ programmeId })
    const [wanjiru, , ines] = cohort.mentors
    const dilys = cohort.leaders[1]!
    await app.as(leader).pairs.answer({ pairId, answer: 'declined' })
    const ban = { matchRunId: run.id, decision: 'ban' as const, reason: 'They share a project.' }
    await app.database.asSuperuser
      .insertInto('match_run_decision')
      .values([
        {
          match_run_id: run.id,
          mentor_id: ines!.id,
          leader_id: leader.id,
          decision: 'ban',
          reason: ban.reason,
        },
        { match_run_id: run.id, mentor_id: wanjiru!.id, leader_id: dilys.id, decision: 'ban' },
      ])
      .execute()

    await app.as(leader).enrolment.leave({ programmeId })

    expect((await manager.matchRuns.show({ matchRunId: run.id })).decisions).toEqual([
      { mentorId: wanjiru!.id, leaderId: dilys.id, decision: 'ban', reason: null },
    ])
  })

  test('is a place that can be left as soon as one has declined', async () => {
    const { cohort, mentor, leader, pairId } = await askedPair()
    const before = await app.as(leader).pairs.show({ pairId })
    await app.as(mentor).pairs.answer({ pairId, answer: 'declined' })

    await app.as(mentor).enrolment.leave({ programmeId: cohort.id })

    const enrolled = await cohort.manager.enrolment.list({ programmeId: cohort.id })
    expect(enrolled.map(({ person }) => person.id)).not.toContain(mentor.id)
    expect(await app.as(leader).pairs.show({ pairId })).toEqual(before)
  })
})
