import { bitRows, countCommon, numbered } from '../bit-rows.ts'
import type { Field } from '../field.ts'
import type { MatchPerson, Score } from '../types.ts'
import { inCommon, type ScorePart, share } from './part.ts'

/**
 * Interests and way of working: how alike the two lists of interests are, and the two of work styles, in equal halves.
 * A list that either has left empty is left out; without any list in common there are no points.
 *
 * Alike is the Dice coefficient, twice the common values over all values, so that a long list does not win by length.
 *
 * Source: Dice, "Measures of the amount of ecologic association between species", Ecology 26(3), 1945,
 * doi:10.2307/1932409.
 */
export function workStyle({ mentors, leaders }: Field, possible: Score): ScorePart {
  const interests = likeness(mentors, leaders, (person) => person.interests)
  const styles = likeness(mentors, leaders, (person) => person.workStyle)

  function points(mentor: number, leader: number): Score {
    const a = interests(mentor, leader)
    const b = styles(mentor, leader)
    if (a.outOf === 0 && b.outOf === 0) return 0
    if (a.outOf === 0) return share(possible, b.won, b.outOf)
    if (b.outOf === 0) return share(possible, a.won, a.outOf)
    return share(possible, a.won * b.outOf + b.won * a.outOf, 2 * a.outOf * b.outOf)
  }

  return {
    name: 'workStyle',
    points,
    explain: (mentor, leader) => ({
      part: 'workStyle',
      points: points(mentor, leader),
      possible,
      interests: inCommon(mentors[mentor]!.interests, leaders[leader]!.interests),
      workStyle: inCommon(mentors[mentor]!.workStyle, leaders[leader]!.workStyle),
    }),
  }
}

/** Twice what is common, out of everything named; out of 0 when one side named nothing. */
function likeness(
  mentors: readonly MatchPerson[],
  leaders: readonly MatchPerson[],
  listOf: (person: MatchPerson) => readonly string[],
) {
  const mentorLists = mentors.map(listOf)
  const leaderLists = leaders.map(listOf)
  const numbers = numbered(mentorLists, leaderLists)
  const ofMentors = bitRows(mentorLists, numbers)
  const ofLeaders = bitRows(leaderLists, numbers)

  return (mentor: number, leader: number): { won: number; outOf: number } => {
    const mentorSize = ofMentors.sizes[mentor]!
    const leaderSize = ofLeaders.sizes[leader]!
    if (mentorSize === 0 || leaderSize === 0) return { won: 0, outOf: 0 }
    return { won: 2 * countCommon(ofMentors, mentor, ofLeaders, leader), outOf: mentorSize + leaderSize }
  }
}
