/**
 * Lets long work give way: called in every turn of a loop, and what it returns, if anything, is awaited. How long one
 * may go on, and what a pause is, depends on where it runs. `true`: pause at once, as between two stretches of work that
 * cannot pause themselves.
 */
export type Breath = (atOnce?: true) => Promise<void> | undefined

/** For work that has the processor to itself. */
export const withoutPause: Breath = () => undefined
