import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { testApp } from '../../../../testing/test-app.ts'
import type { Claim } from './claims.ts'
import { type ImportWork, startImportWork } from './import-work.ts'
import { makePlan } from './plan-run.ts'
import { forgetOldRows } from './tidy-imports.ts'

const app = await testApp()
const behind = app.database.asSuperuser
const manager = app.administrator

/** Processes that take on imports; none runs unless a test starts one. */
const processes: ImportWork[] = []
function startProcess(): ImportWork {
  const process = startImportWork(app.platform)
  processes.push(process)
  return process
}
afterEach(async () => {
  await Promise.all(processes.splice(0).map((process) => process.stop()))
  for (const { id, state } of await manager.people.imports()) {
    if (state === 'applying') await stands(id, { state: 'failed' })
    if (state === 'planning' || state === 'planned') await manager.people.cancel({ importId: id })
  }
})
afterAll(() => app.close())

describe('an application that was acknowledged', () => {
  test('is carried out by whoever is alive when the process at it is gone, and stands in the list once', async () => {
    const { importId, numbers } = await promisedApplication()
    await tookItOn(importId, { tries: 1, heldUntil: new Date(Date.now() - 1_000) })

    await startProcess().carryOutNow()

    expect(await manager.people.showImport({ importId })).toMatchObject({ state: 'applied', failure: null })
    expect(await versionsOf(numbers)).toEqual([1, 1])
    const entries = (await manager.people.imports()).filter(({ id }) => id === importId)
    expect(entries.map(({ state }) => state)).toEqual(['applied'])
    expect((await manager.people.undo({ importId })).state).toBe('undone')
    expect(await versionsOf(numbers)).toEqual([])
  })

  test('is left to the process at it as long as that one lives', async () => {
    const { importId, numbers } = await promisedApplication()
    const claim = await tookItOn(importId, { tries: 1, heldUntil: new Date(Date.now() + 3_600_000) })

    await startProcess().carryOutNow()

    expect(await standsAt(importId)).toMatchObject({ state: 'applying', claim, tries: 1 })
    expect(await versionsOf(numbers)).toEqual([])
  })

  test('is left to the process whose transaction is open, however late it is', async () => {
    const { importId } = await promisedApplication()
    const claim = await tookItOn(importId, { tries: 1, heldUntil: new Date(0) })

    await behind.transaction().execute(async (open) => {
      await open.selectFrom('people_import').select('id').where('id', '=', importId).forUpdate().execute()
      await startProcess().carryOutNow()
      expect(await standsAt(importId)).toMatchObject({ state: 'applying', claim, tries: 1 })
    })
  })

  test('is carried out once by several processes that hear of it at once', async () => {
    const first = await promisedApplication()
    await startProcess().carryOutNow()
    const several = [startProcess(), startProcess(), startProcess()]
    for (let round = 1; round <= 4; round++) {
      const { importId } = await promisedApplication(first.numbers, `Title ${round}`)
      await Promise.all(several.map((process) => process.carryOutNow()))
      await vi.waitFor(async () => expect((await standsAt(importId)).state).toBe('applied'), 5_000)
      expect(await versionsOf(first.numbers)).toEqual([1 + round, 1 + round])
    }
  })

  test('changes nothing and says why when somebody edited the directory before it was resumed', async () => {
    const { importId, numbers } = await promisedApplication()
    await tookItOn(importId, { tries: 1, heldUntil: new Date(0) })
    await app.person({ givenName: 'Late' })

    await startProcess().carryOutNow()

    expect(await manager.people.showImport({ importId })).toMatchObject({
      state: 'failed',
      failure: 'The directory has changed since the dry run. Look at a new one first.',
    })
    expect(await versionsOf(numbers)).toEqual([])
  })

  test('changes nothing and says why when who asked for it may no longer import people', async () => {
    const somebody = await app.person({ givenName: 'Briefly' })
    await behind.insertInto('administrator').values({ person_id: somebody.id }).execute()
    const { importId, numbers } = await promisedApplication(undefined, undefined, app.as(somebody))
    await behind.deleteFrom('administrator').where('person_id', '=', somebody.id).execute()

    await startProcess().carryOutNow()

    expect(await manager.people.showImport({ importId })).toMatchObject({
      state: 'failed',
      failure: 'Whoever asked for this may no longer import people. Nothing was changed.',
    })
    expect(await versionsOf(numbers)).toEqual([])
  })

  test('is given up after it brought the server down five times, and one step leads on from there', async () => {
    const { importId } = await promisedApplication()
    await tookItOn(importId, { tries: 5, heldUntil: new Date(0) })
    const process = startProcess()

    await process.carryOutNow()

    const failed = await manager.people.showImport({ importId })
    expect(failed).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching(/ended 5 times in the middle of it. Nothing was changed./),
    })
    await manager.people.plan({ importId, mapping: failed.mapping })
    await process.carryOutNow()
    expect(await manager.people.showImport({ importId })).toMatchObject({ state: 'planned', failure: null })
  })
})

describe('a dry run that was acknowledged', () => {
  test('is made by whoever is alive when the process at it is gone', async () => {
    const { importId } = await promisedPlan(fileOf(numbersOf(3)))
    await tookItOn(importId, { tries: 1, heldUntil: new Date(0) })

    await startProcess().carryOutNow()

    expect(await manager.people.showImport({ importId })).toMatchObject({
      state: 'planned',
      counts: { created: 3 },
    })
  })

  test('keeps its file although it is old', async () => {
    const { importId } = await promisedPlan(fileOf(numbersOf(2)))
    await forgetOldRows(app.database, new Date('2036-01-01T00:00:00Z'))

    await startProcess().carryOutNow()

    expect(await manager.people.showImport({ importId })).toMatchObject({ state: 'planned' })
  })

  test('is written by the attempt that counts, and not by one that was given up for dead', async () => {
    const { importId } = await promisedPlan(fileOf(numbersOf(2)))
    const claim = await tookItOn(importId, { tries: 1, heldUntil: new Date(0) })
    const late: Claim = { importId, claim, step: 'planning', askedBy: null, tries: 1 }
    await tookItOn(importId, { tries: 2, heldUntil: new Date(Date.now() + 60_000) })

    await makePlan(app.platform, late, await me(), new AbortController().signal, () => {})

    expect(await standsAt(importId)).toMatchObject({ state: 'planning', tries: 2 })
    const written = await behind
      .selectFrom('people_import_change')
      .where('import_id', '=', importId)
      .selectAll()
      .execute()
    expect(written).toEqual([])
  })

  test('is held for longer than a claim lasts by a process that lives', async () => {
    const { importId } = await promisedPlan(fileOf(numbersOf(40_000)))
    const process = startProcess()
    await vi.waitFor(async () => expect((await standsAt(importId)).claim).not.toBeNull(), 5_000)
    const { claim, held_until: first } = await standsAt(importId)

    await vi.waitFor(async () => {
      const now = await standsAt(importId)
      expect(now.claim).toBe(claim)
      expect(now.held_until!.getTime()).toBeGreaterThan(first!.getTime())
      expect(now.progress).toMatchObject({ of: 40_000 })
    }, 5_000)
    await process.carryOutNow()
    expect(await standsAt(importId)).toMatchObject({ state: 'planned', claim: null, tries: 1 })
  })

  test('is handed back when the process stops, without counting as a try, and made by the next one', async () => {
    const { importId } = await promisedPlan(fileOf(numbersOf(40_000)))
    const first = startProcess()
    await vi.waitFor(async () => expect((await standsAt(importId)).claim).not.toBeNull(), 5_000)

    await first.stop()
    expect(await standsAt(importId)).toMatchObject({ state: 'planning', claim: null, tries: 0 })

    await startProcess().carryOutNow()
    expect(await standsAt(importId)).toMatchObject({ state: 'planned' })
  })

  test('ends when it is cancelled, wherever it is made', async () => {
    const { importId } = await promisedPlan(fileOf(numbersOf(40_000)))
    const process = startProcess()
    await vi.waitFor(async () => expect((await standsAt(importId)).claim).not.toBeNull(), 5_000)

    await manager.people.cancel({ importId })
    await process.carryOutNow()

    const left = await behind.selectFrom('people_import_change').where('import_id', '=', importId).execute()
    expect(left).toEqual([])
  })
})

let last = 0
function numbersOf(count: number): string[] {
  return Array.from({ length: count }, () => `W${++last}`)
}

function fileOf(numbers: readonly string[], title = 'Clerk'): File {
  const lines = numbers.map(
    (number) => `${number},Given${number},Family,${number.toLowerCase()}@work.example,${title}`,
  )
  const text = ['Employee ID,First name,Last name,Work email,Job title', ...lines, ''].join('\n')
  return new File([text], 'people.csv', { type: 'text/csv' })
}

async function promisedPlan(file: File, as = manager) {
  const read = await as.people.readFile({ file })
  const promised = await as.people.plan({ importId: read.id, mapping: read.mapping })
  expect(promised.state).toBe('planning')
  return { importId: read.id }
}

/** Acknowledged, and nobody at it. */
async function promisedApplication(numbers = numbersOf(2), title?: string, as = manager) {
  // Imports are told apart by when they were applied.
  app.clock.pass({ minutes: 1 })
  const { importId } = await promisedPlan(fileOf(numbers, title), as)
  if (processes.length === 0) {
    const planner = startImportWork(app.platform)
    await planner.carryOutNow()
    await planner.stop()
  }
  await vi.waitFor(async () => expect((await standsAt(importId)).state).toBe('planned'), 5_000)
  expect(await as.people.apply({ importId })).toMatchObject({ state: 'applying' })
  return { importId, numbers }
}

/** Another process made an attempt. @returns Its claim. */
async function tookItOn(importId: string, { tries, heldUntil }: { tries: number; heldUntil: Date }) {
  const claim = randomUUID()
  await stands(importId, { claim, held_until: heldUntil, tries })
  return claim
}

async function stands(importId: string, as: Record<string, unknown>): Promise<void> {
  await behind.updateTable('people_import').set(as).where('id', '=', importId).execute()
}

function standsAt(importId: string) {
  return behind
    .selectFrom('people_import')
    .select(['state', 'claim', 'held_until', 'tries', 'progress'])
    .where('id', '=', importId)
    .executeTakeFirstOrThrow()
}

/** How often each of these people was written, 1 = created; nobody where nobody is. */
async function versionsOf(numbers: readonly string[]): Promise<number[]> {
  const rows = await behind
    .selectFrom('person')
    .select('version')
    .where('external_id', 'in', numbers)
    .execute()
  return rows.map(({ version }) => version)
}

async function me(): Promise<string> {
  const { person_id } = await behind.selectFrom('administrator').select('person_id').executeTakeFirstOrThrow()
  return person_id
}
