import { randomUUID } from 'node:crypto'
import { defaultRules, type MatchRules } from '@viceversa/domain/match-runs/contract.ts'
import { heldFast } from '@viceversa/domain/match-runs/rules-that-hold.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../testing/test-app.ts'
import { readyCohort, type TestCohort } from '../../testing/test-cohort.ts'
import { openedProgramme } from '../../testing/test-programme.ts'
import { eraseAnswers } from '../enrolment/erase-answers.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

const why = 'The site in Porto has three levels in all.'
const oneLevel: MatchRules = { ...defaultRules, levelGap: { on: true, minimum: 1 } }

async function draftRun(cohort: Pick<TestCohort, 'manager' | 'id'>) {
  return cohort.manager.matchRuns.create({ programmeId: cohort.id })
}

async function relaxed(cohort: Pick<TestCohort, 'manager' | 'id'>) {
  const run = await draftRun(cohort)
  return cohort.manager.matchRuns.change(
    { matchRunId: run.id, rules: oneLevel, levelGapReason: why },
    { context: { ifMatch: run.version } },
  )
}

function patch(cohort: TestCohort, run: { id: string; version: number }, body: unknown) {
  return cohort.manager.request('PATCH', `/match-runs/${run.id}`, body, { 'if-match': `"${run.version}"` })
}

describe('rules that protect people from each other’s power', () => {
  test.each(heldFast)('are never switched off: %s (rules R7, R8)', async (rule) => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)

    const answer = await patch(cohort, run, {
      rules: { ...run.rules, [rule]: { ...run.rules[rule], on: false } },
      levelGapReason: why,
    })

    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({
      type: '/problems/rule-always-holds',
      rules: [rule],
      errors: [{ pointer: `#/rules/${rule}/on` }],
    })
    expect((await cohort.manager.matchRuns.show({ matchRunId: run.id })).rules).toEqual(run.rules)
  })

  test('hold in the database too, whoever writes to it (rules R7, R8)', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const write = (rules: MatchRules) =>
      app.database.asActor({ kind: 'person', personId: cohort.managerPerson.id }, (db) =>
        db
          .updateTable('match_run')
          .set({ rules: JSON.stringify(rules) })
          .where('id', '=', run.id)
          .execute(),
      )

    for (const rule of heldFast) {
      await expect(write({ ...run.rules, [rule]: { ...run.rules[rule], on: false } }), rule).rejects.toThrow(
        /what_always_holds/,
      )
    }
    await expect(write(oneLevel)).rejects.toThrow(/one_level_apart_needs_a_reason/)
  })
})

describe('one level of distance (rule R8)', () => {
  test('is refused without a written reason, and with one of a word or of pages', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)

    const without = await patch(cohort, run, { rules: oneLevel })
    expect(without.status).toBe(422)
    expect(await without.json()).toMatchObject({
      type: '/problems/level-gap-reason-missing',
      errors: [{ pointer: '#/levelGapReason' }],
    })
    for (const levelGapReason of ['Because.', '   because    ', 'x'.repeat(501)]) {
      const answer = await patch(cohort, run, { rules: oneLevel, levelGapReason })
      expect(await answer.json()).toMatchObject({ type: '/problems/invalid-request' })
    }
    expect((await cohort.manager.matchRuns.show({ matchRunId: run.id })).rules).toEqual(run.rules)
  })

  test('keeps its reason with the run, by whom and when, for every programme manager to read', async () => {
    const cohort = await readyCohort(app)
    const run = await relaxed(cohort)

    const reason = { words: why, by: cohort.managerPerson.displayName, at: '2026-07-20T09:00:00.000Z' }
    expect(run.levelGapReason).toEqual(reason)
    const [listed] = await app.administrator.matchRuns.list({ programmeId: cohort.id })
    expect(listed!.levelGapReason).toEqual(reason)
    const later = await cohort.manager.matchRuns.change(
      { matchRunId: run.id, weights: { goals: 90, workStyle: 5, department: 3, time: 2 } },
      { context: { ifMatch: run.version } },
    )
    expect(later.levelGapReason).toEqual(reason)
    const copy = await cohort.manager.matchRuns.create({ programmeId: cohort.id, copyOf: run.id })
    expect(copy).toMatchObject({ rules: oneLevel, levelGapReason: reason })
  })

  test('loses its reason with going back to two', async () => {
    const cohort = await readyCohort(app)
    const run = await relaxed(cohort)

    const back = await cohort.manager.matchRuns.change(
      { matchRunId: run.id, rules: defaultRules },
      { context: { ifMatch: run.version } },
    )

    expect(back.levelGapReason).toBeNull()
    const kept = await app.database.asSuperuser
      .selectFrom('match_run')
      .select('level_gap_reason')
      .where('id', '=', run.id)
      .executeTakeFirst()
    expect(kept).toEqual({ level_gap_reason: null })
  })

  test('is told to nobody in the programme, wherever a run is asked for', async () => {
    const cohort = await readyCohort(app)
    const run = await relaxed(cohort)
    const other = await openedProgramme(app)

    for (const stranger of [
      app.as(cohort.mentors[0]!),
      app.as(cohort.leaders[0]!),
      app.as(cohort.sponsor),
      app.as(cohort.safeContact),
      other.manager,
    ]) {
      const answers = await Promise.all([
        stranger.request('GET', `/match-runs/${run.id}`),
        stranger.request('GET', `/match-runs/${run.id}/rule-changes`),
        stranger.request(
          'PATCH',
          `/match-runs/${run.id}`,
          { rules: oneLevel, levelGapReason: 'A reason of a stranger.' },
          { 'if-match': `"${run.version}"` },
        ),
      ])
      for (const answer of answers) {
        expect(answer.status).toBe(403)
        expect(await answer.text()).not.toContain(why)
      }
    }
  })
})

describe('the record of rule changes', () => {
  test('says which rule, from what to what, who and when, and holds no words (rules R7, R8)', async () => {
    const cohort = await readyCohort(app)
    const run = await relaxed(cohort)
    app.clock.pass({ minutes: 5 })
    await cohort.manager.matchRuns.change(
      { matchRunId: run.id, rules: { ...oneLevel, sharedLanguage: { on: false } } },
      { context: { ifMatch: run.version } },
    )

    const by = cohort.managerPerson.displayName
    expect(await cohort.manager.matchRuns.ruleChanges({ matchRunId: run.id })).toEqual([
      {
        rule: 'sharedLanguage',
        was: { on: true },
        became: { on: false },
        reasonGiven: false,
        by,
        at: '2026-07-20T09:05:00.000Z',
      },
      {
        rule: 'levelGap',
        was: { on: true, minimum: 2 },
        became: { on: true, minimum: 1 },
        reasonGiven: true,
        by,
        at: '2026-07-20T09:00:00.000Z',
      },
    ])
    const rows = await app.database.asSuperuser
      .selectFrom('match_run_rule_change')
      .selectAll()
      .where('match_run_id', '=', run.id)
      .execute()
    expect(JSON.stringify(rows)).not.toContain('Porto')
  })

  test('says that a reason was written anew', async () => {
    const cohort = await readyCohort(app)
    const run = await relaxed(cohort)

    const changed = await cohort.manager.matchRuns.change(
      { matchRunId: run.id, levelGapReason: 'Another reason, written with care.' },
      { context: { ifMatch: run.version } },
    )

    expect(changed.levelGapReason?.words).toBe('Another reason, written with care.')
    const changes = await cohort.manager.matchRuns.ruleChanges({ matchRunId: run.id })
    expect(changes).toHaveLength(2)
    expect(changes.every(({ rule, reasonGiven }) => rule === 'levelGap' && reasonGiven)).toBe(true)
  })

  test('is added to by those who change rules, in their own name, and changed by nobody', async () => {
    const cohort = await readyCohort(app)
    const run = await relaxed(cohort)
    const as = (personId: string) => ({ kind: 'person' as const, personId })
    const entry = (by: string) => ({
      match_run_id: run.id,
      rule: 'conflict',
      was: '{}',
      became: '{}',
      reason_given: false,
      changed_by: by,
      changed_at: new Date(),
    })
    const add = (actor: string, by: string) =>
      app.database.asActor(as(actor), (db) =>
        db.insertInto('match_run_rule_change').values(entry(by)).execute(),
      )

    const mentor = cohort.mentors[0]!.id
    await expect(add(mentor, mentor)).rejects.toThrow(/row-level security/)
    await expect(add(cohort.managerPerson.id, mentor)).rejects.toThrow(/row-level security/)
    await expect(
      app.database.asActor(as(cohort.managerPerson.id), (db) =>
        db.updateTable('match_run_rule_change').set({ rule: 'conflict' }).execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    await expect(
      app.database.asActor(as(cohort.managerPerson.id), (db) =>
        db.deleteFrom('match_run_rule_change').execute(),
      ),
    ).rejects.toThrow(/permission denied/)
    const seen = (personId: string) =>
      app.database.asActor(as(personId), (db) =>
        db.selectFrom('match_run_rule_change').select('rule').where('match_run_id', '=', run.id).execute(),
      )
    expect(await seen(mentor)).toEqual([])
    expect(await seen(cohort.managerPerson.id)).toHaveLength(1)
  })
})

describe('on the deletion date (rule R49)', () => {
  test('what was written while matching is erased; what was decided, by whom and when stays', async () => {
    const cohort = await readyCohort(app)
    const untouched = await readyCohort(app)
    const run = await relaxed(cohort)
    const kept = await relaxed(untouched)
    const pair = { mentorId: cohort.mentors[2]!.id, leaderId: cohort.leaders[0]!.id }
    await cohort.manager.matchRuns.decide({
      matchRunId: run.id,
      ...pair,
      decision: 'ban',
      reason: 'They share a project.',
    })
    const { version } = await cohort.manager.programmes.show({ programmeId: cohort.id })
    await cohort.manager.programmes.change(
      { programmeId: cohort.id, deletesOn: '2027-06-01' },
      { context: { ifMatch: version } },
    )

    await eraseAnswers(app.database, new Date('2027-05-31T12:00:00Z'))
    expect((await cohort.manager.matchRuns.show({ matchRunId: run.id })).levelGapReason?.words).toBe(why)
    await eraseAnswers(app.database, new Date('2027-06-01T12:00:00Z'))

    const after = await cohort.manager.matchRuns.show({ matchRunId: run.id })
    expect(after.levelGapReason).toEqual({
      words: null,
      by: cohort.managerPerson.displayName,
      at: app.clock.now().toISOString(),
    })
    expect(after.decisions).toEqual([{ ...pair, decision: 'ban', reason: null }])
    expect((await untouched.manager.matchRuns.show({ matchRunId: kept.id })).levelGapReason?.words).toBe(why)
  })

  test('background work may erase such words, and write none', async () => {
    const system = { kind: 'system' as const, because: 'a test' }
    const cohort = await readyCohort(app)
    const run = await relaxed(cohort)

    await expect(
      app.database.asActor(system, (db) =>
        db
          .updateTable('match_run')
          .set({ level_gap_reason: 'Something quite different.' })
          .where('id', '=', run.id)
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      app.database.asActor(system, (db) =>
        db.updateTable('match_run').set({ name: randomUUID() }).where('id', '=', run.id).execute(),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('a run from before these rules were held fast', () => {
  test('gives a copy what always holds (rules R7, R8)', async () => {
    const cohort = await readyCohort(app)
    const run = await draftRun(cohort)
    const { fingerprint } = await cohort.manager.matchRuns.proposal({ matchRunId: run.id })
    await cohort.manager.matchRuns.publish({ matchRunId: run.id, fingerprint })
    const before = { ...oneLevel, reportingLine: { on: false } }
    const db = app.database.asSuperuser
    await db.transaction().execute(async (trx) => {
      await trx.schema.alterTable('match_run').dropConstraint('what_always_holds').execute()
      await trx.schema.alterTable('match_run').dropConstraint('one_level_apart_needs_a_reason').execute()
      await trx
        .updateTable('match_run')
        .set({ rules: JSON.stringify(before) })
        .where('id', '=', run.id)
        .execute()
    })

    const copy = await cohort.manager.matchRuns.create({ programmeId: cohort.id, copyOf: run.id })

    expect(copy.rules).toEqual(defaultRules)
  })
})
