import type { programmeStates } from './contract.ts'

export type ProgrammeState = (typeof programmeStates)[number]

/** Which states allow which step. The API refuses by this table; the screen greys out by it. */
const statesAllowing = {
  change: ['draft', 'open', 'running'],
  open: ['draft'],
  // People may still join a programme that runs: somebody leaves, a spare mentor steps in.
  invite: ['open', 'running'],
  match: ['open', 'running'],
  // What was opened but invites nobody yet harms nobody; people in it are checked apart.
  remove: ['draft', 'open'],
} satisfies Record<string, ProgrammeState[]>

export type ProgrammeStep = keyof typeof statesAllowing

export function canTake(step: ProgrammeStep, programme: { readonly state: ProgrammeState }): boolean {
  const allowed: readonly ProgrammeState[] = statesAllowing[step]
  return allowed.includes(programme.state)
}

/** Why nobody can be matched: it has not opened, was closed, its last day is over, or its answers are erased. */
export type MatchingStop = 'draft' | 'closed' | 'ended' | 'deleted'

/**
 * What stops matching on a given day; null when people can be matched.
 *
 * @param today - A calendar day, `2026-09-14`.
 */
export function matchingStop(
  today: string,
  programme: {
    readonly state: ProgrammeState
    readonly endsOn: string | null
    readonly deletesOn: string | null
  },
): MatchingStop | null {
  if (programme.deletesOn !== null && programme.deletesOn <= today) return 'deleted'
  if (!canTake('match', programme)) return programme.state === 'draft' ? 'draft' : 'closed'
  return programme.endsOn !== null && programme.endsOn < today ? 'ended' : null
}

/**
 * The state on a given day: an open programme runs from its kick-off on, without anybody pressing a button.
 *
 * @param today - A calendar day, `2026-09-14`.
 */
export function stateOn(
  today: string,
  programme: { readonly state: ProgrammeState; readonly kickOffOn: string | null },
): ProgrammeState {
  const hasBegun = programme.kickOffOn !== null && programme.kickOffOn <= today
  return programme.state === 'open' && hasBegun ? 'running' : programme.state
}
