import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../log/log.ts'
import { EmbeddedPostgresError } from '../errors.ts'
import type { PostgresBinaries } from './binaries.ts'
import { requestStop, stopLeftoverServer } from './leftover-server.ts'
import { readPostmasterFile } from './postmaster-file.ts'
import type { ServerAccount } from './server-account.ts'
import { clearSocket, type ServerAddress } from './server-address.ts'
import { asArguments, serverSettings } from './server-settings.ts'

const START_PATIENCE_SECONDS = 300
const STOP_PATIENCE_SECONDS = 30
const ORPHAN_PATIENCE_SECONDS = 30
const LONGEST_PAUSE_MILLISECONDS = 10_000

export type ServerPlan = {
  readonly clusterFolder: string
  readonly binaries: PostgresBinaries
  readonly account: ServerAccount
  readonly address: ServerAddress
  readonly settings?: Readonly<Record<string, string>>
  readonly log: Log
}

export type SupervisedServer = {
  /** The process that runs now; undefined between a crash and the restart. */
  processId(): number | undefined
  /** Fast shutdown; resolves when the server has ended. */
  stop(): Promise<void>
}

/**
 * Starts the server, waits until it takes connections, and starts it again whenever it dies unasked. PostgreSQL
 * then recovers from its log; clients reconnect to the same address.
 *
 * @throws {@link EmbeddedPostgresError} when the first start fails, with what the server said.
 */
export async function superviseServer(plan: ServerPlan): Promise<SupervisedServer> {
  let stopping = false
  let child: ChildProcess | undefined = await startOnceOrphansAreGone(plan)
  const watching = watch()

  async function watch() {
    let pause = 0
    while (!stopping) {
      const startedAt = Date.now()
      if (child) await ended(child)
      child = undefined
      if (stopping) return

      // The first restart is immediate; a server that keeps dying is given longer and longer rests.
      pause = Date.now() - startedAt > 60_000 ? 0 : pause
      plan.log.error(
        { restartInMilliseconds: pause },
        'The database server ended unexpectedly; starting it again.',
      )
      await sleep(pause)
      pause = Math.min(LONGEST_PAUSE_MILLISECONDS, Math.max(100, pause * 2))
      if (stopping) return
      try {
        child = await startServer(plan)
        plan.log.info('The database server is back.')
      } catch (error) {
        plan.log.error({ err: error }, 'The database server did not start.')
      }
    }
  }

  return {
    processId: () => child?.pid,
    async stop() {
      stopping = true
      if (child) await stopServer(child, plan)
      await watching
    },
  }
}

/**
 * Back ends of a server that was killed notice within moments that they are orphans. Until then PostgreSQL refuses to
 * start beside them, for the sake of the data.
 */
async function startOnceOrphansAreGone(plan: ServerPlan): Promise<ChildProcess> {
  const deadline = Date.now() + ORPHAN_PATIENCE_SECONDS * 1000
  for (;;) {
    try {
      return await startServer(plan)
    } catch (error) {
      const orphans = error instanceof Error && error.message.includes('pre-existing shared memory block')
      if (!orphans || Date.now() > deadline) throw error
      await sleep(250)
    }
  }
}

async function startServer(plan: ServerPlan): Promise<ChildProcess> {
  // Also after a crash: back ends may outlive their parent for a moment, or another process may get its number.
  await stopLeftoverServer(plan.clusterFolder, plan.binaries, plan.log)
  await clearSocket(plan.address)

  const settings = { ...serverSettings(plan.address), ...plan.settings }
  const command = plan.account.wrap(plan.binaries.postgres, [
    '-D',
    plan.clusterFolder,
    ...asArguments(settings),
  ])
  const child = spawn(command.program, [...command.args], {
    ...command.options,
    // Its own process group: Ctrl-C in a terminal reaches the application, which then stops the server in order.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', SYSTEMROOT: process.env.SYSTEMROOT },
    windowsHide: true,
  })
  const said = passOn(child, plan.log)
  await untilReady(child, plan, said)
  return child
}

async function untilReady(child: ChildProcess, plan: ServerPlan, said: readonly string[]): Promise<void> {
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  const deadline = Date.now() + START_PATIENCE_SECONDS * 1000
  for (;;) {
    if (failure || child.exitCode !== null || child.signalCode !== null) {
      const reason = failure?.message ?? (said.join(' ') || `it ended with code ${child.exitCode}`)
      throw new EmbeddedPostgresError(`The built-in PostgreSQL did not start: ${reason}`)
    }
    const state = await readPostmasterFile(plan.clusterFolder)
    if (state?.processId === child.pid && state?.ready) return
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new EmbeddedPostgresError(
        `The built-in PostgreSQL was not ready after ${START_PATIENCE_SECONDS} seconds.`,
      )
    }
    await sleep(10)
  }
}

async function stopServer(child: ChildProcess, plan: ServerPlan): Promise<void> {
  const gone = ended(child)
  await requestStop(child.pid!, plan.clusterFolder, plan.binaries)
  const inTime = await Promise.race([
    gone.then(() => true),
    sleep(STOP_PATIENCE_SECONDS * 1000, false, { ref: false }),
  ])
  if (inTime) return
  // Immediate shutdown loses nothing: the next start recovers from the log.
  child.kill('SIGQUIT')
  await gone
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Hands the server's lines to our log, and keeps the last few for the sentence that tells why it did not start. */
function passOn(child: ChildProcess, log: Log): string[] {
  const lastLines: string[] = []
  if (!child.stderr) return lastLines
  createInterface({ input: child.stderr }).on('line', (line) => {
    lastLines.push(line)
    if (lastLines.length > 5) lastLines.shift()
    log[levelOf(line)]({ from: 'postgres' }, line)
  })
  return lastLines
}

/** What fails for one connection reaches whoever uses it as an error; a panic is the whole server's. */
function levelOf(line: string): 'error' | 'info' | 'debug' {
  if (line.startsWith('PANIC')) return 'error'
  return /^(FATAL|ERROR|WARNING)/.test(line) ? 'info' : 'debug'
}
