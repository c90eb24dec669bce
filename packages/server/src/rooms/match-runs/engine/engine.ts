import { Worker } from 'node:worker_threads'
import type { Questions } from './ask.ts'
import { EngineRefusal, type Refusal } from './refusal.ts'

/** Longer than the largest cohort needs; a question that takes longer is given up and the thread replaced. */
const TIME_LIMIT_MS = 30_000

type Waiting = { resolve(answer: never): void; reject(error: Error): void; timer: NodeJS.Timeout }
type Reply = { id: number; answer?: never; refusal?: Refusal }

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * Asks the matching engine, which thinks in a thread of its own so that the server never waits for it.
 *
 * @throws {@link EngineRefusal} when pins cannot hold.
 */
export function askEngine<Q extends keyof Questions>(
  question: Q,
  asked: Questions[Q]['asked'],
): Promise<Questions[Q]['answer']> {
  worker ??= startWorker()
  const id = ++lastId
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => giveUp('The matching engine took too long.'), TIME_LIMIT_MS)
    timer.unref()
    waiting.set(id, { resolve, reject, timer })
    worker?.postMessage({ id, question, asked })
  })
}

function startWorker(): Worker {
  const thread = new Worker(new URL('./engine-worker.ts', import.meta.url))
  // An idle engine must not keep a stopping server alive.
  thread.unref()
  thread.on('message', ({ id, answer, refusal }: Reply) => {
    const asker = waiting.get(id)
    if (!asker) return
    waiting.delete(id)
    clearTimeout(asker.timer)
    if (refusal) asker.reject(new EngineRefusal(refusal))
    else asker.resolve(answer as never)
  })
  thread.on('error', (error: Error) => {
    if (thread === worker) giveUp(`The matching engine stopped: ${error.message}`)
  })
  return thread
}

/** Nobody knows what a thread that broke or hangs would still answer, so all who wait are told. */
function giveUp(because: string): void {
  void worker?.terminate()
  worker = undefined
  for (const { reject, timer } of waiting.values()) {
    clearTimeout(timer)
    reject(new Error(because))
  }
  waiting.clear()
}
