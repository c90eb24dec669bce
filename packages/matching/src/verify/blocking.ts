import type { Ledger, Side } from './ledger.ts'

/**
 * Free edges left out although both people would rather have them than what they got, by the definition: each has a seat
 * that nobody holds, or holds one whom they like less.
 */
export function blockingOf({ candidates, mentorOf, taken, free, mentors, leaders }: Ledger): number[] {
  const { leader, mentorScore, leaderScore } = candidates
  const mentorHas = new Int32Array(mentors.people.length)
  const leaderHas = new Int32Array(leaders.people.length)
  const mentorLeast = new Float64Array(mentors.people.length).fill(Number.POSITIVE_INFINITY)
  const leaderLeast = new Float64Array(leaders.people.length).fill(Number.POSITIVE_INFINITY)
  for (let edge = 0; edge < leader.length; edge++) {
    if (free[edge] === 0 || taken[edge] === 0) continue
    const m = mentorOf[edge]!
    const l = leader[edge]!
    mentorHas[m]!++
    leaderHas[l]!++
    mentorLeast[m] = Math.min(mentorLeast[m]!, mentorScore[edge]!)
    leaderLeast[l] = Math.min(leaderLeast[l]!, leaderScore[edge]!)
  }

  const would = (side: Side, has: Int32Array, least: Float64Array, person: number, score: number) =>
    has[person]! < side.seats[person]! - side.pinned[person]! || least[person]! < score
  const blocking: number[] = []
  for (let edge = 0; edge < leader.length; edge++) {
    if (free[edge] === 0 || taken[edge] === 1) continue
    if (
      would(mentors, mentorHas, mentorLeast, mentorOf[edge]!, mentorScore[edge]!) &&
      would(leaders, leaderHas, leaderLeast, leader[edge]!, leaderScore[edge]!)
    )
      blocking.push(edge)
  }
  return blocking
}
