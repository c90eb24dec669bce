import type { Server } from 'node:http'
import { Server as Listener } from 'node:net'
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises'

/** Nobody new for so long: whoever sends people here has understood that the house closes. */
const QUIET_MILLISECONDS = 500

/** Long enough for a load balancer that asks `/readyz` every second or two. */
const OPEN_AT_MOST_MILLISECONDS = 3_000

/** A connection may stand open for so long without a word before it counts as one that asks for nothing. */
const FIRST_WORDS_MILLISECONDS = 250

const SHORT_TURN_MILLISECONDS = 1
const LOOK_EVERY_MILLISECONDS = 50

/**
 * Closes the port when nobody comes any more, and each connection when its request has its answer. Until the port is
 * closed the application answers with `Connection: close`, so that no client sends its next request into a connection
 * that is just being closed.
 *
 * @param withinMilliseconds - After this long, connections that are still open are cut.
 */
export async function drain(server: Server, withinMilliseconds: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), withinMilliseconds)
  await untilNobodyComes(server)
  let open = true
  const closed = new Promise<void>((resolve) => {
    // The HTTP server's own `close` would cut connections that were taken and whose first request is not read yet.
    Listener.prototype.close.call(server, () => {
      open = false
      resolve()
    })
  })
  await Promise.race([closed, sleep(FIRST_WORDS_MILLISECONDS)])
  while (open) {
    // After a look at the network: whatever has arrived by now is no longer idle.
    await nextTurn()
    server.closeIdleConnections()
    await Promise.race([closed, sleep(LOOK_EVERY_MILLISECONDS)])
  }
  clearTimeout(cut)
}

/** Ends right after a look at the network that showed nobody: closing the port resets connections that wait for it. */
async function untilNobodyComes(server: Server): Promise<void> {
  const until = performance.now() + OPEN_AT_MOST_MILLISECONDS
  let cameAt = performance.now()
  const note = () => {
    cameAt = performance.now()
  }
  server.on('connection', note)
  while (performance.now() < Math.min(until, cameAt + QUIET_MILLISECONDS))
    await sleep(LOOK_EVERY_MILLISECONDS)
  let lookedAt: number
  do {
    lookedAt = performance.now()
    // One turn of the loop takes one waiting connection. A long one does other work after its look, and who knows who
    // has come since.
    await nextTurn()
  } while (
    (cameAt >= lookedAt || performance.now() - lookedAt > SHORT_TURN_MILLISECONDS) &&
    lookedAt < until + QUIET_MILLISECONDS
  )
  server.off('connection', note)
}
