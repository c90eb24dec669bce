import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../testing/test-app.ts'

const app = await testApp({ today: '2026-11-24T09:00:00Z', empty: true })
afterAll(() => app.close())

describe('the sample organisation', () => {
  test('fills an empty installation with a programme in mid-course, and leaves nothing behind when it goes', async () => {
    const entered = await app.anonymous.request('POST', '/sample-organisation', {})
    expect(entered.status).toBe(201)
    const { personId } = (await entered.json()) as { personId: string }
    const manager = app.as(personId)

    const programmes = await manager.programmes.list()
    const running = programmes.find(({ name }) => name === 'Fresh Eyes')!
    const intake = programmes.find(({ name }) => name === 'Fresh Eyes, next intake')!
    expect((await manager.people.list({})).total).toBe(66)
    expect(running).toMatchObject({ state: 'running', pairs: 24 })

    const room = await manager.programmes.controlRoom({ programmeId: running.id })
    const signals = room.pairs.map(({ signal }) => signal)
    expect(signals.filter((signal) => signal === 'on-rhythm')).toHaveLength(19)
    expect(signals.filter((signal) => signal === 'drifting')).toHaveLength(3)
    expect(signals.filter((signal) => signal === 'needs-you')).toHaveLength(2)

    const run = await manager.matchRuns.create({ programmeId: intake.id })
    expect((await manager.matchRuns.proposal({ matchRunId: run.id })).pairs.length).toBeGreaterThanOrEqual(11)

    await manager.organisation.leaveSample()
    expect(await app.anonymous.organisation.show()).toMatchObject({ state: 'empty' })
    const { rows } = await countRows()
    expect(rows).toEqual([])
  })
})

/** Tables of ours that still hold a row. */
async function countRows() {
  const { sql } = await import('kysely')
  return sql<{ table: string }>`
    select 'person' as table from person union select 'programme' from programme union select 'mail' from mail
    union select 'pair' from pair union select 'enrolment' from enrolment union select 'organisation' from organisation
    union select 'user' from sign_in."user" union select 'session' from sign_in.session`.execute(
    app.database.asSuperuser,
  )
}
