import type { Problem } from '@viceversa/matching/solve/problem.ts'
import { inputOf, leader, mentor } from '@viceversa/matching/testing/world.ts'
import type { Candidates } from '@viceversa/matching/types.ts'
import type { Instance } from './instance.ts'

/** For the public face: people who have a name and seats, and nothing else that a solver would look at. */
export function asCandidates({
  start,
  leader: partner,
  weight,
  mentorSeats,
  leaderSeats,
}: Instance): Candidates {
  const id = (letter: string, i: number) => `${letter}${String(i).padStart(6, '0')}`
  const mentors = Array.from(mentorSeats, (capacity, i) => mentor(id('m', i), { capacity }))
  const leaders = Array.from(leaderSeats, (capacity, i) => leader(id('l', i), { capacity }))
  const possible = mentors.length * leaders.length
  return {
    input: inputOf([...mentors, ...leaders]),
    mentors,
    leaders,
    count: { possible, ruledOut: possible - partner.length, allowed: partner.length },
    rules: [],
    start,
    leader: partner,
    score: weight,
    mentorScore: weight,
    leaderScore: weight,
  }
}

/** For the solver itself: the best total and nothing else, so without a bonus for anybody's first seat. */
export function asProblem({ start, leader: column, weight, mentorSeats, leaderSeats }: Instance): Problem {
  return {
    start,
    column,
    weight,
    rowSeats: mentorSeats,
    columnSeats: leaderSeats,
    rowBonusSeats: new Int32Array(mentorSeats.length),
    columnBonusSeats: new Int32Array(leaderSeats.length),
    bonus: 0,
  }
}
