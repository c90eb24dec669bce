import type { ReadinessItem } from '@viceversa/domain/programmes/contract.ts'
import type {
  DateProblem,
  ProgrammeDateField,
  SessionProblem,
} from '@viceversa/domain/programmes/date-order.ts'
import { ProblemError } from '../../platform/http/problem.ts'

const dateNames: Record<ProgrammeDateField, string> = {
  kickOffOn: 'the kick-off',
  lastSessionOn: 'the last session',
  endsOn: 'the end',
  deletesOn: 'the deletion date',
}

const sessionReasons: Record<SessionProblem['because'], string> = {
  weekend: 'falls on a weekend',
  'before-kick-off': 'comes before the kick-off',
  'after-last-session': 'comes after the last session date',
  'not-after-the-one-before': 'does not come after the session before it',
}

export function datesOutOfOrder(
  dates: readonly DateProblem[],
  sessions: readonly SessionProblem[],
): ProblemError {
  const errors = [
    ...dates.map(({ field, given, clashesWith, clashesOn }) => ({
      pointer: `#/${field}`,
      detail: `${inWords(given)} is before ${dateNames[clashesWith]} on ${inWords(clashesOn)}. Choose a later date.`,
    })),
    ...sessions.map(({ number, plannedOn, because }) => ({
      pointer: `#/sessions/${number - 1}/plannedOn`,
      detail: `Session ${number} on ${inWords(plannedOn)} ${sessionReasons[because]}.`,
    })),
  ]
  return new ProblemError('dates-out-of-order', errors[0]?.detail ?? '', {
    errors,
    dateProblems: dates,
    sessionProblems: sessions,
  })
}

export function programmeNotReady(missing: readonly ReadinessItem[]): ProblemError {
  const items = missing.map(({ item }) => item)
  return new ProblemError(
    'programme-not-ready',
    `Still missing: ${items.map((item) => item.replaceAll('-', ' ')).join(', ')}.`,
    {
      missing: items,
    },
  )
}

/** One field of the request that cannot stand, though its shape is right. */
export function invalidField(pointer: string, detail: string): ProblemError {
  return new ProblemError('invalid-request', detail, { errors: [{ pointer, detail }] })
}

function inWords(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
}
