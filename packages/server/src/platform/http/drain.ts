import type { Server } from 'node:http'

const LOOK_EVERY_MILLISECONDS = 50

/**
 * Stops accepting connections and waits until every request in flight has its answer.
 *
 * @param withinMilliseconds - After this long, connections that are still open are cut.
 */
export async function drain(server: Server, withinMilliseconds: number): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  // A kept-alive connection becomes idle only when its answer is out.
  const closeIdle = setInterval(() => server.closeIdleConnections(), LOOK_EVERY_MILLISECONDS)
  const cut = setTimeout(() => server.closeAllConnections(), withinMilliseconds)
  await closed
  clearInterval(closeIdle)
  clearTimeout(cut)
}
