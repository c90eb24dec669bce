import { randomUUID } from 'node:crypto'
import { defaultRules, defaultWeights } from '@viceversa/domain/match-runs/contract.ts'
import { afterAll, describe, expect, test } from 'vitest'
import type { Db } from '../../platform/database/as-actor.ts'
import { testApp } from '../../testing/test-app.ts'
import { readyCohort } from '../../testing/test-cohort.ts'
import { openedProgramme } from '../../testing/test-programme.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

const cohort = await readyCohort(app)
const run = await cohort.manager.matchRuns.create({ programmeId: cohort.id })
const pair = { mentorId: cohort.mentors[2]!.id, leaderId: cohort.leaders[0]!.id }
await cohort.manager.matchRuns.decide({ matchRunId: run.id, ...pair, decision: 'ban', reason: 'Private.' })
const other = await openedProgramme(app)

const strangers = [
  { who: 'a mentor of the programme', id: cohort.mentors[0]!.id },
  { who: 'a leader of the programme', id: cohort.leaders[0]!.id },
  { who: 'the manager of another programme', id: other.managerPerson.id },
  { who: 'the sponsor', id: cohort.sponsor.id },
  { who: 'the safe contact', id: cohort.safeContact.id },
]

function as<T>(personId: string, work: (db: Db) => Promise<T>): Promise<T> {
  return app.database.asActor({ kind: 'person', personId }, work)
}

describe('the wall around match runs', () => {
  test.each(strangers)('shows no run and no reason to $who', async ({ id }) => {
    expect(await as(id, (db) => db.selectFrom('match_run').selectAll().execute())).toEqual([])
    expect(await as(id, (db) => db.selectFrom('match_run_decision').selectAll().execute())).toEqual([])
  })

  test.each(strangers)('lets $who change, add and remove nothing', async ({ id }) => {
    await as(id, (db) => db.updateTable('match_run').set({ name: 'Mine' }).execute())
    await as(id, (db) => db.deleteFrom('match_run_decision').execute())
    await as(id, (db) => db.deleteFrom('match_run').execute())
    await expect(
      as(id, (db) =>
        db
          .insertInto('match_run')
          .values({
            programme_id: cohort.id,
            name: 'Mine',
            rules: JSON.stringify(defaultRules),
            weights: JSON.stringify(defaultWeights),
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(id, (db) =>
        db
          .insertInto('match_run_decision')
          .values({
            match_run_id: run.id,
            mentor_id: cohort.mentors[0]!.id,
            leader_id: cohort.leaders[1]!.id,
            decision: 'pin',
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)

    expect(await cohort.manager.matchRuns.show({ matchRunId: run.id })).toMatchObject({
      name: run.name,
      decisions: [{ ...pair, decision: 'ban', reason: 'Private.' }],
    })
  })

  test('lets a manager bring no run into a programme of somebody else', async () => {
    await expect(
      as(cohort.managerPerson.id, (db) =>
        db.updateTable('match_run').set({ programme_id: other.id }).where('id', '=', run.id).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    expect(await other.manager.matchRuns.list({ programmeId: other.id })).toEqual([])
  })

  test('holds for runs that are not there as for those that are', async () => {
    const missing = await other.manager.request('GET', `/match-runs/${randomUUID()}`)
    const hidden = await other.manager.request('GET', `/match-runs/${run.id}`)
    expect(hidden.status).toBe(missing.status)
  })
})
