import { availableParallelism } from 'node:os'
import { ProblemError } from '../../../platform/http/problem.ts'

/** Each hash takes 19 MiB and a core for some 40 ms, so one core is left to everybody else, and four are enough. */
const AT_ONCE = Math.min(4, Math.max(1, availableParallelism() - 1))
/** A few seconds of waiting. Whoever comes later is told so at once. */
const MOST_WAITING = 100

const waiting: (() => void)[] = []
let running = 0

/**
 * Runs costly work when its turn comes, first come, first served.
 *
 * @throws ProblemError `sign-in-busy` when the queue is full.
 */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MOST_WAITING) {
      throw new ProblemError('sign-in-busy', 'Wait a few seconds, then try again.', { retryAfterSeconds: 3 })
    }
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else {
    running++
  }
  try {
    return await work()
  } finally {
    // Hands its place on, so that nobody who comes now overtakes those who wait.
    const next = waiting.shift()
    if (next) next()
    else running--
  }
}
