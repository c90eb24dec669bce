import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { asker, waitingLinks } from './support/everybody.ts'
import { startViceversa, type Viceversa } from './support/viceversa.ts'
import {
  type Asker,
  decideOnPairs,
  directory,
  enrolments,
  inviteEverybody,
  openProgramme,
  pairsOf,
  planImport,
  profileOf,
  settledImport,
  setUp,
} from './support/walk-by-request.ts'

test.describe.configure({ mode: 'serial' })

/** Both ends by force: of the application, and of the database under it. */
const ends = [
  {
    of: 'the application',
    async force() {
      await viceversa.kill()
      await viceversa.startAgain()
    },
  },
  {
    of: 'the database',
    async force() {
      const before = postmaster()
      // Its children too, as a power cut would: one that is writing goes on without its parent.
      for (const processId of [before, ...childrenOf(before)]) endByForce(processId)
      await expect.poll(() => isReadyAfter(before), { timeout: 30_000 }).toBe(true)
    },
  },
]

let viceversa: Viceversa
let administrator: Asker
let programmeId: string
const joined = new Map<string, Asker>()

test.beforeAll(async () => {
  viceversa = await startViceversa()
  administrator = await setUp(viceversa.address)
})
test.afterAll(() => viceversa.stop())

test.describe('a second start on the same data folder', () => {
  test('is refused in one sentence, with exit code 1, and the first goes on', async () => {
    const second = spawn(process.execPath, ['packages/server/src/main.ts'], {
      cwd: resolve(import.meta.dirname, '..'),
      env: { ...process.env, VICEVERSA_PORT: '0', VICEVERSA_DATA: join(viceversa.dataFolder, 'data') },
    })
    let said = ''
    second.stderr.on('data', (chunk) => {
      said += chunk
    })
    const [code] = await once(second, 'close')

    expect(code).toBe(1)
    expect(said.trim()).toMatch(
      new RegExp(
        `^Another Viceversa \\(process ${viceversa.processId()}\\) is already running on the data folder .+\\.$`,
      ),
    )
    expect((await fetch(`${viceversa.address}/readyz`)).status).toBe(200)
  })
})

test.describe('the end by force', () => {
  for (const { of, force } of ends) {
    test(`of ${of} in the middle of an import that was acknowledged: it is applied, once`, async () => {
      test.setTimeout(240_000)
      // Different moments: before it is begun, and while it writes.
      for (const waitMilliseconds of [0, 40, 150]) {
        const { id } = await planImport(administrator, manyPeople())
        await administrator.put(`/people-imports/${id}/application`)
        await sleep(waitMilliseconds)
        const endedAt = Date.now()
        await force()

        const { state, appliedAt } = await settledImport(administrator, id)
        expect(state).toBe('applied')
        // Nothing of it was there at the end: what is there now was carried out afterwards.
        expect(Date.parse(appliedAt!)).toBeGreaterThan(endedAt)
        expect(await peopleInside()).toBe(1 + MANY)
        const imports = await administrator.get<{ id: string; state: string }[]>('/people-imports')
        expect(imports.filter((each) => each.state === 'applied').map((each) => each.id)).toEqual([id])
        await administrator.remove(`/people-imports/${id}/application`)
        expect(await peopleInside()).toBe(1)
      }
    })

    test(`of ${of} leaves an import wholly applied or not at all, whether or not an answer came`, async () => {
      for (const waitMilliseconds of [0, 15, 60]) {
        const { id } = await planImport(administrator)
        const application = administrator.put(`/people-imports/${id}/application`).then(
          () => true,
          () => false,
        )
        await sleep(waitMilliseconds)
        const [acknowledged] = await Promise.all([application, force()])

        const { state } = await settledImport(administrator, id)
        expect(acknowledged ? ['applied'] : ['applied', 'planned']).toContain(state)
        expect(await directory(administrator)).toHaveLength(state === 'applied' ? 108 : 1)
        if (state === 'applied') await administrator.remove(`/people-imports/${id}/application`)
        expect(await directory(administrator)).toHaveLength(1)
      }
    })
  }

  test('keeps every answer that was acknowledged while everybody joined at once', async () => {
    const { id } = await planImport(administrator)
    await administrator.put(`/people-imports/${id}/application`)
    expect((await settledImport(administrator, id)).state).toBe('applied')
    programmeId = await openProgramme(administrator)
    await inviteEverybody(administrator, programmeId)
    const links = await waitingLinks(administrator, /^invitation-/)
    const waiting = await enrolments(administrator, programmeId)
    expect(waiting).toHaveLength(42)

    const rounds = [...ends, ...ends]
    for (const [round, { force }] of rounds.entries()) {
      const here = waiting.filter((_, at) => at % rounds.length === round)
      const acknowledged = new Map<string, string>()
      const answering = Promise.all(
        here.map(async ({ person, seat }, at) => {
          const somebody = await asker(viceversa.address)
          joined.set(person.id, somebody)
          const place = `/programmes/${programmeId}/my-enrolment`
          const token = links.get(person.email)!.split('/').at(-1)
          await untilAnswered(async (again) => {
            const accepted = acknowledged.has(person.id)
            if (!accepted) {
              await somebody.put(`/invitations/${token}/acceptance`).catch(async (refusal) => {
                // The first may have taken effect although its answer was lost: then the link is used up.
                if (!again || !String(refusal).includes('invitation-not-valid')) throw refusal
                await somebodyByNewLink(somebody, person.email)
              })
              acknowledged.set(person.id, 'invited')
            }
            await somebody.put(`${place}/consent`)
            acknowledged.set(person.id, 'consented')
            await somebody.put(`${place}/profile`, profileOf(seat, at))
            await somebody.put(`${place}/readiness`)
            acknowledged.set(person.id, 'ready')
          })
        }),
      )
      await sleep(40 + 60 * round)
      const atTheEnd = new Map(acknowledged)
      await force()
      const after = new Map(
        (await enrolments(administrator, programmeId)).map((row) => [row.person.id, row.state]),
      )
      for (const [personId, state] of atTheEnd) {
        expect(order.indexOf(after.get(personId)!)).toBeGreaterThanOrEqual(order.indexOf(state))
      }
      await answering
    }

    const now = await enrolments(administrator, programmeId)
    expect(now.filter(({ state }) => state === 'ready')).toHaveLength(42)
  })

  for (const { of, force } of ends) {
    test(`of ${of} right after publishing leaves everybody asked, or nobody`, async () => {
      const { runId, proposal } = await decideOnPairs(administrator, programmeId)
      const before = (await pairsOf(administrator, programmeId)).length
      const publication = administrator
        .put<{ pairs: number }>(`/match-runs/${runId}/publication`, { fingerprint: proposal.fingerprint })
        .catch(() => null)
      await sleep(of === 'the application' ? 5 : 25)
      const [published] = await Promise.all([publication, force()])

      const asked = (await pairsOf(administrator, programmeId)).length - before
      if (published) expect(asked).toBe(proposal.pairs.length)
      expect([0, proposal.pairs.length]).toContain(asked)
      const run = await administrator.get<{ state: string }>(`/match-runs/${runId}`)
      expect(run.state).toBe(asked > 0 ? 'published' : 'draft')
      const matched = (await enrolments(administrator, programmeId)).filter((row) => row.matched)
      expect(matched).toHaveLength((before + asked) * 2)
      expect((await waitingLinks(administrator, /^pair-asked/)).size).toBe((before + asked) * 2)
    })
  }
})

const order = ['invited', 'consented', 'ready']

/** What somebody at a browser does when no answer came: they try again. */
async function untilAnswered(attempt: (again: boolean) => Promise<void>): Promise<void> {
  const deadline = Date.now() + 45_000
  for (let again = false; ; again = true) {
    try {
      return await attempt(again)
    } catch (refusal) {
      // Only what the end by force explains: no connection, or 503.
      if (!/ECONN|socket hang up|answered with 50[03]/.test(String(refusal)) || Date.now() > deadline) {
        throw refusal
      }
      await sleep(100)
    }
  }
}

async function somebodyByNewLink(somebody: Asker, email: string): Promise<void> {
  await somebody.post('/sign-in-links', { email })
  let token: string | undefined
  await expect
    .poll(async () => {
      const { rows } = await administrator.get<{ rows: { id: string; template: string }[] }>(
        `/mails?limit=50&search=${encodeURIComponent(email)}`,
      )
      const mail = rows.find(({ template }) => template === 'sign-in-link')
      if (!mail) return undefined
      const { bodyText } = await administrator.get<{ bodyText: string }>(`/mails/${mail.id}`)
      token = bodyText.match(/#(\S+)/)?.[1]
      return token
    })
    .toBeTruthy()
  await somebody.post('/sign-ins/link', { token })
}

/** So many that writing them takes longer than it takes to end the server. */
const MANY = 20_000

function manyPeople(): Buffer {
  const lines = ['Employee ID,First name,Last name,Work email,Manager ID']
  for (let i = 0; i < MANY; i++) {
    const manager = i === 0 ? '' : `M${Math.floor((i - 1) / 5)}`
    lines.push(`M${i},Given${i},Family${i},m${i}@many.example,${manager}`)
  }
  return Buffer.from(`${lines.join('\n')}\n`)
}

async function peopleInside(): Promise<number> {
  return (await administrator.get<{ total: number }>('/people?limit=1')).total
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => statusOf(name).includes(`\nPPid:\t${parent}\n`))
    .map(Number)
}

function statusOf(processId: string): string {
  try {
    return readFileSync(`/proc/${processId}/status`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

function endByForce(processId: number): void {
  try {
    process.kill(processId, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function postmaster(): number {
  const file = join(viceversa.dataFolder, 'data/postgres/postmaster.pid')
  return Number(readFileSync(file, 'utf8').split('\n')[0])
}

async function isReadyAfter(before: number): Promise<boolean> {
  try {
    if (postmaster() === before) return false
  } catch {
    return false
  }
  const answer = await fetch(`${viceversa.address}/readyz`).catch(() => null)
  return answer?.ok ?? false
}
