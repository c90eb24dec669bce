import type { Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const LOOK_EVERY_MILLISECONDS = 50

/** Long enough for every busy connection to get an answer that says it is the last one. */
const LAST_ANSWERS_MILLISECONDS = 500

/**
 * Stops accepting connections and waits until every request in flight has its answer. For the first half second
 * connections are still taken: the application answers each with `Connection: close`, so that no client sends its next
 * request into a connection that is just being closed.
 *
 * @param withinMilliseconds - After this long, connections that are still open are cut.
 */
export async function drain(server: Server, withinMilliseconds: number): Promise<void> {
  await sleep(LAST_ANSWERS_MILLISECONDS)
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A kept-alive connection becomes idle only when its answer is out.
  const closeIdle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MILLISECONDS)
  const cut = setTimeout(() => server.closeAllConnections(), withinMilliseconds)
  await closed
  clearInterval(closeIdle)
  clearTimeout(cut)
}
