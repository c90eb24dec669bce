import type { ParticipantSeat } from '../wire.ts'
import { type NeedsYouKind, needsYouKinds, type PairSignal } from './contract.ts'
import type { ProgrammeState } from './programme-states.ts'

export type NeedsYouFacts = {
  readonly state: ProgrammeState
  readonly invited: Record<ParticipantSeat, number>
  /** Invited longer than a week ago and not answered. */
  readonly unanswered: { readonly count: number; readonly since: string | null }
  /** Ready, and in no pair that waits or runs. */
  readonly readyWithoutPair: Record<ParticipantSeat, number>
  /** Pairs that were ever asked. */
  readonly pairsAsked: number
  /** Pairs that ended before they began and left somebody without a partner, and open pairs. */
  readonly pairs: readonly {
    readonly id: string
    readonly state: 'asked' | 'active' | 'declined' | 'expired' | 'paused' | 'frozen' | 'ended'
    readonly signal: PairSignal
    readonly since: string | null
  }[]
}

export type NeedsYou = {
  readonly kind: NeedsYouKind
  /** How many people or pairs it is about; 1 for a single pair. */
  readonly count: number
  readonly pairId: string | null
  readonly since: string | null
}

/** Everything that waits for a programme manager, in the order of {@link needsYouKinds}, the longest waiting first. */
export function needsYou(facts: NeedsYouFacts): NeedsYou[] {
  const found = [...aboutPairs(facts), ...aboutTheProgramme(facts)]
  return found.sort(
    (one, other) =>
      needsYouKinds.indexOf(one.kind) - needsYouKinds.indexOf(other.kind) ||
      (one.since ?? '').localeCompare(other.since ?? '') ||
      (one.pairId ?? '').localeCompare(other.pairId ?? ''),
  )
}

function aboutPairs({ pairs }: NeedsYouFacts): NeedsYou[] {
  return pairs.flatMap(({ id, state, signal, since }) => {
    const kind = kindOf(state, signal)
    return kind ? [{ kind, count: 1, pairId: id, since }] : []
  })
}

function kindOf(state: NeedsYouFacts['pairs'][number]['state'], signal: PairSignal): NeedsYouKind | null {
  if (state === 'declined') return 'pair-declined'
  if (state === 'expired') return 'pair-expired'
  if (state === 'frozen') return 'pair-frozen'
  return signal === 'needs-you' ? 'pair-without-session' : null
}

function aboutTheProgramme(facts: NeedsYouFacts): NeedsYou[] {
  const { state, invited, readyWithoutPair, pairsAsked, unanswered } = facts
  const possiblePairs = Math.min(readyWithoutPair.mentor, readyWithoutPair.leader)
  const isOpen = state === 'open' || state === 'running'
  const waiting: NeedsYou[] = []
  const add = (kind: NeedsYouKind, count: number, since: string | null = null) =>
    waiting.push({ kind, count, pairId: null, since })

  if (state === 'draft') add('open-the-programme', 1)
  if (isOpen && (invited.mentor === 0 || invited.leader === 0)) add('invite-people', 1)
  if (isOpen && pairsAsked === 0 && possiblePairs > 0) add('match', possiblePairs)
  // Spare mentors are wanted (rule R13); leaders without a mentor are not.
  if (isOpen && pairsAsked > 0 && readyWithoutPair.leader > 0)
    add('people-without-pair', readyWithoutPair.leader)
  if (isOpen && unanswered.count > 0) add('answers-outstanding', unanswered.count, unanswered.since)
  return waiting
}
