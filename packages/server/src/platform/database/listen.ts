import { sql } from 'kysely'
import pg from 'pg'
import type { Log } from '../log/log.ts'
import type { Db } from './as-actor.ts'
import { type ConnectionTarget, configFor } from './connection.ts'

const CHANNEL = 'viceversa'
const FIRST_PAUSE_MILLISECONDS = 100
const LONGEST_PAUSE_MILLISECONDS = 5_000

export type Subscriber = {
  /** Called with each payload, in the order of the commits. Must not throw. */
  onPayload(payload: string): void
  /** Called when the connection is back after a gap in which payloads were lost: look at everything again. */
  onGap?(): void
}

export type Listener = {
  /** @returns A function that ends the subscription. */
  subscribe(subscriber: Subscriber): () => void
  close(): Promise<void>
}

/**
 * Tells every node, once the transaction commits and never when it rolls back.
 *
 * @param payload - At most 7999 bytes. Names what changed, never what it says.
 */
export async function notify(db: Db, payload: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${payload})`.execute(db)
}

/**
 * Listens on one connection of its own for as long as the application runs. A broken connection is opened again, the
 * pauses growing from 0.1 to 5 seconds.
 */
export function openListener(target: ConnectionTarget, log: Log): Listener {
  const subscribers = new Set<Subscriber>()
  let client: pg.Client | undefined
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let pause = FIRST_PAUSE_MILLISECONDS
  let heardBefore = false

  async function connect(): Promise<void> {
    const next = new pg.Client(configFor(target))
    client = next
    next.on('notification', ({ payload }) => {
      for (const subscriber of subscribers) subscriber.onPayload(payload ?? '')
    })
    next.on('error', (error) => log.debug({ err: error }, 'The listening connection broke.'))
    next.once('end', () => again(next))
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
    } catch {
      await next.end().catch(() => {})
      again(next)
      return
    }
    pause = FIRST_PAUSE_MILLISECONDS
    if (heardBefore) for (const subscriber of subscribers) subscriber.onGap?.()
    heardBefore = true
  }

  function again(broken: pg.Client): void {
    if (closed || client !== broken) return
    client = undefined
    timer = setTimeout(connect, pause)
    pause = Math.min(LONGEST_PAUSE_MILLISECONDS, pause * 2)
  }

  const connecting = connect()

  return {
    subscribe(subscriber) {
      subscribers.add(subscriber)
      return () => subscribers.delete(subscriber)
    },
    async close() {
      closed = true
      clearTimeout(timer)
      await connecting
      await client?.end().catch(() => {})
    },
  }
}
