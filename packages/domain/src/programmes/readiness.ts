import type { ReadinessItem } from './contract.ts'
import { type DatesSoFar, dateProblems } from './date-order.ts'

export type ReadinessFacts = DatesSoFar & {
  readonly purpose: string
  readonly outcomes: readonly string[]
  readonly themes: readonly string[]
  readonly giveBackThemes: readonly string[]
  readonly sponsorId: string | null
  readonly safeContactId: string | null
  readonly managerIds: readonly string[]
}

/**
 * What must stand before people can be invited (rule R1), in the order of the form.
 *
 * The safe contact is done only when it is somebody outside the programme: neither its sponsor nor a programme manager.
 */
export function readinessOf(facts: ReadinessFacts): ReadinessItem[] {
  const { safeContactId, sponsorId, managerIds } = facts
  const misplaced = new Set(dateProblems(facts).map(({ field }) => field))
  const outside = safeContactId !== null && safeContactId !== sponsorId && !managerIds.includes(safeContactId)

  return [
    { item: 'purpose', step: 'purpose', done: facts.purpose.trim() !== '' },
    { item: 'outcomes', step: 'purpose', done: facts.outcomes.length > 0 },
    { item: 'sponsor', step: 'people', done: sponsorId !== null },
    { item: 'programme-manager', step: 'people', done: managerIds.length > 0 },
    { item: 'safe-contact', step: 'people', done: outside },
    { item: 'themes', step: 'themes', done: facts.themes.length > 0 && facts.giveBackThemes.length > 0 },
    {
      item: 'dates',
      step: 'rhythm',
      done: facts.kickOffOn !== null && facts.lastSessionOn !== null && !misplaced.has('lastSessionOn'),
    },
    { item: 'end-date', step: 'rhythm', done: facts.endsOn !== null && !misplaced.has('endsOn') },
    { item: 'deletion-date', step: 'rhythm', done: facts.deletesOn !== null && !misplaced.has('deletesOn') },
  ]
}
