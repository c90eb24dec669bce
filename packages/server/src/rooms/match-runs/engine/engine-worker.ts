import { parentPort } from 'node:worker_threads'
import { ask, type Questions } from './ask.ts'
import { refusalOf } from './refusal.ts'

/** One question at a time, answered in order. */
parentPort?.on(
  'message',
  ({ id, question, asked }: { id: number; question: keyof Questions; asked: never }) => {
    try {
      parentPort?.postMessage({ id, answer: ask(question, asked) })
    } catch (error) {
      parentPort?.postMessage({ id, refusal: refusalOf(error) })
    }
  },
)
