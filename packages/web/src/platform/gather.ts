/** How long news is collected before it is acted on. Short enough to feel at once, long enough for forty mails to be one. */
export const GATHER_MILLISECONDS = 1000

/**
 * Acts on the first piece of news at once and on all that follows within a second together, so that a storm of changes
 * asks the server once a second and not once a change.
 */
export function gather<Piece>(act: (pieces: ReadonlySet<Piece>) => void) {
  let waiting = new Set<Piece>()
  let timer: ReturnType<typeof setTimeout> | undefined

  function flush() {
    timer = undefined
    if (waiting.size === 0) return
    const pieces = waiting
    waiting = new Set()
    timer = setTimeout(flush, GATHER_MILLISECONDS)
    act(pieces)
  }

  return {
    add(piece: Piece): void {
      waiting.add(piece)
      if (timer === undefined) flush()
    },
    stop(): void {
      clearTimeout(timer)
      waiting = new Set()
    },
  }
}
