import type { ParticipantSeat } from '../wire.ts'

/**
 * Training asked of each seat, in hours. Mentors: six short modules and a live practice; leaders: five modules and a
 * live briefing.
 *
 * Source: report section 5.1.
 */
export const trainingHours = { mentor: 4, leader: 1.5 } as const satisfies Record<ParticipantSeat, number>

export type HoursAsked = { readonly sessions: number; readonly training: number; readonly total: number }

/**
 * Hours that a programme asks of one person in each seat, from kick-off to close.
 *
 * @param sessionMinutes - Length of one session in minutes.
 * @returns Hours with at most two decimals; preparation between sessions is everybody's own and not counted.
 */
export function hoursAsked(
  sessionCount: number,
  sessionMinutes: number,
): Record<ParticipantSeat, HoursAsked> {
  const sessions = Math.round((sessionCount * sessionMinutes * 100) / 60) / 100
  const asked = (training: number) => ({ sessions, training, total: sessions + training })
  return { mentor: asked(trainingHours.mentor), leader: asked(trainingHours.leader) }
}
