import { DatabaseUnavailableError } from './errors.ts'

/** SQLSTATEs that say: the server is going, coming back, or full. Appendix A of PostgreSQL's manual. */
const UNAVAILABLE_STATES = new Set(['57P01', '57P02', '57P03', '53300'])
const UNAVAILABLE_CLASS = '08'

/** What Node says when the socket cannot be opened or breaks. */
const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** `pg` gives these no code. */
const DRIVER_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|Client was closed|Query read timeout)/

/** Whether the connection, rather than the statement, is what failed. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isUnavailable)
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  if (code === undefined) return DRIVER_MESSAGES.test(error.message)
  return UNAVAILABLE_STATES.has(code) || code.startsWith(UNAVAILABLE_CLASS) || NETWORK_CODES.has(code)
}

/** Runs work and turns a lost or refused connection into one typed error. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isUnavailable(error) ? new DatabaseUnavailableError(error) : error
  }
}
