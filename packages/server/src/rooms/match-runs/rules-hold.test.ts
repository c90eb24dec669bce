import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { readyCohort, type TestCohort } from '../../testing/test-cohort.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

async function proposed(cohort: TestCohort) {
  const run = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
  return { run, proposal: await cohort.manager.matchRuns.proposal({ matchRunId: run.id }) }
}

/** What an import would change. */
function changePerson(
  id: string,
  columns: {
    level?: number | null
    manager_id?: string
    matrix_manager_id?: string
    hr_contact_id?: string
  },
) {
  return app.database.asSuperuser.updateTable('person').set(columns).where('id', '=', id).execute()
}

describe('the rules of a proposal', () => {
  test('keep people apart who stand closer than two levels, or of whom nobody knows the level (rule R8)', async () => {
    const cohort = await readyCohort(app)
    const [wanjiru, kofi, ines] = cohort.mentors
    await changePerson(ines!.id, { level: 3 })
    await changePerson(kofi!.id, { level: null })

    const { proposal } = await proposed(cohort)

    expect(proposal.pairs.map(({ mentorId }) => mentorId)).toEqual([wanjiru!.id])
    expect(proposal.rules.find(({ rule }) => rule === 'levelGap')).toMatchObject({ broken: 4 })
  })

  test('let a gap of one level pass once a programme manager has written why (rule R8)', async () => {
    const cohort = await readyCohort(app)
    const ines = cohort.mentors[2]!
    await changePerson(ines.id, { level: 3 })
    const { run, proposal } = await proposed(cohort)
    expect(proposal.allowed).toBe(2)

    await cohort.manager.matchRuns.change(
      {
        matchRunId: run.id,
        rules: { ...run.rules, levelGap: { on: true, minimum: 1 } },
        levelGapReason: 'The site has three levels in all.',
      },
      { context: { ifMatch: run.version } },
    )

    const wider = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    expect(wider.allowed).toBe(4)
  })

  test('count dotted lines as reporting lines (rule R7)', async () => {
    const cohort = await readyCohort(app)
    const [joaquim] = cohort.leaders
    const ines = cohort.mentors[2]!
    await changePerson(ines.id, { matrix_manager_id: joaquim!.id })

    const { run } = await proposed(cohort)

    const answer = await cohort.manager.matchRuns.whyNot({
      matchRunId: run.id,
      mentorId: ines.id,
      leaderId: joaquim!.id,
    })
    expect(answer).toMatchObject({
      answer: 'not-allowed',
      broken: [{ rule: 'reportingLine', chain: [{ id: ines.id }, { id: joaquim!.id }] }],
    })
  })

  test('tell an HR duty from an appraisal (rule R7)', async () => {
    const cohort = await readyCohort(app)
    const [joaquim] = cohort.leaders
    const ines = cohort.mentors[2]!
    await changePerson(ines.id, { hr_contact_id: joaquim!.id })

    const { run } = await proposed(cohort)

    const pair = { mentorId: ines.id, leaderId: joaquim!.id }
    expect(await cohort.manager.matchRuns.whyNot({ matchRunId: run.id, ...pair })).toEqual({
      answer: 'not-allowed',
      broken: [{ rule: 'appraisal', state: 'broken', leaderAppraisesMentor: false, leaderHasHrDuty: true }],
    })
  })

  test('keep two whose pair has ended apart, until a programme manager lets them meet again', async () => {
    const cohort = await readyCohort(app)
    const { run, proposal } = await proposed(cohort)
    const { mentorId, leaderId } = proposal.pairs[0]!
    await cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint: proposal.fingerprint })
    await app.database.asSuperuser
      .updateTable('pair')
      .set({ state: 'ended', closed_at: new Date('2026-07-20T10:00:00Z') })
      .where('programme_id', '=', cohort.id)
      .execute()

    const next = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
    const whyNot = () => cohort.manager.matchRuns.whyNot({ matchRunId: next.id, mentorId, leaderId })
    expect(await whyNot()).toEqual({
      answer: 'not-allowed',
      broken: [{ rule: 'earlierPair', state: 'broken', pairedBefore: true }],
    })

    await cohort.manager.matchRuns.change(
      { matchRunId: next.id, rules: { ...next.rules, earlierPair: { on: false } } },
      { context: { ifMatch: next.version } },
    )
    expect((await whyNot()).answer).toBe('paired')
  })

  test('added since a run was made have their default in it', async () => {
    const cohort = await readyCohort(app)
    const { run } = await proposed(cohort)
    const { earlierPair: _, ...before } = run.rules
    await app.database.asSuperuser
      .updateTable('match_run')
      .set({ rules: JSON.stringify(before) })
      .where('id', '=', run.id)
      .execute()

    expect((await cohort.manager.matchRuns.show({ matchRunId: run.id })).rules).toEqual(run.rules)
    const { rules } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    expect(rules.find(({ rule }) => rule === 'earlierPair')).toMatchObject({ on: true })
  })

  test('are looked at again when people are asked: a new reporting line stops the proposal (rule R28)', async () => {
    const cohort = await readyCohort(app)
    const { run, proposal } = await proposed(cohort)
    const [pair] = proposal.pairs
    await changePerson(pair!.mentorId, { manager_id: pair!.leaderId })

    await expect(
      cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint: proposal.fingerprint }),
    ).rejects.toMatchObject({ code: 'proposal-changed' })
    expect(await cohort.manager.pairs.list({ programmeId: cohort.id })).toEqual([])
  })

  test('leave nobody proposed who left at the same moment (rule R3)', async () => {
    const cohort = await readyCohort(app)
    const { run, proposal } = await proposed(cohort)
    const leaver = proposal.pairs[0]!.mentorId

    await Promise.allSettled([
      app.as(leaver).enrolment.leave({ programmeId: cohort.id }),
      cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint: proposal.fingerprint }),
    ])

    const enrolled = await cohort.manager.enrolment.list({ programmeId: cohort.id })
    const asked = await cohort.manager.pairs.list({ programmeId: cohort.id })
    const isEnrolled = enrolled.some(({ person }) => person.id === leaver)
    expect(asked.some(({ mentor }) => mentor.id === leaver)).toBe(isEnrolled)
  })
})
