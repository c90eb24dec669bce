import {
  PinNotAllowedError,
  PinnedAndBannedError,
  PinsOverCapacityError,
} from '@viceversa/matching/errors.ts'
import type { PairOfIds, Participant, RuleFinding } from '@viceversa/matching/types.ts'

/** Why the engine cannot answer, as plain values that pass between threads. */
export type Refusal =
  | { readonly kind: 'pin-not-allowed'; readonly pair: PairOfIds; readonly broken: readonly RuleFinding[] }
  | { readonly kind: 'pins-over-capacity'; readonly participant: Participant; readonly capacity: number }
  | { readonly kind: 'pinned-and-banned'; readonly pair: PairOfIds }
  | { readonly kind: 'fault'; readonly message: string }

export function refusalOf(error: unknown): Refusal {
  if (error instanceof PinNotAllowedError) {
    return { kind: 'pin-not-allowed', pair: error.pair, broken: error.broken }
  }
  if (error instanceof PinsOverCapacityError) {
    return { kind: 'pins-over-capacity', participant: error.participant, capacity: error.capacity }
  }
  if (error instanceof PinnedAndBannedError) return { kind: 'pinned-and-banned', pair: error.pair }
  return { kind: 'fault', message: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' }
}

/** The engine refused the question; use cases turn it into words. */
export class EngineRefusal extends Error {
  override name = 'EngineRefusal'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.kind === 'fault' ? refusal.message : refusal.kind)
    this.refusal = refusal
  }
}
