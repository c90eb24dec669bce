import { setImmediate } from 'node:timers/promises'

/** How long one import may hold the processor before other requests get their turn. */
const SLICE_MILLISECONDS = 8

/** `true`: pause at once, as between two stretches of work that cannot pause themselves. */
export type Breath = (atOnce?: true) => Promise<void> | undefined

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
