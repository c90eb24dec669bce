import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'

/**
 * How fast an HR export comes in: a seeded file of PEOPLE people and 14 columns through the front door of a real server with
 * its built-in database, in three phases: read, plan (the dry run), apply. A new server and folder per run.
 */
const PEOPLE = Number(process.argv[2] ?? 100_000)
const RUNS = Number(process.argv[3] ?? 1)
const PORT = 3391
const address = `http://localhost:${PORT}`

console.log(
  `${cpus()[0]?.model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
)
const file = exportOf(PEOPLE)
for (let run = 1; run <= RUNS; run++) console.log(await importOnce())

async function importOnce() {
  const folder = await mkdtemp(join(tmpdir(), 'viceversa-bench-'))
  const server = spawn(process.execPath, ['packages/server/src/main.ts'], {
    cwd: resolve(import.meta.dirname, '..'),
    env: {
      ...process.env,
      VICEVERSA_PORT: String(PORT),
      VICEVERSA_DATA: join(folder, 'data'),
      VICEVERSA_REQUESTS_PER_MINUTE: '100000',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise((done) => server.once('exit', done))
  try {
    while (!(await fetch(`${address}/readyz`).catch(() => null))?.ok) {
      if (server.exitCode !== null) throw new Error('The server did not start.')
      await pause(100)
    }
    const ask = await administrator()
    const waits = watch(ask)

    const form = new FormData()
    form.append('file', new File([file], 'people.csv', { type: 'text/csv' }))
    const start = performance.now()
    const read = await ask('POST', '/people-imports', form)
    const readAt = performance.now()
    await ask('PUT', `/people-imports/${read.id}/plan`, {
      mapping: read.mapping,
      markMissingAsLeft: false,
    })
    const planned = await until(ask, read.id, 'planned')
    const plannedAt = performance.now()
    await ask('PUT', `/people-imports/${read.id}/application`, {})
    await until(ask, read.id, 'applied')
    const appliedAt = performance.now()

    const rate = (milliseconds: number) => Math.round((PEOPLE / milliseconds) * 1000)
    return {
      counts: planned.counts,
      rowsPerSecond: {
        read: rate(readAt - start),
        plan: rate(plannedAt - readAt),
        apply: rate(appliedAt - plannedAt),
        total: rate(appliedAt - start),
      },
      longestWaitMs: await waits.end(),
      serverPeakMiB: await peakMemory(server.pid),
    }
  } finally {
    server.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
}

type Ask = (method: string, path: string, body?: unknown) => Promise<PeopleImport>

async function administrator(): Promise<Ask> {
  let cookie = ''
  const ask: Ask = async (method, path, body) => {
    const form = body instanceof FormData
    const response = await fetch(`${address}/api${path}`, {
      method,
      headers: {
        origin: address,
        'sec-fetch-site': 'same-origin',
        cookie,
        ...(form || body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    })
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${(await response.text()).slice(0, 500)}`)
    const set = response.headers.getSetCookie().map((line) => line.split(';')[0])
    if (set.length > 0) cookie = set.join('; ')
    return (await response.json()) as PeopleImport
  }
  await ask('POST', '/organisation', {
    organisationName: 'Larkmoor Health',
    timeZone: 'Europe/London',
    givenName: 'Imogen',
    familyName: 'Osei',
    email: 'imogen.osei@larkmoor.example',
    password: 'seven quiet herons at noon',
  })
  return ask
}

async function until(ask: Ask, id: string, state: PeopleImport['state']): Promise<PeopleImport> {
  for (;;) {
    const now = await ask('GET', `/people-imports/${id}`)
    if (now.state === state) return now
    if (now.state === 'failed') throw new Error(now.failure ?? 'The import failed.')
    await pause(50)
  }
}

/** Asks two other things again and again; `end` tells the longest that each of them waited, in milliseconds. */
function watch(ask: Ask) {
  let over = false
  const repeat = async (once: () => Promise<unknown>) => {
    let longest = 0
    while (!over) {
      const start = performance.now()
      await once()
      longest = Math.max(longest, performance.now() - start)
      await pause(50)
    }
    return Math.round(longest)
  }
  const readiness = repeat(async () => (await fetch(`${address}/readyz`)).text())
  const directory = repeat(() => ask('GET', '/people'))
  return {
    async end() {
      over = true
      return { readyz: await readiness, people: await directory }
    },
  }
}

/** The most resident memory the process ever had, as Linux counts it; the database's processes are not in it. */
async function peakMemory(pid: number | undefined): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = status.match(/VmHWM:\s+(\d+)/)?.[1]
  return kilobytes ? Math.round(Number(kilobytes) / 1024) : null
}

/** An organisation in which everybody leads up to five people, so a hundred thousand stand in nine levels. */
function exportOf(people: number): string {
  const sites = ['Leeds,GB,Europe/London', 'Porto,PT,Europe/Lisbon', 'Pune,IN,Asia/Kolkata']
  const departments = ['Care', 'Claims', 'Finance', 'Legal', 'Operations', 'Sales', 'Technology']
  const lines = [
    'Employee ID,Email,First Name,Last Name,Job Title,Department,Division,Location,Country,Time Zone,Level,Manager ID,Hire Date,Status',
  ]
  for (let i = 0, level = 1, ends = 1, width = 1; i < people; i++) {
    if (i === ends) {
      width *= 5
      ends += width
      level++
    }
    const manager = i === 0 ? '' : `E${Math.floor((i - 1) / 5)}`
    const day = `20${10 + (i % 15)}-0${1 + (i % 9)}-1${i % 10}`
    lines.push(
      `E${i},person${i}@larkmoor.example,Given${i % 997},Family${i % 7919},Specialist ${i % 50},${departments[i % 7]},Division ${i % 12},${sites[i % 3]},${level},${manager},${day},Active`,
    )
  }
  return `${lines.join('\n')}\n`
}
