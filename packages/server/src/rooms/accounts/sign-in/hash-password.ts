import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { inTurn } from './hashing-queue.ts'

/**
 * What new hashes cost: one of the equal settings of the OWASP Password Storage Cheat Sheet for argon2id. When these
 * figures rise, older hashes are renewed at the next sign-in.
 */
export const COST = { memoryKibibytes: 19 * 1024, passes: 2, lanes: 1 } as const

const SALT_BYTES = 16
const HASH_BYTES = 32
const deriveKey: (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer> = promisify(argon2)

type Cost = { readonly memoryKibibytes: number; readonly passes: number; readonly lanes: number }
type ReadHash = { readonly cost: Cost; readonly salt: Buffer; readonly hash: Buffer }

/**
 * @returns The argon2id hash as a PHC string with its parameters, such as `$argon2id$v=19$m=19456,t=2,p=1$…$…`.
 * @throws ProblemError `sign-in-busy` when too many hashes wait already.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await derive(password, salt, COST, HASH_BYTES)
  const { memoryKibibytes, passes, lanes } = COST
  return `$argon2id$v=19$m=${memoryKibibytes},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`
}

/** @throws ProblemError `sign-in-busy` when too many hashes wait already. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const { cost, salt, hash } = read(stored)
  return timingSafeEqual(await derive(password, salt, cost, hash.length), hash)
}

/** Whether the hash was made when hashing cost less than now. */
export function isOutdated(stored: string): boolean {
  const { cost } = read(stored)
  return cost.memoryKibibytes < COST.memoryKibibytes || cost.passes < COST.passes || cost.lanes < COST.lanes
}

function derive(password: string, salt: Buffer, cost: Cost, tagLength: number): Promise<Buffer> {
  return inTurn(() =>
    deriveKey('argon2id', {
      // The same letters typed on another keyboard may arrive as other code points.
      message: Buffer.from(password.normalize('NFKC')),
      nonce: salt,
      memory: cost.memoryKibibytes,
      passes: cost.passes,
      parallelism: cost.lanes,
      tagLength,
    }),
  )
}

const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

function read(stored: string): ReadHash {
  const [, memory, passes, lanes, salt, hash] = PHC.exec(stored) ?? []
  if (!salt || !hash) throw new Error('A stored password is not an argon2id hash.')
  return {
    cost: { memoryKibibytes: Number(memory), passes: Number(passes), lanes: Number(lanes) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
