import type { ManagedPair } from '@viceversa/domain/pairs/contract.ts'
import { pairSignal } from '@viceversa/domain/programmes/pair-signal.ts'
import type { Rhythm } from '../../ui/PairSignal.tsx'
import { today } from './session-line.ts'

/** What a pair's rhythm is measured against. */
export type Cadence = {
  /** Days agreed between two sessions. */
  readonly intervalDays: number
  readonly kickOffOn: string | null
}

/** How close the two stand, from states and dates alone; whatever is over shows as ended. */
export function rhythmOf(pair: ManagedPair, { intervalDays, kickOffOn }: Cadence): Rhythm {
  if (pair.state === 'declined' || pair.state === 'expired' || pair.state === 'ended') return 'ended'
  const { state, lastSessionOn, nextSessionOn } = pair
  return pairSignal(
    { state, startedOn: startOf(pair, kickOffOn), lastSessionOn, nextSessionOn },
    intervalDays,
    today(),
  )
}

/** A pair that accepted early begins with the programme. */
function startOf({ startedAt }: ManagedPair, kickOffOn: string | null): string | null {
  if (!startedAt) return null
  const startedOn = startedAt.slice(0, 10)
  return kickOffOn && kickOffOn > startedOn ? kickOffOn : startedOn
}
