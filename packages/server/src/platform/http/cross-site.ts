import { isLoopback } from './loopback.ts'
import { ProblemError } from './problem.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whom a browser may name as the sender of a change. */
export type OwnAddress = {
  /** What people type. */
  readonly address: string
  /** Whether somebody said so; otherwise it is a guess, and the name under which we were reached counts as well. */
  readonly addressGiven: boolean
  /** The interface we listen on. */
  readonly host: string
}

/**
 * Refuses changes that another site asks for in somebody's name. The browser says where a request comes from in
 * Sec-Fetch-Site and Origin, which no script can forge; a request that says neither is refused as well.
 *
 * @throws ProblemError `cross-site-request`.
 */
export function refuseCrossSite(method: string, headers: Headers, own: OwnAddress): void {
  if (SAFE_METHODS.has(method)) return
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  if (origin !== null && !isOwnOrigin(origin, headers.get('host'), own)) {
    throw new ProblemError(
      'cross-site-request',
      `This server answers at ${own.address}. Open that address; if it is not the right one, whoever runs the server sets VICEVERSA_ADDRESS.`,
    )
  }
  if (site === 'same-origin' || site === 'none') return
  if (site === null && origin !== null) return
  throw new ProblemError(
    'cross-site-request',
    'Changes are accepted only from the pages of this server, whose requests say so in Sec-Fetch-Site or Origin.',
  )
}

/**
 * A server that only this machine can reach answers under this machine's own names alone: a page elsewhere could
 * otherwise point its own name here and pass for us.
 */
function isOwnOrigin(origin: string, reachedAs: string | null, own: OwnAddress): boolean {
  const { protocol, host, hostname } = URL.parse(origin) ?? {}
  if (!protocol || !host || !hostname) return false
  if (origin === new URL(own.address).origin) return true
  if (host !== reachedAs) return false
  return isLoopback(hostname) || (!own.addressGiven && !isLoopback(own.host))
}
