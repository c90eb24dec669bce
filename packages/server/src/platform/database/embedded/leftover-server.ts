import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Log } from '../../log/log.ts'
import { EmbeddedPostgresError } from '../errors.ts'
import type { PostgresBinaries } from './binaries.ts'
import { postmasterFileOf, readPostmasterFile } from './postmaster-file.ts'

const PATIENCE_SECONDS = 60

/**
 * Stops the server that a killed application left behind, so that this one can start its own on the same folder.
 * The caller holds the folder's lock: whatever runs there belongs to nobody alive.
 *
 * A process number alone proves nothing, because numbers are given out again. Only a process whose command line names
 * our folder is stopped; a stranger that took the number is left alone, and the stale file that would stop
 * PostgreSQL from starting is removed.
 *
 * @throws {@link EmbeddedPostgresError} when the server does not stop within 60 seconds.
 */
export async function stopLeftoverServer(
  clusterFolder: string,
  binaries: PostgresBinaries,
  log: Log,
): Promise<void> {
  const found = await readPostmasterFile(clusterFolder)
  if (!found) return
  // Asked again and again rather than only whether the number lives: a zombie has no command line.
  const isRunning = async () =>
    isAlive(found.processId) && (await commandLineOf(found.processId)).includes(`-D ${clusterFolder} `)

  if (!(await isRunning())) {
    // Only a number that somebody has stops PostgreSQL; otherwise the file helps it to find orphans of the server.
    if (isAlive(found.processId)) await rm(postmasterFileOf(clusterFolder), { force: true })
    return
  }

  log.warn(
    { processId: found.processId },
    'Stopping the database server that a killed application left behind.',
  )
  await requestStop(found.processId, clusterFolder, binaries)
  const deadline = Date.now() + PATIENCE_SECONDS * 1000
  while (await isRunning()) {
    if (Date.now() > deadline) {
      throw new EmbeddedPostgresError(
        `The database server of an earlier run (process ${found.processId}) did not stop within ` +
          `${PATIENCE_SECONDS} seconds. End it, then start again.`,
      )
    }
    await sleep(25)
  }
}

/** Asks for a fast shutdown: open transactions are rolled back, everything committed is written. */
export async function requestStop(
  processId: number,
  clusterFolder: string,
  binaries: PostgresBinaries,
): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals; pg_ctl speaks to the server through a named pipe.
    await promisify(execFile)(binaries.pgCtl, ['stop', '-D', clusterFolder, '-m', 'fast', '-W']).catch(
      () => {},
    )
    return
  }
  try {
    process.kill(processId, 'SIGINT')
  } catch {
    // It ended in between.
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function commandLineOf(processId: number): Promise<string> {
  try {
    if (process.platform === 'linux') {
      return (await readFile(`/proc/${processId}/cmdline`, 'utf8')).replaceAll('\0', ' ')
    }
    const [program, ...args] =
      process.platform === 'win32'
        ? [
            'powershell',
            '-NoProfile',
            '-Command',
            `(Get-CimInstance Win32_Process -Filter "ProcessId=${processId}").CommandLine`,
          ]
        : ['ps', '-ww', '-o', 'command=', '-p', String(processId)]
    return (await promisify(execFile)(program!, args)).stdout
  } catch {
    return ''
  }
}
