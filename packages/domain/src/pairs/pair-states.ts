/** Pairs as programme managers see them; in the table a declined one waits, then has run out (rule R11). */
export const pairStates = ['asked', 'active', 'declined', 'expired', 'paused', 'frozen', 'ended'] as const
export type PairState = (typeof pairStates)[number]

/** Pairs that take up a seat of both people. */
export const openPairStates = ['asked', 'active', 'paused', 'frozen'] as const satisfies PairState[]

/** Pairs as their two members see them: whether somebody declined or the time ran out is not told (rule R11). */
export const memberPairStates = ['asked', 'active', 'not-coming-about', 'paused', 'frozen', 'ended'] as const
export type MemberPairState = (typeof memberPairStates)[number]

/** States in which a member sees no more of the other than the name. */
export const closedForMembers = ['not-coming-about', 'ended'] as const satisfies MemberPairState[]

/** For whoever declined it is over at once, whatever the other answered or will answer. */
export function stateForMember(state: PairState, myAnswer: 'accepted' | 'declined' | null): MemberPairState {
  if (state === 'declined' || state === 'expired') return 'not-coming-about'
  return state === 'asked' && myAnswer === 'declined' ? 'not-coming-about' : state
}

/** Which states allow which step. Server and screen read the same table. */
const statesAllowing = {
  answer: ['asked'],
  expire: ['asked'],
} satisfies Record<string, PairState[]>

export type PairStep = keyof typeof statesAllowing

export function canTake(step: PairStep, pair: { readonly state: PairState }): boolean {
  const allowed: readonly PairState[] = statesAllowing[step]
  return allowed.includes(pair.state)
}
