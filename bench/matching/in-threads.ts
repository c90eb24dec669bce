import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { RunBlocks } from '@viceversa/matching/shortlist/shortlist.ts'
import type { BlockResult } from '@viceversa/matching/shortlist/shortlist-block.ts'

/** Threads that each take a part of a shortlist, one part at a time. */
export class Threads {
  readonly #workers: Worker[]

  constructor(count: number) {
    this.#workers = Array.from(
      { length: count },
      () => new Worker(new URL('./shortlist-worker.ts', import.meta.url)),
    )
  }

  readonly run: RunBlocks = async (tasks) => {
    const results: BlockResult[] = []
    let next = 0
    const work = async (worker: Worker) => {
      while (next < tasks.length) {
        const number = next++
        worker.postMessage(tasks[number])
        const [result] = await once(worker, 'message')
        results[number] = result
      }
    }
    await Promise.all(this.#workers.map(work))
    return results
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()))
  }
}
