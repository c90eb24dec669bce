import { SamePersonError, UnknownParticipantError } from './errors.ts'
import { seatsOf } from './seats.ts'
import type { MatchInput, MatchPerson, Participant, Seat } from './types.ts'

/**
 * The people between whom pairs are looked at, in two sorted rows. Rules and parts of the score prepare themselves for
 * a field and then answer by index; a field of one mentor and one leader explains that pair.
 */
export type Field = {
  readonly input: MatchInput
  readonly mentors: readonly MatchPerson[]
  readonly leaders: readonly MatchPerson[]
}

export function fieldOf(input: MatchInput): Field {
  return { input, mentors: seated(input, 'mentor'), leaders: seated(input, 'leader') }
}

/**
 * The field of one pair.
 *
 * @throws {@link SamePersonError} when both are one person.
 */
export function pairField(input: MatchInput, mentor: MatchPerson, leader: MatchPerson): Field {
  if (mentor.id === leader.id) throw new SamePersonError(mentor.id)
  return { input, mentors: [mentor], leaders: [leader] }
}

/**
 * Where somebody stands in a row sorted by id.
 *
 * @throws {@link UnknownParticipantError} when they do not stand there.
 */
export function indexOf(row: readonly MatchPerson[], participant: Participant): number {
  let low = 0
  let high = row.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const id = row[middle]!.id
    if (id === participant.id) return middle
    if (id < participant.id) low = middle + 1
    else high = middle - 1
  }
  throw new UnknownParticipantError(participant)
}

function seated(input: MatchInput, seat: Seat): MatchPerson[] {
  return input.people
    .filter((person) => person.seat === seat)
    .map((person) => withSeats(person, input))
    .sort(byId)
}

/** Somebody whose hours suffice for fewer pairs than they want has only so many seats. */
function withSeats(person: MatchPerson, input: MatchInput): MatchPerson {
  const { seats } = seatsOf(person, input)
  return seats === person.capacity ? person : { ...person, capacity: seats }
}

/** By code units, so that no locale of a machine changes an answer. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
