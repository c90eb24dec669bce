import type { LiveUpdate } from '@viceversa/domain/live.ts'
import type { Database } from '../database/connect-database.ts'
import { type AudienceWanted, concerns, type Listening } from './audience.ts'
import type { PublishedUpdate } from './publish-update.ts'

export type LiveStreams = {
  /**
   * A stream of server-sent events for one person: what changed that concerns them, and nothing else.
   *
   * @param listens - Asks as what the person listens now; undefined ends the stream, for instance because they have
   *   signed out. Asked again every 30 seconds and whenever their own rights may have changed.
   * @param gone - Aborted when the browser has left.
   */
  open(listening: Listening, listens: () => Promise<Listening | undefined>, gone: AbortSignal): Response
  /** How many streams are open, for the metrics. */
  count(): number
}

const HEARTBEAT_MILLISECONDS = 25_000
const ASK_AGAIN_MILLISECONDS = 30_000
const RETRY_MILLISECONDS = 2_000
/** More tabs than that are rare; the oldest gives way. */
const STREAMS_PER_PERSON = 6
const MOST_UNREAD = 500

/**
 * The open streams of this node, fed by the notifications of all nodes.
 *
 * @param stopping - Closes every stream; browsers then come back to whichever node answers.
 */
export function liveStreams(database: Database, stopping: AbortSignal): LiveStreams {
  const streams = new Set<Stream>()
  database.subscribe({
    onPayload(payload) {
      const update = readUpdate(payload)
      if (update) for (const stream of streams) stream.hear(update)
    },
    // Something was missed: whoever comes back looks at everything again.
    onGap: () => closeAll(streams),
  })
  stopping.addEventListener('abort', () => closeAll(streams))

  return {
    open(listening, listens, gone) {
      const own = [...streams].filter((stream) => stream.personId === listening.personId)
      for (const oldest of own.slice(0, Math.max(0, own.length - STREAMS_PER_PERSON + 1))) oldest.close()
      const stream = openStream(listening, listens, () => streams.delete(stream))
      if (stopping.aborted) stream.close()
      else streams.add(stream)
      gone.addEventListener('abort', stream.close)
      return new Response(stream.body, {
        headers: {
          'content-type': 'text/event-stream; charset=utf-8',
          // Proxies that collect answers would hold updates back.
          'x-accel-buffering': 'no',
        },
      })
    },
    count: () => streams.size,
  }
}

type Stream = {
  readonly personId: string
  readonly body: ReadableStream<Uint8Array>
  hear(update: PublishedUpdate): void
  close(): void
}

function openStream(
  first: Listening,
  listens: () => Promise<Listening | undefined>,
  onClose: () => void,
): Stream {
  const encoder = new TextEncoder()
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  let listening = first
  let closed = false

  const write = (text: string) => {
    // A browser that stopped reading comes back later rather than filling our memory.
    if ((writer.desiredSize ?? 0) < -MOST_UNREAD) return close()
    writer.write(encoder.encode(text)).catch(close)
  }
  const heartbeat = setInterval(() => write(': still here\n\n'), HEARTBEAT_MILLISECONDS)
  const asking = setInterval(askAgain, ASK_AGAIN_MILLISECONDS)
  write(`retry: ${RETRY_MILLISECONDS}\n\n`)

  async function askAgain(): Promise<void> {
    try {
      const now = await listens()
      if (now) listening = now
      else close()
    } catch {
      // The database is away: the stream ends, and the browser comes back when it is there again.
      close()
    }
  }

  function close(): void {
    if (closed) return
    closed = true
    clearInterval(heartbeat)
    clearInterval(asking)
    onClose()
    writer.close().catch(() => {})
  }

  return {
    personId: first.personId,
    body: readable,
    hear(update) {
      if (closed || !concerns(update.to, listening)) return
      const { to, ...told } = update
      write(`data: ${JSON.stringify(told)}\n\n`)
      if (update.topic === 'me') void askAgain()
    },
    close,
  }
}

function closeAll(streams: ReadonlySet<Stream>): void {
  for (const stream of [...streams]) stream.close()
}

/** Other subjects may travel on the same channel one day; what is no update is left alone. */
function readUpdate(payload: string): (LiveUpdate & { to: AudienceWanted }) | undefined {
  try {
    const update = JSON.parse(payload) as Partial<PublishedUpdate>
    return update.topic && update.to ? (update as PublishedUpdate) : undefined
  } catch {
    return undefined
  }
}
