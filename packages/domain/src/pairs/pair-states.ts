export const pairStates = ['asked', 'active', 'declined', 'expired', 'paused', 'frozen', 'ended'] as const
export type PairState = (typeof pairStates)[number]

/** Pairs that take up a seat of both people. */
export const openPairStates = ['asked', 'active', 'paused', 'frozen'] as const satisfies PairState[]

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
