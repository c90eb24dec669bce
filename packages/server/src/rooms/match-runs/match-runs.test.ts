import { randomUUID } from 'node:crypto'
import { ORPCError } from '@orpc/client'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { readyCohort, type TestCohort } from '../../testing/test-cohort.ts'
import { openedProgramme } from '../../testing/test-programme.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

async function draftRun(cohort: TestCohort) {
  return cohort.manager.matchRuns.create({ programmeId: cohort.id })
}

/** The code of the problem that a call is refused with. */
async function refusal(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => null,
    (refused: unknown) => refused,
  )
  if (!(error instanceof ORPCError)) throw new Error('The call was not refused.')
  return error.code
}

describe('a proposal', () => {
  test('pairs as many people as the rules allow, with every part of every fit (rule R12)', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)

    const proposal = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(proposal.pairs).toHaveLength(2)
    for (const pair of proposal.pairs) {
      expect(pair.parts.map(({ part }) => part)).toEqual(['goals', 'workStyle', 'department', 'time'])
      expect(pair.parts.reduce((sum, { points }) => sum + points, 0)).toBe(pair.fit)
      expect(pair.levelsApart).toBe(2)
    }
    expect(proposal).toMatchObject({
      possible: 6,
      allowed: 4,
      ruledOut: 2,
      notReady: { mentors: 0, leaders: 0 },
    })
  })

  test('never pairs somebody inside one reporting line, at any depth (rule R7)', async () => {
    const cohort = await readyCohort(app)
    const [joaquim, dilys] = cohort.leaders
    const [wanjiru, kofi] = cohort.mentors
    const run = await draftRun(cohort)

    const { pairs, rules } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(rules.find(({ rule }) => rule === 'reportingLine')).toMatchObject({ on: true, broken: 2 })
    const ids = pairs.map(({ mentorId, leaderId }) => [mentorId, leaderId])
    expect(ids).not.toContainEqual([wanjiru!.id, joaquim!.id])
    expect(ids).not.toContainEqual([kofi!.id, dilys!.id])
  })

  test('is the same for the same input (rule R12)', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)

    const { tookMs: _, ...first } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    const { tookMs: __, ...second } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(second).toEqual(first)
  })

  test('says who is left over and why', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)

    const { leftOver } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(leftOver).toHaveLength(1)
    expect(leftOver[0]).toMatchObject({ seat: 'mentor', reason: 'others-come-first', explained: true })
  })

  test('explains one person who is left over when asked for', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const { leftOver, pairs } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    const { personId, seat } = leftOver[0]!

    expect(await cohort.manager.matchRuns.leftOver({ matchRunId: run.id, personId, seat })).toEqual(
      leftOver[0],
    )
    const paired = { matchRunId: run.id, seat: 'mentor' as const, personId: pairs[0]!.mentorId }
    expect(await refusal(cohort.manager.matchRuns.leftOver(paired))).toBe('not-found')
  })

  test('counts people who are not ready, and proposes nothing without people', async () => {
    const programme = await openedProgramme(app)
    const mentor = await app.person()
    await programme.manager.enrolment.invite({
      programmeId: programme.id,
      seat: 'mentor',
      personIds: [mentor.id],
    })
    const run = await programme.manager.matchRuns.create({ programmeId: programme.id })

    const proposal = await programme.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(proposal).toMatchObject({ pairs: [], leftOver: [], notReady: { mentors: 1, leaders: 0 } })
  })
})

describe('a scenario', () => {
  test('starts balanced, with every rule on (rules R7, R8, R9)', async () => {
    const cohort = await readyCohort(app)

    const run = await draftRun(cohort)

    expect(run).toMatchObject({ name: 'A · Balanced', state: 'draft', objective: 'most-people', version: 1 })
    expect(run.rules.levelGap).toEqual({ on: true, minimum: 2 })
    expect(run.weights).toEqual({ goals: 40, workStyle: 25, department: 20, time: 15 })
  })

  test('can be copied with its pins and bans, and compared by its figures', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const ban = { mentorId: cohort.mentors[2]!.id, leaderId: cohort.leaders[0]!.id, decision: 'ban' as const }
    await cohort.manager.matchRuns.decide({ matchRunId: run.id, ...ban, reason: 'They share a project.' })

    const copy = await cohort.manager.matchRuns.create({ programmeId: cohort.id, copyOf: run.id })
    const list = await cohort.manager.matchRuns.list({ programmeId: cohort.id })

    expect(copy).toMatchObject({
      name: 'B · Balanced',
      decisions: [{ ...ban, reason: 'They share a project.' }],
    })
    expect(list.map(({ figures }) => figures?.pairs)).toEqual([2, 2])
  })

  test('changes weights and rules only from the version that was looked at', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const weights = { goals: 10, workStyle: 10, department: 10, time: 70 }

    const changed = await cohort.manager.matchRuns.change(
      { matchRunId: run.id, weights },
      { context: { ifMatch: 1 } },
    )

    expect(changed).toMatchObject({ version: 2, weights })
    const stale = cohort.manager.matchRuns.change(
      { matchRunId: run.id, name: 'Mine' },
      { context: { ifMatch: 1 } },
    )
    expect(await refusal(stale)).toBe('changed-meanwhile')
    expect(await refusal(cohort.manager.matchRuns.change({ matchRunId: run.id, name: 'Mine' }))).toBe(
      'version-missing',
    )
  })

  test('can be discarded and is then out of sight', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)

    await cohort.manager.matchRuns.discard({ matchRunId: run.id })

    expect(await cohort.manager.matchRuns.list({ programmeId: cohort.id })).toEqual([])
    expect(await refusal(cohort.manager.matchRuns.discard({ matchRunId: run.id }))).toBe(
      'match-run-not-draft',
    )
  })
})

describe('pins and bans', () => {
  test('hold in the next proposal', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const [joaquim] = cohort.leaders
    const ines = cohort.mentors[2]!
    const pair = { mentorId: ines.id, leaderId: joaquim!.id }

    await cohort.manager.matchRuns.decide({ matchRunId: run.id, ...pair, decision: 'pin' })
    const pinned = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    await cohort.manager.matchRuns.decide({ matchRunId: run.id, ...pair, decision: 'ban' })
    const banned = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    await cohort.manager.matchRuns.takeBackDecision({ matchRunId: run.id, ...pair })
    const free = await cohort.manager.matchRuns.show({ matchRunId: run.id })

    expect(pinned.pairs).toContainEqual(expect.objectContaining({ ...pair, pinned: true }))
    expect(banned.pairs).not.toContainEqual(expect.objectContaining(pair))
    expect(free.decisions).toEqual([])
  })

  test('cannot force a pair that a rule forbids; the chain is named (rule R7)', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const pair = { mentorId: cohort.mentors[0]!.id, leaderId: cohort.leaders[0]!.id }

    const response = await cohort.manager.request(
      'PUT',
      `/match-runs/${run.id}/decisions/${pair.mentorId}/${pair.leaderId}`,
      { decision: 'pin' },
    )

    expect(response.status).toBe(409)
    expect(await response.json()).toMatchObject({
      type: '/problems/pin-not-allowed',
      broken: [
        {
          rule: 'reportingLine',
          chain: [{ givenName: 'Wanjiru' }, { givenName: 'Beatriz' }, { givenName: 'Joaquim' }],
        },
      ],
    })
    expect((await cohort.manager.matchRuns.show({ matchRunId: run.id })).decisions).toEqual([])
  })

  test('cannot give one leader two mentors when they have room for one (rule R13)', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const [, dilys] = cohort.leaders
    const [wanjiru, , ines] = cohort.mentors
    await cohort.manager.matchRuns.decide({
      matchRunId: run.id,
      mentorId: wanjiru!.id,
      leaderId: dilys!.id,
      decision: 'pin',
    })

    const second = cohort.manager.matchRuns.decide({
      matchRunId: run.id,
      mentorId: ines!.id,
      leaderId: dilys!.id,
      decision: 'pin',
    })

    expect(await refusal(second)).toBe('pins-do-not-fit')
  })
})

describe('asking why not', () => {
  test('names the rule and the people between the two', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)

    const answer = await cohort.manager.matchRuns.whyNot({
      matchRunId: run.id,
      mentorId: cohort.mentors[0]!.id,
      leaderId: cohort.leaders[0]!.id,
    })

    expect(answer).toMatchObject({ answer: 'not-allowed', broken: [{ rule: 'reportingLine' }] })
  })

  test('tells what an allowed pair would cost, and whom', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const { pairs, leftOver } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    const spare = leftOver[0]!.personId
    const leaderId = pairs.find(({ mentorId }) => mentorId !== spare)!.leaderId
    const nearest = await cohort.manager.matchRuns.nearest({ matchRunId: run.id, personId: spare, limit: 3 })

    const answer = await cohort.manager.matchRuns.whyNot({
      matchRunId: run.id,
      mentorId: spare,
      leaderId: nearest[0]?.person.id ?? leaderId,
    })

    expect(['as-good', 'weaker', 'others-pay']).toContain(answer.answer)
    expect(answer).toMatchObject({ change: { people: 0 } })
  })
})

describe('publishing', () => {
  test('asks both people of every pair, with three points in common (rules R11, R14)', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const { fingerprint } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(await cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint })).toEqual({
      pairs: 2,
      people: 4,
    })

    const asked = await app.as(cohort.leaders[0]!).pairs.mine()
    expect(asked).toMatchObject([{ state: 'asked', mySeat: 'leader', myAnswer: null, mayDecline: true }])
    expect(asked[0]!.commonGround).toEqual([
      { kind: 'theme', value: 'ai-at-work' },
      { kind: 'interest', value: 'cooking' },
      { kind: 'work-style', value: 'listen-first' },
    ])
    expect(await cohort.manager.matchRuns.show({ matchRunId: run.id })).toMatchObject({ state: 'published' })
  })

  test('tells each by a mail that names nobody and quotes nothing', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const { fingerprint } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    await cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint })

    const mails = await app.database.asSuperuser
      .selectFrom('mail')
      .select('body_text')
      .where('template', '=', 'pair-asked')
      .where('person_id', '=', cohort.leaders[0]!.id)
      .execute()

    expect(mails).toHaveLength(1)
    for (const { givenName } of cohort.mentors) expect(mails[0]!.body_text).not.toContain(givenName)
  })

  test('publishes what was looked at or nothing', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const { fingerprint } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    await cohort.manager.matchRuns.change(
      { matchRunId: run.id, weights: { goals: 1, workStyle: 1, department: 1, time: 97 } },
      { context: { ifMatch: run.version } },
    )

    expect(await refusal(cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint }))).toBe(
      'proposal-changed',
    )
    expect(await cohort.manager.pairs.list({ programmeId: cohort.id })).toEqual([])
  })

  test('happens once, also when two scenarios are published at the same moment', async () => {
    const cohort = await readyCohort(app)
    const runs = [await draftRun(cohort), await draftRun(cohort)]
    const seen = await Promise.all(
      runs.map(({ id }) => cohort.manager.matchRuns.proposal({ matchRunId: id })),
    )

    const outcomes = await Promise.allSettled(
      runs.map(({ id }, index) =>
        cohort.manager.matchRuns.publish({ matchRunId: id, fingerprint: seen[index]!.fingerprint }),
      ),
    )

    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await cohort.manager.pairs.list({ programmeId: cohort.id })).toHaveLength(2)
  })

  test('with nobody to pair is refused', async () => {
    const programme = await openedProgramme(app)
    const run = await programme.manager.matchRuns.create({ programmeId: programme.id })
    const { fingerprint } = await programme.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(await refusal(programme.manager.matchRuns.publish({ matchRunId: run.id, fingerprint }))).toBe(
      'nothing-to-publish',
    )
  })
})

describe('match runs are for the programme’s managers', () => {
  test('everybody else is refused, whatever they try, and hears nothing about what exists', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const other = await openedProgramme(app)
    const pair = { mentorId: cohort.mentors[0]!.id, leaderId: cohort.leaders[1]!.id }
    const attempts: [string, string, unknown?][] = [
      ['GET', `/programmes/${cohort.id}/match-runs`],
      ['POST', `/programmes/${cohort.id}/match-runs`, {}],
      ['GET', `/match-runs/${run.id}`],
      ['PATCH', `/match-runs/${run.id}`, { name: 'Mine' }],
      ['GET', `/match-runs/${run.id}/rule-changes`],
      ['DELETE', `/match-runs/${run.id}`],
      ['GET', `/match-runs/${run.id}/proposal`],
      ['GET', `/match-runs/${run.id}/why-not?mentorId=${pair.mentorId}&leaderId=${pair.leaderId}`],
      ['GET', `/match-runs/${run.id}/nearest?personId=${pair.mentorId}`],
      ['GET', `/match-runs/${run.id}/left-over/mentor/${pair.mentorId}`],
      ['PUT', `/match-runs/${run.id}/decisions/${pair.mentorId}/${pair.leaderId}`, { decision: 'pin' }],
      ['DELETE', `/match-runs/${run.id}/decisions/${pair.mentorId}/${pair.leaderId}`],
      ['PUT', `/match-runs/${run.id}/publication`, { fingerprint: 'x' }],
    ]
    const strangers = {
      'a mentor of the programme': app.as(cohort.mentors[0]!),
      'a leader of the programme': app.as(cohort.leaders[0]!),
      'a manager of another programme': other.manager,
      'the sponsor': app.as(cohort.sponsor),
      'the safe contact': app.as(cohort.safeContact),
    }

    for (const [method, path, body] of attempts) {
      expect((await app.anonymous.request(method, path, body)).status, `${method} ${path} unsigned`).toBe(401)
      for (const [who, persona] of Object.entries(strangers)) {
        expect((await persona.request(method, path, body)).status, `${method} ${path} by ${who}`).toBe(403)
      }
    }
    expect((await other.manager.request('GET', `/match-runs/${randomUUID()}`)).status).toBe(403)
    expect(await cohort.manager.matchRuns.show({ matchRunId: run.id })).toMatchObject({
      state: 'draft',
      version: 1,
    })
  })
})
