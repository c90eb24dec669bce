import { expect, test } from '@playwright/test'
import { waitingLinks } from './support/everybody.ts'
import { startExternalPostgres } from './support/external-postgres.ts'
import { startViceversa, type Viceversa } from './support/viceversa.ts'
import {
  decideOnPairs,
  directory,
  everybodyJoins,
  inviteEverybody,
  openProgramme,
  pairsOf,
  planImport,
  settledImport,
  setUp,
  signInByPassword,
} from './support/walk-by-request.ts'

let postgres: Awaited<ReturnType<typeof startExternalPostgres>>
let viceversa: Viceversa

test.beforeAll(async () => {
  postgres = await startExternalPostgres()
  viceversa = await startViceversa({
    DATABASE_URL: postgres.databaseUrl,
    VICEVERSA_SECRET: 'a secret of forty characters, for tests 1234567890',
  })
})
test.afterAll(async () => {
  await viceversa.stop()
  await postgres.stop()
})

test('the walk passes on a PostgreSQL of one’s own', async ({ page }) => {
  const administrator = await setUp(viceversa.address)
  const planned = await planImport(administrator)
  await administrator.put(`/people-imports/${planned.id}/application`)
  expect((await settledImport(administrator, planned.id)).state).toBe('applied')
  expect(await directory(administrator)).toHaveLength(108)

  const programmeId = await openProgramme(administrator)
  await inviteEverybody(administrator, programmeId)
  const links = await waitingLinks(administrator, /^invitation-/)
  expect(links.size).toBe(42)
  const people = await everybodyJoins(viceversa.address, administrator, programmeId)

  const { runId, proposal } = await decideOnPairs(administrator, programmeId)
  await administrator.put(`/match-runs/${runId}/publication`, { fingerprint: proposal.fingerprint })
  const [first] = await pairsOf(administrator, programmeId)
  for (const member of [first!.mentor.id, first!.leader.id]) {
    await people.get(member)!.put(`/pairs/${first!.id}/answer`, { answer: 'accepted' })
  }
  const pairs = await pairsOf(administrator, programmeId)
  expect(pairs.find(({ id }) => id === first!.id)?.state).toBe('active')

  await signInByPassword(page, viceversa.address)
  await expect(page.getByRole('heading', { level: 1, name: /Ines/ })).toBeVisible()
})
