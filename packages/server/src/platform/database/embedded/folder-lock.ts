import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { SharedFolderError } from '../errors.ts'

export type FolderLock = { release(): void }

/**
 * Holds the data folder for this process, or refuses.
 *
 * Node has no file locks of its own, but its SQLite takes one on the file it opens. The operating system drops it
 * with the process, however it dies, so no lock is ever stale, no process number is compared, and containers that
 * share the folder see each other. The file stays empty: nothing is ever written through SQLite.
 *
 * @throws {@link SharedFolderError} while another application holds the folder.
 */
export function lockFolder(dataFolder: string): FolderLock {
  const holderFile = path.join(dataFolder, 'application.pid')
  const lockFile = path.join(dataFolder, 'application.lock')
  const lock = new DatabaseSync(lockFile)
  try {
    lock.exec('pragma journal_mode = off; begin exclusive')
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    throw new SharedFolderError(dataFolder, readHolder(holderFile))
  }
  chmodSync(lockFile, 0o600)
  // Only for the sentence above; the lock does not rest on it.
  writeFileSync(holderFile, `${process.pid}\n`)
  return { release: () => lock.close() }
}

function readHolder(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}
