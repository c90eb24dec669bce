import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'

/** Where the server listens and clients connect. With a socket, `host` is the socket's folder. */
export type ServerAddress = {
  readonly kind: 'socket' | 'loopback'
  readonly host: string
  readonly port: number
}

/** What fits into `sockaddr_un.sun_path` with its closing zero. */
const LONGEST_SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107

/** Part of the socket's file name only; nothing listens on this port. */
const SOCKET_PORT = 5432

/**
 * A Unix socket inside the data folder, which nothing outside the machine and no other account can reach; where its
 * path is too long or the system has none, loopback with a port that is free now.
 */
export async function chooseAddress(socketFolder: string): Promise<ServerAddress> {
  const fits = Buffer.byteLength(socketOf(socketFolder)) <= LONGEST_SOCKET_PATH_BYTES
  if (process.platform !== 'win32' && fits) {
    return { kind: 'socket', host: socketFolder, port: SOCKET_PORT }
  }
  return { kind: 'loopback', host: '127.0.0.1', port: await freePort() }
}

/**
 * Removes the socket of a server that was killed, with its lock file. PostgreSQL would believe the process number in it,
 * which may be a zombie's or, after a restart of the container, anybody's.
 */
export async function clearSocket(address: ServerAddress): Promise<void> {
  if (address.kind !== 'socket') return
  const socket = socketOf(address.host)
  await Promise.all([rm(socket, { force: true }), rm(`${socket}.lock`, { force: true })])
}

function socketOf(socketFolder: string): string {
  return path.join(socketFolder, `.s.PGSQL.${SOCKET_PORT}`)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
