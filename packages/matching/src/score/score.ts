import type { Field } from '../field.ts'
import type { SharedWeek } from '../time/shared-week.ts'
import { FULL_SCORE, type Part, type PartName, partNames, type Score, type Weights } from '../types.ts'
import { department } from './department.ts'
import { goals } from './goals.ts'
import { time } from './time.ts'
import { workStyle } from './work-style.ts'

/** How well two people fit, prepared for a field. */
export type Fit = {
  /** Score of the pair, and how each side sees it: with only its own wishes as goals. */
  of(mentor: number, leader: number): { score: Score; mentorScore: Score; leaderScore: Score }
  parts(mentor: number, leader: number): readonly Part[]
}

export function fitOf(field: Field, sharedWeek: SharedWeek): Fit {
  const possible = possiblePoints(field.input.weights)
  const goalsPart = goals(field, possible.goals)
  const otherParts = [
    workStyle(field, possible.workStyle),
    department(field, possible.department),
    time(sharedWeek, possible.time),
  ]

  return {
    of: (mentor, leader) => {
      let others = 0
      for (const part of otherParts) others += part.points(mentor, leader)
      return {
        score: others + goalsPart.points(mentor, leader),
        mentorScore: others + goalsPart.mentorPoints(mentor, leader),
        leaderScore: others + goalsPart.leaderPoints(mentor, leader),
      }
    },
    parts: (mentor, leader) => [goalsPart, ...otherParts].map((part) => part.explain(mentor, leader)),
  }
}

/**
 * Shares the full score out in proportion to the weights, in whole points that add up to it exactly: rounded down, and
 * the points left over go to the largest remainders, equal ones in the order of the parts. All weights 0 gives 0 to all.
 */
export function possiblePoints(weights: Weights): Record<PartName, Score> {
  const sum = partNames.reduce((total, name) => total + weights[name], 0)
  const possible = { goals: 0, workStyle: 0, department: 0, time: 0 }
  if (sum === 0) return possible

  for (const name of partNames) possible[name] = Math.floor((FULL_SCORE * weights[name]) / sum)
  const remainder = (name: PartName) => (FULL_SCORE * weights[name]) % sum
  const leftOver = FULL_SCORE - partNames.reduce((total, name) => total + possible[name], 0)
  const byRemainder = [...partNames].sort((a, b) => remainder(b) - remainder(a))
  for (const name of byRemainder.slice(0, leftOver)) possible[name]++
  return possible
}
