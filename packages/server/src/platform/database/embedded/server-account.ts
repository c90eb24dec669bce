import { execFile } from 'node:child_process'
import { chmod, lchown, lstat, readdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { EmbeddedPostgresError } from '../errors.ts'
import type { PostgresBinaries } from './binaries.ts'

/** How a program is started so that PostgreSQL, which refuses to run as root, agrees. */
export type ServerAccount = {
  /** Whom the server's files must belong to; undefined when they are simply ours. */
  readonly fileOwner: { readonly uid: number; readonly gid: number } | undefined
  /** The mode of the data folder: the account must at least be able to pass through it. */
  readonly folderMode: number
  wrap(program: string, args: readonly string[]): Command
}

export type Command = {
  readonly program: string
  readonly args: readonly string[]
  readonly options: { readonly uid?: number; readonly gid?: number }
}

/** The account `nobody` on every Linux we know; a kernel default, not a name that must exist. */
const NOBODY = 65534

const asOurselves: ServerAccount = {
  fileOwner: undefined,
  folderMode: 0o700,
  wrap: (program, args) => ({ program, args, options: {} }),
}

/**
 * Root stays root outside, and is nobody inside: files keep belonging to root, so this also works below a folder
 * that only root may enter.
 */
const inNamespace: ServerAccount = {
  fileOwner: { uid: 0, gid: 0 },
  folderMode: 0o700,
  wrap: (program, args) => ({
    program: 'unshare',
    args: ['--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, program, ...args],
    options: {},
  }),
}

/** For containers that forbid user namespaces. The files must then belong to nobody. */
const asNobody: ServerAccount = {
  fileOwner: { uid: NOBODY, gid: NOBODY },
  folderMode: 0o711,
  wrap: (program, args) => ({ program, args, options: { uid: NOBODY, gid: NOBODY } }),
}

/**
 * Decides how the server runs: as ourselves, or, when we are root, in a user namespace, or else as nobody.
 *
 * @param accounts - The ways to try when we are root, in order of preference.
 * @throws {@link EmbeddedPostgresError} when we are root and no way works.
 */
export async function chooseServerAccount(
  binaries: PostgresBinaries,
  dataFolder: string,
  accounts: readonly ServerAccount[] = [inNamespace, asNobody],
): Promise<ServerAccount> {
  if (process.getuid?.() !== 0) return asOurselves

  for (const account of accounts) {
    if (await works(account, binaries, dataFolder)) return account
  }
  throw new EmbeddedPostgresError(
    'PostgreSQL refuses to run as root, user namespaces are not available here, and the account nobody cannot reach ' +
      `${dataFolder} or the installed programs. Start Viceversa as an ordinary account, or set DATABASE_URL.`,
  )
}

async function works(
  account: ServerAccount,
  binaries: PostgresBinaries,
  dataFolder: string,
): Promise<boolean> {
  try {
    await chmod(dataFolder, account.folderMode)
    await run(account, binaries.postgres, ['--version'])
    await run(account, 'test', ['-x', dataFolder])
    return true
  } catch {
    return false
  }
}

/** Runs a program to its end as that account and answers what it printed. Rejects with its output when it fails. */
export async function run(account: ServerAccount, program: string, args: readonly string[]): Promise<string> {
  const command = account.wrap(program, args)
  return (await promisify(execFile)(command.program, [...command.args], command.options)).stdout
}

/** Gives a file, or a folder and all in it, to the account, where it belongs to another. */
export async function giveTo(account: ServerAccount, place: string): Promise<void> {
  if (!account.fileOwner) return
  const { uid, gid } = account.fileOwner
  const found = await lstat(place)
  if (found.uid === uid) return

  if (found.isDirectory()) {
    for (const entry of await readdir(place, { recursive: true }))
      await lchown(path.join(place, entry), uid, gid)
  }
  // The folder itself last: a kill in between is repaired by the next start.
  await lchown(place, uid, gid)
}

export const accountsForRoot = { inNamespace, asNobody }
