import type { FreeEdge, Ledger } from './ledger.ts'

/** Free edges left out although both people would rather have them than what they got, by the definition. */
export function blockingOf({ free, mentors, leaders }: Ledger): FreeEdge[] {
  const mentorHas = mentors.people.map((): number[] => [])
  const leaderHas = leaders.people.map((): number[] => [])
  for (const edge of free) {
    if (!edge.taken) continue
    mentorHas[edge.mentor]!.push(edge.mentorScore)
    leaderHas[edge.leader]!.push(edge.leaderScore)
  }
  return free.filter(({ taken, mentor, leader, mentorScore, leaderScore }) => {
    if (taken) return false
    const mentorSeats = mentors.seats[mentor]! - mentors.pinned[mentor]!
    const leaderSeats = leaders.seats[leader]! - leaders.pinned[leader]!
    const mentorWould =
      mentorHas[mentor]!.length < mentorSeats || mentorHas[mentor]!.some((s) => s < mentorScore)
    const leaderWould =
      leaderHas[leader]!.length < leaderSeats || leaderHas[leader]!.some((s) => s < leaderScore)
    return mentorWould && leaderWould
  })
}
