import { parentPort, workerData } from 'node:worker_threads'
import type { PairOfIds, Participant, RuleFinding } from '@viceversa/matching/types.ts'
import { type Asked, type Progress, type Solved, solve } from './solve.ts'

/** A refusal of the engine as plain data, for an error loses its class on the way between threads. */
export type Refusal = {
  readonly name: string
  readonly message: string
  readonly pair?: PairOfIds
  readonly broken?: readonly RuleFinding[]
  readonly participant?: Participant
  readonly pins?: number
  readonly capacity?: number
}

export type FromWorker =
  | { readonly progress: Progress }
  | { readonly solved: Solved }
  | { readonly refusal: Refusal }

const refusals = new Set([
  'PinNotAllowedError',
  'PinsOverCapacityError',
  'PinnedAndBannedError',
  'InvalidMatchInputError',
])

const say = (message: FromWorker) => parentPort!.postMessage(message)
try {
  say({ solved: solve(workerData as Asked, (progress) => say({ progress })) })
} catch (error) {
  if (!(error instanceof Error) || !refusals.has(error.name)) throw error
  const { pair, broken, participant, pins, capacity } = error as Error & Partial<Refusal>
  say({
    refusal: {
      name: error.name,
      message: error.message,
      ...(pair && { pair }),
      ...(broken && { broken }),
      ...(participant && { participant }),
      ...(pins !== undefined && { pins }),
      ...(capacity !== undefined && { capacity }),
    },
  })
}
