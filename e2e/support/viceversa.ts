import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const home = resolve(import.meta.dirname, '../..')

/** The real product, started as `npm start` starts it, on a folder and a port of its own. */
export type Viceversa = {
  readonly address: string
  readonly dataFolder: string
  /** Everything the server wrote, for tests that look for what must not be there. */
  output(): string
  processId(): number
  /** Ends the server without a chance to tidy up, as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same folder and port. */
  startAgain(): Promise<void>
  /** Stops it as an operator would and removes its folder. */
  stop(): Promise<void>
}

export async function startViceversa(env: Record<string, string> = {}): Promise<Viceversa> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'viceversa-e2e-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  let output = ''
  let server = await start()

  async function start(): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['packages/server/src/main.ts'], {
      cwd: home,
      env: {
        ...process.env,
        VICEVERSA_PORT: String(port),
        VICEVERSA_DATA: join(dataFolder, 'data'),
        VICEVERSA_LOG: 'info',
        // One machine plays everybody in an organisation.
        VICEVERSA_REQUESTS_PER_MINUTE: '100000',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout?.on('data', (chunk) => {
      output += chunk
    })
    child.stderr?.on('data', (chunk) => {
      output += chunk
    })
    await ready(child)
    return child
  }

  async function ready(child: ChildProcess): Promise<void> {
    const deadline = Date.now() + 60_000
    while (Date.now() < deadline) {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${output}`)
      const answer = await fetch(`${address}/readyz`).catch(() => null)
      if (answer?.ok) return
      await new Promise((again) => setTimeout(again, 100))
    }
    throw new Error(`The server did not get ready within a minute:\n${output}`)
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((done) => server.once('exit', done))
    server.kill(signal)
    await ended
  }

  return {
    address,
    dataFolder,
    output: () => output,
    processId: () => server.pid ?? 0,
    kill: () => end('SIGKILL'),
    async startAgain() {
      server = await start()
    },
    async stop() {
      await end('SIGTERM')
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.on('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => found(port))
    })
  })
}
