import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import type { SessionState } from '../../ui/Strand.tsx'

type Session = Pair['sessions'][number]

const DAY_MS = 86_400_000

/** The session that comes next: the first that was not held, even when its day has passed. */
export function nextSession(sessions: readonly Session[]): Session | undefined {
  return sessions.find(({ state }) => state !== 'held')
}

/** How each session stands on the strand. */
export function strandState(session: Session, sessions: readonly Session[]): SessionState {
  if (session.state === 'held') return 'held'
  return session === nextSession(sessions) ? 'next' : 'ahead'
}

/**
 * Where a day lies on the strand, counted in sessions: 2.75 is three quarters of the way from the third to the fourth;
 * half a step before the first and after the last.
 *
 * @param day - A calendar day, `2026-09-14`.
 */
export function positionOn(sessions: readonly Session[], day: string): number {
  const after = sessions.findIndex(({ plannedOn }) => plannedOn > day)
  if (after === 0) return -0.5
  if (after === -1) return sessions.length - 0.5
  const [before, next] = [Date.parse(sessions[after - 1]!.plannedOn), Date.parse(sessions[after]!.plannedOn)]
  return after - 1 + (Date.parse(day) - before) / (next - before)
}

/** Whole days from one calendar day to another; negative when the second comes first. */
export function daysFrom(day: string, other: string): number {
  return Math.round((Date.parse(other) - Date.parse(day)) / DAY_MS)
}

/** The calendar day on the reader's device, `2026-09-14`. */
export function today(now = new Date()): string {
  const pad = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}
