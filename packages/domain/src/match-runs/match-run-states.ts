export const matchRunStates = ['draft', 'published', 'discarded'] as const
export type MatchRunState = (typeof matchRunStates)[number]

/** Which states allow which step. The server refuses by this table; the screen explains by it. */
const statesAllowing = {
  change: ['draft'],
  decide: ['draft'],
  publish: ['draft'],
  // A published run has asked people; calling that back is the pairs' business.
  discard: ['draft'],
} satisfies Record<string, MatchRunState[]>

export type MatchRunStep = keyof typeof statesAllowing

export function canTake(step: MatchRunStep, run: { readonly state: MatchRunState }): boolean {
  const allowed: readonly MatchRunState[] = statesAllowing[step]
  return allowed.includes(run.state)
}
