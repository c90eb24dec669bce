import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The real program in a process of its own, with a data folder of its own: as `npm start` runs it. */
const MAIN = fileURLToPath(new URL('./main.ts', import.meta.url))
const RECORDER = fileURLToPath(new URL('./testing/record-taken-connections.ts', import.meta.url))
const running = new Set<ChildProcess>()
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'viceversa-start-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

describe('starting', { timeout: 120_000 }, () => {
  test('says one line with the address, keeps a secret to itself, and stops when asked', async () => {
    const server = await start({})
    expect(server.output()).toMatch(/^Viceversa is ready: http:\/\/localhost:\d+\n$/)
    expect(await status(`${server.address}/readyz`)).toBe(200)

    const secretFile = path.join(folder, 'data', 'secret')
    expect((await stat(secretFile)).mode & 0o777).toBe(0o600)
    expect((await readFile(secretFile, 'utf8')).trim()).toMatch(/^[0-9a-f]{64}$/)
    expect(server.output()).not.toContain((await readFile(secretFile, 'utf8')).trim())

    const began = Date.now()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(Date.now() - began).toBeLessThan(10_000)
  })

  test('prints the address with the set-up key when others can reach an empty house', async () => {
    const server = await start({ VICEVERSA_HOST: '0.0.0.0' })
    expect(server.output()).toMatch(
      /^Viceversa is ready\. Set it up at http:\/\/localhost:\d+\/welcome#key=[A-Z2-9]{5}(-[A-Z2-9]{5}){3}\n$/,
    )
    await stop(server)
  })

  test('answers a request that was under way when it was asked to stop (R10)', async () => {
    const server = await start({})
    const slow = slowRequest(server.address)
    await slow.underWay
    server.child.kill('SIGTERM')
    await expect.poll(() => status(`${server.address}/readyz`)).toBe(503)
    slow.finish()

    expect(await slow.answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(await server.ended).toBe(0)
  })

  test('drops no request that it has taken when it is asked to stop under load, three times out of three (R10)', async () => {
    const clients = 12
    for (let round = 0; round < 3; round++) {
      const taken = path.join(folder, `taken-${round}`)
      const server = await start({
        NODE_OPTIONS: `--import=${pathToFileURL(RECORDER).href}`,
        VICEVERSA_TEST_TAKEN: taken,
      })
      const agent = new Agent({ keepAlive: true, maxSockets: clients })
      const outcomes: Outcome[] = []
      const busy = Array.from({ length: clients }, async () => {
        for (let result = ''; result !== 'ECONNREFUSED'; ) {
          const outcome = await outcomeOf(`${server.address}/api/organisation`, agent)
          outcomes.push(outcome)
          result = outcome.result
        }
      })
      await expect.poll(() => outcomes.length, { timeout: 20_000 }).toBeGreaterThan(10 * clients)
      const asked = performance.now()
      server.child.kill('SIGTERM')
      await Promise.all(busy)
      expect(await server.ended).toBe(0)
      expect(performance.now() - asked).toBeLessThan(10_000)

      const ports = new Set((await readFile(taken, 'utf8')).split('\n').filter(Boolean).map(Number))
      const unanswered = outcomes.filter(({ result }) => result !== '200' && result !== 'ECONNREFUSED')
      // A connection that still waits in the system's queue when the port is closed is reset by the system: the
      // application has never seen it.
      expect(unanswered.filter(({ port }) => ports.has(port))).toEqual([])
      expect(unanswered.filter(({ reused }) => reused)).toEqual([])
      expect(outcomes.filter(({ port }) => ports.has(port)).length).toBeGreaterThan(10 * clients)
    }
  })

  test('goes on taking connections for a moment, so that a load balancer sees that it is not ready', async () => {
    const server = await start({})
    server.child.kill('SIGTERM')
    await expect.poll(() => status(`${server.address}/readyz`)).toBe(503)
    const answer = await fetch(`${server.address}/api/organisation`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('connection')).toBe('close')
    expect(await server.ended).toBe(0)
  })

  test('does not wait for connections on which nobody has asked for anything', async () => {
    const server = await start({})
    const silent = connect(Number(new URL(server.address).port), '127.0.0.1')
    await once(silent, 'connect')
    const asked = performance.now()
    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    expect(performance.now() - asked).toBeLessThan(4_000)
  })

  test('ends at once when asked twice', async () => {
    const server = await start({})
    const slow = slowRequest(server.address)
    await slow.underWay
    const began = Date.now()
    server.child.kill('SIGINT')
    await expect.poll(() => status(`${server.address}/readyz`)).toBe(503)
    server.child.kill('SIGINT')
    await server.ended
    expect(Date.now() - began).toBeLessThan(3_000)
  })

  test('is not ready within two seconds when the database is gone, and is again when it is back (R11)', async () => {
    const server = await start({})
    const databaseProcess = Number(
      (await readFile(path.join(await clusterFolder(), 'postmaster.pid'), 'utf8')).split('\n')[0],
    )
    // Stopped rather than killed: the supervisor would have a killed one back before anybody looked.
    process.kill(databaseProcess, 'SIGSTOP')
    const killedAt = Date.now()
    for (const backend of await backendsOf(databaseProcess)) process.kill(backend, 'SIGKILL')
    await expect.poll(() => status(`${server.address}/readyz`), { timeout: 5_000, interval: 50 }).toBe(503)
    expect(Date.now() - killedAt).toBeLessThan(2_500)

    const refused = await fetch(`${server.address}/api/organisation`)
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('5')
    expect(await refused.json()).toMatchObject({ type: '/problems/database-unavailable' })
    expect(await status(`${server.address}/livez`)).toBe(200)

    process.kill(databaseProcess, 'SIGCONT')
    await expect.poll(() => status(`${server.address}/readyz`), { timeout: 15_000 }).toBe(200)
    await expect.poll(() => status(`${server.address}/api/organisation`), { timeout: 5_000 }).toBe(200)
    await stop(server)
  })
})

describe('a start that cannot succeed', { timeout: 60_000 }, () => {
  test('says so in one sentence when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    const { code, output } = await runToTheEnd({ VICEVERSA_PORT: String(port) })
    taken.close()

    expect(code).toBe(1)
    expect(output).toBe(
      `Port ${port} is taken by another program. Choose another, for example: VICEVERSA_PORT=${port + 1} npm start\n`,
    )
  })

  test('names the setting that cannot work', async () => {
    const { code, output } = await runToTheEnd({ VICEVERSA_PORT: 'many' })
    expect(code).toBe(1)
    expect(output).toBe(
      'Some settings need another look:\n  VICEVERSA_PORT: Write a port number from 0 to 65535, such as 3000.\n',
    )
  })

  test('says whose data folder it is', async () => {
    const server = await start({})
    const { code, output } = await runToTheEnd({})
    await stop(server)

    expect(code).toBe(1)
    expect(output).toMatch(/^Another Viceversa \(process \d+\) is already running on the data folder .+\n$/)
  })
})

type Started = {
  readonly child: ChildProcess
  readonly address: string
  readonly ended: Promise<number | null>
  output(): string
}

function launch(env: Record<string, string>) {
  const child = spawn(process.execPath, [MAIN], {
    env: {
      PATH: process.env['PATH'],
      VICEVERSA_DATA: path.join(folder, 'data'),
      VICEVERSA_PORT: '0',
      // Many requests at once come from one address here.
      VICEVERSA_REQUESTS_PER_MINUTE: '50000',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  child.stdout.on('data', (chunk) => {
    // The log shares the stream; people read the other lines.
    output += String(chunk).replaceAll(/^\{.*\}\n/gm, '')
  })
  child.stderr.on('data', (chunk) => {
    output += String(chunk)
  })
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child)
      resolve(code)
    })
  })
  return { child, ended, output: () => output }
}

async function start(env: Record<string, string>): Promise<Started> {
  const launched = launch(env)
  await expect.poll(launched.output, { timeout: 60_000, interval: 50 }).toContain('Viceversa is ready')
  const port = /localhost:(\d+)/.exec(launched.output())?.[1]
  return { ...launched, address: `http://localhost:${port}` }
}

async function stop({ child, ended }: Started): Promise<void> {
  child.kill('SIGTERM')
  await ended
}

async function runToTheEnd(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const launched = launch(env)
  return { code: await launched.ended, output: launched.output() }
}

async function status(url: string): Promise<number> {
  return (await fetch(url, { headers: { connection: 'close' } })).status
}

type Outcome = {
  /** The status once the whole answer is there, or what broke. */
  readonly result: string
  /** The client's port. */
  readonly port: number
  /** Whether an earlier request had gone through the same connection. */
  readonly reused: boolean
}

function outcomeOf(url: string, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const sent = get(url, { agent }, (answer) => {
      answer.on('error', () => end('broken answer'))
      answer.on('end', () => end(String(answer.statusCode)))
      answer.resume()
    })
    sent.on('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message))
    // Stays 0 without a connection, over which nothing can have been sent.
    let port = 0
    const noteFrom = (socket: Socket) => {
      port = socket.localPort ?? 0
    }
    sent.on('socket', (socket) => {
      if (socket.connecting) socket.once('connect', () => noteFrom(socket))
      else noteFrom(socket)
    })
    const end = (result: string) => resolve({ result, port, reused: sent.reusedSocket })
  })
}

/** A POST whose body comes in two halves, the second when the test says so. */
function slowRequest(address: string) {
  const { hostname, port, host } = new URL(address)
  const underWay = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<string>()
  const socket = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname)
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk
  })
  socket.on('close', () => answer.resolve(heard))
  socket.on('error', () => answer.resolve(heard))
  socket.write(
    `POST /api/sign-in-links HTTP/1.1\r\nHost: ${host}\r\nOrigin: http://${host}\r\nSec-Fetch-Site: same-origin\r\n` +
      'Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{"email":',
    () => setTimeout(underWay.resolve, 300),
  )
  return {
    underWay: underWay.promise,
    answer: answer.promise,
    finish: () => socket.write('"nobody"}  '),
  }
}

async function clusterFolder(): Promise<string> {
  const data = path.join(folder, 'data')
  for (const name of await readdir(data)) {
    const candidate = path.join(data, name)
    if (await stat(path.join(candidate, 'postmaster.pid')).catch(() => undefined)) return candidate
  }
  throw new Error('The built-in database left no postmaster.pid.')
}

/** The processes that serve the application's connections. */
async function backendsOf(parent: number): Promise<number[]> {
  const children: number[] = []
  for (const name of await readdir('/proc')) {
    const line = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    if (line.split(') ')[1]?.split(' ')[1] !== String(parent)) continue
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '')
    if (command.includes('viceversa_login')) children.push(Number(name))
  }
  return children
}
