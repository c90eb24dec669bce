import type { Field } from '../field.ts'
import type { Score } from '../types.ts'
import type { ScorePart } from './part.ts'

/** All points for two known, different departments (rule R9), none otherwise. */
export function department({ mentors, leaders }: Field, possible: Score): ScorePart {
  const points = (mentor: number, leader: number): Score => {
    const one = mentors[mentor]!.department
    const other = leaders[leader]!.department
    return one !== null && other !== null && one !== other ? possible : 0
  }

  return {
    name: 'department',
    points,
    explain: (mentor, leader) => ({
      part: 'department',
      points: points(mentor, leader),
      possible,
      mentor: mentors[mentor]!.department,
      leader: leaders[leader]!.department,
    }),
  }
}
