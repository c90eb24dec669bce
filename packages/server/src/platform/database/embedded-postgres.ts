import { chmod, mkdir, realpath } from 'node:fs/promises'
import type { Log } from '../log/log.ts'
import { type ConnectionTarget, targetOf } from './connection.ts'
import { findBinaries } from './embedded/binaries.ts'
import { ensureCluster, layoutOf, SUPERUSER } from './embedded/create-cluster.ts'
import { ensureFolder } from './embedded/data-folder.ts'
import { lockFolder } from './embedded/folder-lock.ts'
import { stopLeftoverServer } from './embedded/leftover-server.ts'
import { chooseServerAccount, giveTo, type ServerAccount } from './embedded/server-account.ts'
import { chooseAddress, type ServerAddress } from './embedded/server-address.ts'
import { superviseServer } from './embedded/supervised-server.ts'

export type EmbeddedPostgres = {
  readonly address: ServerAddress
  /** The cluster's superuser, for creating databases; the cluster asks for a password on every connection. */
  readonly superuser: ConnectionTarget
  /** The server's process, for tests and for the log; undefined between a crash and the restart. */
  processId(): number | undefined
  /** Stops the server and gives the folder free. */
  stop(): Promise<void>
}

export type EmbeddedPostgresOptions = {
  /** Created when missing. Everything the database keeps lies inside. */
  readonly dataFolder: string
  readonly log: Log
  /** Ways to run when we are root, in order of preference; by default every way we know. */
  readonly accountsForRoot?: readonly ServerAccount[]
  /** Settings over those of `server-settings.ts`; for test runs, which need no durability. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Runs PostgreSQL inside the data folder, for this application alone, until `stop`.
 *
 * @throws {@link SharedFolderError} while another application uses the folder.
 * @throws {@link EmbeddedPostgresError} where it cannot run; the message says what to do.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, accountsForRoot, settings = {} } = options
  await ensureFolder(options.dataFolder)
  // Real path: a second start through a link must find the same lock and the same command line.
  const dataFolder = await realpath(options.dataFolder)
  const { cluster, socket } = layoutOf(dataFolder)

  const lock = lockFolder(dataFolder)
  try {
    const binaries = await findBinaries()
    const account = await chooseServerAccount(binaries, dataFolder, accountsForRoot)
    await stopLeftoverServer(cluster, binaries, log)
    const password = await ensureCluster(dataFolder, binaries, account)

    await mkdir(socket, { recursive: true, mode: 0o700 })
    await chmod(socket, 0o700)
    await giveTo(account, socket)
    const address = await chooseAddress(socket)

    const server = await superviseServer({
      clusterFolder: cluster,
      binaries,
      account,
      address,
      settings,
      log,
    })
    const place = new URLSearchParams({ host: address.host, port: String(address.port) })
    log.info(
      { processId: server.processId(), listensOn: address.kind },
      'The built-in PostgreSQL is running.',
    )
    let stopping: Promise<void> | undefined
    return {
      address,
      superuser: targetOf(`postgres:///postgres?${place}`).as(SUPERUSER, password),
      processId: server.processId,
      stop() {
        stopping ??= server.stop().then(lock.release)
        return stopping
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
