import { bitRows, countCommon, numbered } from '../bit-rows.ts'
import type { Field } from '../field.ts'
import type { Score } from '../types.ts'
import { inCommon, type ScorePart, share } from './part.ts'

/** The leader's learning is the purpose of the programme; what the mentor gets back counts half as much. */
export const LEADER_COUNTS = 2
export const MENTOR_COUNTS = 1

export type Goals = ScorePart & {
  /** Points by what the mentor alone wants. */
  mentorPoints(mentor: number, leader: number): Score
  /** Points by what the leader alone wants. */
  leaderPoints(mentor: number, leader: number): Score
}

/**
 * Goals meet offered themes, on both sides (rules R9, R10): the share of what the leader wants that the mentor offers,
 * counted twice, and the share of what the mentor wants back that the leader offers, counted once. Somebody who wants
 * nothing leaves it to the other side; if neither wants anything there are no points, because there is no evidence.
 *
 * One-sided on purpose: themes that nobody asked for neither help nor hurt.
 *
 * Source: Tversky's ratio model with α = 1 and β = 0, "Features of similarity", Psychological Review 84(4), 1977,
 * doi:10.1037/0033-295X.84.4.327.
 */
export function goals({ mentors, leaders }: Field, possible: Score): Goals {
  const mentorOffers = mentors.map(({ offers }) => offers)
  const mentorWants = mentors.map(({ wants }) => wants)
  const leaderOffers = leaders.map(({ offers }) => offers)
  const leaderWants = leaders.map(({ wants }) => wants)

  const taught = numbered(mentorOffers, leaderWants)
  const offeredByMentors = bitRows(mentorOffers, taught)
  const wantedByLeaders = bitRows(leaderWants, taught)
  const givenBack = numbered(leaderOffers, mentorWants)
  const offeredByLeaders = bitRows(leaderOffers, givenBack)
  const wantedByMentors = bitRows(mentorWants, givenBack)

  function points(mentor: number, leader: number, leaderCounts: number, mentorCounts: number): Score {
    const forLeader = wantedByLeaders.sizes[leader]!
    const forMentor = wantedByMentors.sizes[mentor]!
    const leaderWeight = forLeader > 0 ? leaderCounts : 0
    const mentorWeight = forMentor > 0 ? mentorCounts : 0
    if (leaderWeight + mentorWeight === 0) return 0

    const leaderGets = countCommon(offeredByMentors, mentor, wantedByLeaders, leader)
    const mentorGets = countCommon(wantedByMentors, mentor, offeredByLeaders, leader)
    // Weighted mean of two shares, over their common denominator so that it stays whole.
    const leaderOutOf = Math.max(1, forLeader)
    const mentorOutOf = Math.max(1, forMentor)
    const won = leaderWeight * leaderGets * mentorOutOf + mentorWeight * mentorGets * leaderOutOf
    return share(possible, won, (leaderWeight + mentorWeight) * leaderOutOf * mentorOutOf)
  }

  return {
    name: 'goals',
    points: (mentor, leader) => points(mentor, leader, LEADER_COUNTS, MENTOR_COUNTS),
    mentorPoints: (mentor, leader) => points(mentor, leader, 0, 1),
    leaderPoints: (mentor, leader) => points(mentor, leader, 1, 0),
    explain: (mentor, leader) => ({
      part: 'goals',
      points: points(mentor, leader, LEADER_COUNTS, MENTOR_COUNTS),
      possible,
      leaderGets: inCommon(leaderWants[leader]!, mentorOffers[mentor]!),
      leaderWanted: wantedByLeaders.sizes[leader]!,
      mentorGets: inCommon(mentorWants[mentor]!, leaderOffers[leader]!),
      mentorWanted: wantedByMentors.sizes[mentor]!,
    }),
  }
}
