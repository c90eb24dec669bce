import type { PairOfIds, Participant, RuleFinding } from './types.ts'

/** The input cannot mean what it says: a doubled id, an hour that no week has, an unknown time zone. */
export class InvalidMatchInputError extends Error {
  override name = 'InvalidMatchInputError'
  /** Where: `people.timeZone`, `weights.goals`, `period.to`. */
  readonly path: string
  readonly personId: string | null

  constructor(path: string, personId: string | null, because: string) {
    super(personId === null ? `${path} ${because}.` : `${path} of ${personId} ${because}.`)
    this.path = path
    this.personId = personId
  }
}

/** Candidates are not such as `candidates` makes: out of order, out of range, or not as long as each other. */
export class InvalidCandidatesError extends Error {
  override name = 'InvalidCandidatesError'
  /** Which part: `start`, `leader`, `mentors`. */
  readonly path: string
  /** At which entry; null when it is about the whole. */
  readonly place: number | null

  constructor(path: string, place: number | null, because: string) {
    super(place === null ? `${path} ${because}.` : `${path}[${place}] ${because}.`)
    this.path = path
    this.place = place
  }
}

/** Nobody of this id sits in this seat. */
export class UnknownParticipantError extends Error {
  override name = 'UnknownParticipantError'
  readonly participant: Participant

  constructor(participant: Participant) {
    super(`No ${participant.seat} has the id ${participant.id}.`)
    this.participant = participant
  }
}

/** Mentor and leader are one person. */
export class SamePersonError extends Error {
  override name = 'SamePersonError'
  readonly personId: string

  constructor(personId: string) {
    super(`${personId} cannot be paired with themselves.`)
    this.personId = personId
  }
}

/** A pin names a pair that a rule forbids. */
export class PinNotAllowedError extends Error {
  override name = 'PinNotAllowedError'
  readonly pair: PairOfIds
  readonly broken: readonly RuleFinding[]

  constructor(pair: PairOfIds, broken: readonly RuleFinding[]) {
    const rules = broken.map(({ rule }) => rule).join(', ')
    super(`${pair.mentorId} and ${pair.leaderId} cannot be pinned: ${rules}.`)
    this.pair = pair
    this.broken = broken
  }
}

/** One person is pinned more often than they have seats. */
export class PinsOverCapacityError extends Error {
  override name = 'PinsOverCapacityError'
  readonly participant: Participant
  readonly pins: number
  readonly capacity: number

  constructor(participant: Participant, pins: number, capacity: number) {
    super(`${participant.id} is pinned ${pins} times and has ${capacity} seats.`)
    this.participant = participant
    this.pins = pins
    this.capacity = capacity
  }
}

/** The same pair is pinned and banned. */
export class PinnedAndBannedError extends Error {
  override name = 'PinnedAndBannedError'
  readonly pair: PairOfIds

  constructor(pair: PairOfIds) {
    super(`${pair.mentorId} and ${pair.leaderId} are both pinned and banned.`)
    this.pair = pair
  }
}
