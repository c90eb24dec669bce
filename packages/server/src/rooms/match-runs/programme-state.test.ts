import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { readyCohort, type TestCohort } from '../../testing/test-cohort.ts'
import { draftProgramme } from '../../testing/test-programme.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

/** A scenario with a proposal, before something happens to its programme. */
async function scenario() {
  const cohort = await readyCohort(app)
  const run = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
  const { pairs, fingerprint } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
  return { cohort, run, pair: pairs[0]!, fingerprint }
}

type Scenario = Awaited<ReturnType<typeof scenario>>

function set(cohort: TestCohort, columns: { state?: string; ends_on?: string; deletes_on?: string }) {
  const db = app.database.asSuperuser
  return db
    .updateTable('programme')
    .set({ last_session_on: '2026-07-01', kick_off_on: '2026-06-01', ...columns })
    .where('id', '=', cohort.id)
    .execute()
}

/** Every change of a match run, as raw requests. */
function changes({ cohort, run, pair, fingerprint }: Scenario): [string, () => Promise<Response>][] {
  const { manager } = cohort
  const decision = `/match-runs/${run.id}/decisions/${pair.mentorId}/${pair.leaderId}`
  const change = (body: unknown) =>
    manager.request('PATCH', `/match-runs/${run.id}`, body, { 'if-match': `"${run.version}"` })
  return [
    ['publishing', () => manager.request('PUT', `/match-runs/${run.id}/publication`, { fingerprint })],
    ['pinning', () => manager.request('PUT', decision, { decision: 'pin' })],
    ['banning', () => manager.request('PUT', decision, { decision: 'ban' })],
    ['taking back', () => manager.request('DELETE', decision)],
    ['weighing', () => change({ weights: { goals: 1, workStyle: 1, department: 1, time: 1 } })],
    ['changing rules', () => change({ rules: { ...run.rules, sharedLanguage: { on: false } } })],
    ['renaming', () => change({ name: 'Another' })],
    ['discarding', () => manager.request('DELETE', `/match-runs/${run.id}`)],
    ['a new scenario', () => manager.request('POST', `/programmes/${cohort.id}/match-runs`, {})],
    ['a copy', () => manager.request('POST', `/programmes/${cohort.id}/match-runs`, { copyOf: run.id })],
  ]
}

describe('a match run of a programme', () => {
  test.each([
    ['that is closed', { state: 'closed' }, 'programme-closed'],
    ['whose last day is over', { ends_on: '2026-07-19' }, 'programme-closed'],
    ['whose answers are erased', { ends_on: '2026-07-02', deletes_on: '2026-07-20' }, 'programme-closed'],
    ['that is a draft again', { state: 'draft' }, 'programme-not-open'],
  ] as const)('%s stays as it is, whatever is tried', async (_, columns, code) => {
    const made = await scenario()
    await set(made.cohort, columns)

    for (const [what, attempt] of changes(made)) {
      const answer = await attempt()
      expect(answer.status, what).toBe(409)
      expect(await answer.json(), what).toMatchObject({ type: `/problems/${code}` })
    }

    expect(await made.cohort.manager.matchRuns.list({ programmeId: made.cohort.id })).toMatchObject([
      { id: made.run.id, state: 'draft', version: made.run.version },
    ])
    expect(await made.cohort.manager.pairs.list({ programmeId: made.cohort.id })).toEqual([])
  })

  test('can be looked at when the programme is over: the proposal is still there', async () => {
    const { cohort, run, fingerprint } = await scenario()
    await app.database.asSuperuser
      .updateTable('programme')
      .set({ state: 'closed' })
      .where('id', '=', cohort.id)
      .execute()

    const later = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })

    expect(later.fingerprint).toBe(fingerprint)
  })

  test('can still be published on the last day, in the organisation’s own calendar', async () => {
    const { cohort, run, fingerprint } = await scenario()
    await set(cohort, { ends_on: '2026-07-20' })

    const answer = await cohort.manager.request('PUT', `/match-runs/${run.id}/publication`, { fingerprint })

    // The weeks to compare have changed with the dates, which is another matter.
    expect(await answer.json()).toMatchObject({ type: '/problems/proposal-changed' })
  })

  test('is not made for a draft', async () => {
    const draft = await draftProgramme(app)

    const answer = await draft.manager.request('POST', `/programmes/${draft.id}/match-runs`, {})

    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ type: '/problems/programme-not-open' })
  })
})
