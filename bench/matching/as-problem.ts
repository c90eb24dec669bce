import type { Problem } from '@viceversa/matching/solve/problem.ts'
import type { Instance } from './instance.ts'

/** What the solver is asked: the best total and nothing else, so without a bonus for anybody's first seat. */
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
