import type { PlannedSession } from './contract.ts'
import { isWeekend, suggestedDeletion, suggestedEnd } from './time-line.ts'

export const programmeDateFields = ['kickOffOn', 'lastSessionOn', 'endsOn', 'deletesOn'] as const
export type ProgrammeDateField = (typeof programmeDateFields)[number]

/** Dates of a programme while some of them may still be missing. */
export type DatesSoFar = { readonly [field in ProgrammeDateField]: string | null }

/** A date that cannot stand, what it clashes with, and the date that would mend it. */
export type DateProblem = {
  readonly field: ProgrammeDateField
  readonly given: string
  readonly clashesWith: ProgrammeDateField
  readonly clashesOn: string
  /** A date to offer as the fix; null when only the person can know. */
  readonly suggestion: string | null
}

/** A session whose day cannot stand. */
export type SessionProblem = {
  readonly number: number
  readonly plannedOn: string
  readonly because: 'weekend' | 'before-kick-off' | 'after-last-session' | 'not-after-the-one-before'
}

/**
 * Which dates do not follow each other: kick-off, last session, end, deletion.
 *
 * @returns One problem per date that comes before the nearest known one ahead of it, in the order of the form. Missing
 *   dates are no problem here; {@link readinessOf} asks for them.
 */
export function dateProblems(dates: DatesSoFar): DateProblem[] {
  return programmeDateFields.flatMap((field, index) => {
    const given = dates[field]
    const clashesWith = programmeDateFields.slice(0, index).findLast((earlier) => dates[earlier] !== null)
    const clashesOn = clashesWith && dates[clashesWith]
    if (!given || !clashesWith || !clashesOn || given >= clashesOn) return []
    return [{ field, given, clashesWith, clashesOn, suggestion: suggestionFor(field, dates) }]
  })
}

/** Which sessions fall on a weekend, outside the programme, or not after the session before them. */
export function sessionProblems(sessions: readonly PlannedSession[], dates: DatesSoFar): SessionProblem[] {
  return sessions.flatMap(({ number, plannedOn }, index) => {
    const because = whyNot(plannedOn, sessions[index - 1]?.plannedOn, dates)
    return because ? [{ number, plannedOn, because }] : []
  })
}

function whyNot(plannedOn: string, before: string | undefined, dates: DatesSoFar) {
  if (isWeekend(plannedOn)) return 'weekend'
  if (dates.kickOffOn && plannedOn < dates.kickOffOn) return 'before-kick-off'
  if (dates.lastSessionOn && plannedOn > dates.lastSessionOn) return 'after-last-session'
  return before && plannedOn <= before ? 'not-after-the-one-before' : null
}

function suggestionFor(field: ProgrammeDateField, { lastSessionOn, endsOn }: DatesSoFar): string | null {
  if (!lastSessionOn) return null
  if (field === 'endsOn') return suggestedEnd(lastSessionOn)
  if (field !== 'deletesOn') return null
  const suggestion = suggestedDeletion(lastSessionOn)
  return endsOn && endsOn > suggestion ? endsOn : suggestion
}
