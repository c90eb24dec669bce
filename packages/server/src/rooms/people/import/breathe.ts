import { setImmediate } from 'node:timers/promises'
import type { Breath } from '@viceversa/domain/people/import/breath.ts'

/** How long one import may hold the processor before other requests get their turn. */
const SLICE_MILLISECONDS = 8

/**
 * Lets long work pause: call it in every turn of a loop, and await what it returns, if anything.
 *
 * @returns A function that gives way once the slice of time is used up.
 * @throws The signal's reason, at the next pause after the work was cancelled.
 */
export function breathing(signal?: AbortSignal): Breath {
  let sliceEnds = performance.now() + SLICE_MILLISECONDS
  let turns = 0
  return (atOnce) => {
    // Looking at the clock costs more than the turn itself.
    if (!atOnce && (++turns % 64 !== 0 || performance.now() < sliceEnds)) return undefined
    return setImmediate().then(() => {
      signal?.throwIfAborted()
      sliceEnds = performance.now() + SLICE_MILLISECONDS
    })
  }
}
