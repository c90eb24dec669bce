import { isCount } from './check-input.ts'
import { InvalidCandidatesError } from './errors.ts'
import { type Candidates, FULL_SCORE, type MatchPerson, type Seat } from './types.ts'

const MOST_INT32 = 2 ** 31 - 1

/**
 * Refuses candidates that `candidates` cannot have made, such as those read from a file: everything after it relies on
 * people and pairs being sorted, there once, and within range.
 *
 * O(pairs + people).
 *
 * @throws {@link InvalidCandidatesError} naming the first thing that is wrong.
 */
export function checkCandidates(candidates: Candidates): void {
  const { mentors, leaders, start, leader, score, mentorScore, leaderScore } = candidates
  checkPeople('mentor', mentors)
  checkPeople('leader', leaders)

  if (start.length !== mentors.length + 1)
    throw new InvalidCandidatesError(
      'start',
      null,
      'does not have an entry for each mentor and one for the end',
    )
  if (start[0] !== 0) throw new InvalidCandidatesError('start', 0, 'does not begin with 0')
  if (start[mentors.length] !== leader.length)
    throw new InvalidCandidatesError('start', mentors.length, 'does not end where the pairs end')
  for (let mentor = 0; mentor < mentors.length; mentor++)
    if (!(start[mentor]! <= start[mentor + 1]!))
      throw new InvalidCandidatesError('start', mentor + 1, 'goes back')

  checkScores('score', score, leader.length, 0, FULL_SCORE)
  // Of these only the order counts.
  checkScores('mentorScore', mentorScore, leader.length, -MOST_INT32, MOST_INT32)
  checkScores('leaderScore', leaderScore, leader.length, -MOST_INT32, MOST_INT32)

  for (let mentor = 0; mentor < mentors.length; mentor++)
    for (let pair = start[mentor]!; pair < start[mentor + 1]!; pair++) {
      const other = leader[pair]!
      if (!(Number.isInteger(other) && other >= 0 && other < leaders.length))
        throw new InvalidCandidatesError('leader', pair, 'is nobody')
      if (pair > start[mentor]! && other <= leader[pair - 1]!)
        throw new InvalidCandidatesError('leader', pair, 'does not come after the one before')
      if (leaders[other]!.id === mentors[mentor]!.id)
        throw new InvalidCandidatesError('leader', pair, 'is the mentor')
    }
}

function checkScores(name: string, values: Int32Array, pairs: number, least: number, most: number): void {
  if (values.length !== pairs)
    throw new InvalidCandidatesError(name, null, 'does not have an entry for each pair')
  for (let pair = 0; pair < pairs; pair++)
    if (!(Number.isInteger(values[pair]) && values[pair]! >= least && values[pair]! <= most))
      throw new InvalidCandidatesError(name, pair, `is not a whole number from ${least} to ${most}`)
}

function checkPeople(seat: Seat, people: readonly MatchPerson[]): void {
  people.forEach((person, place) => {
    if (person.seat !== seat) throw new InvalidCandidatesError(`${seat}s`, place, `is not a ${seat}`)
    if (!isCount(person.capacity))
      throw new InvalidCandidatesError(`${seat}s`, place, 'has a capacity that is not a whole number')
    if (place > 0 && !(people[place - 1]!.id < person.id))
      throw new InvalidCandidatesError(`${seat}s`, place, 'does not come after the one before, by id')
  })
}
