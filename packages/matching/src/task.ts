import { isCount } from './check-input.ts'
import { edgeOf, rowOfEdges } from './edges.ts'
import {
  InvalidMatchInputError,
  PinNotAllowedError,
  PinnedAndBannedError,
  PinsOverCapacityError,
} from './errors.ts'
import { explain } from './explain.ts'
import { indexOf } from './field.ts'
import type { Market } from './solve/face.ts'
import type { Candidates, MatchPerson, MatchSettings, PairOfIds, Participant } from './types.ts'

/** Candidates and settings, turned into what is left to decide. */
export type Task = {
  readonly settings: Required<MatchSettings>
  /** Seats before anything is pinned. */
  readonly mentorSeats: Int32Array
  readonly leaderSeats: Int32Array
  /** Edges of the candidates that are pinned. */
  readonly pinned: ReadonlySet<number>
  readonly banned: ReadonlySet<number>
  /** Without pinned and banned pairs, and without those who have no seat left. */
  readonly market: Market
  /** For each edge of the market its number among the candidates. */
  readonly edge: Int32Array
}

/**
 * Applies pins, bans and capacities.
 *
 * @throws {@link UnknownParticipantError}, {@link SamePersonError} for people who are not there;
 *   {@link PinNotAllowedError} for a pin that breaks a rule; {@link PinsOverCapacityError}; {@link PinnedAndBannedError}.
 */
export function taskOf(candidates: Candidates, settings: MatchSettings): Task {
  const pins = distinct(settings.pins ?? [])
  const bans = distinct(settings.bans ?? [])
  const capacities = settings.capacities ?? []

  const mentorSeats = seatsOf('mentor', candidates.mentors, capacities)
  const leaderSeats = seatsOf('leader', candidates.leaders, capacities)
  // A ban of a pair that no rule allows asks for what is already so.
  const banned = new Set(bans.map((pair) => edgeOf(candidates, pair)).filter((edge) => edge >= 0))
  const pinned = new Set(pins.map((pair) => pinnedEdge(candidates, banned, pair)))

  const row = rowOfEdges(candidates.start)
  const mentorPins = countBy(pinned, (edge) => row[edge]!, mentorSeats.length)
  const leaderPins = countBy(pinned, (edge) => candidates.leader[edge]!, leaderSeats.length)
  const freeMentorSeats = seatsLeft('mentor', candidates.mentors, mentorSeats, mentorPins)
  const freeLeaderSeats = seatsLeft('leader', candidates.leaders, leaderSeats, leaderPins)

  const edge = Int32Array.from(candidates.leader, (_, e) => e).filter(
    (e) =>
      !pinned.has(e) &&
      !banned.has(e) &&
      freeMentorSeats[row[e]!]! > 0 &&
      freeLeaderSeats[candidates.leader[e]!]! > 0,
  )
  return {
    settings: { objective: settings.objective ?? 'most-people', pins, bans, capacities: sorted(capacities) },
    mentorSeats,
    leaderSeats,
    pinned,
    banned,
    market: {
      start: startsOf(edge, row, candidates.mentors.length),
      column: edge.map((e) => candidates.leader[e]!),
      rowSeats: freeMentorSeats,
      columnSeats: freeLeaderSeats,
    },
    edge,
  }
}

function pinnedEdge(candidates: Candidates, banned: ReadonlySet<number>, pair: PairOfIds): number {
  const edge = edgeOf(candidates, pair)
  if (edge < 0) {
    const broken = explain(candidates, pair).rules.filter(({ state }) => state === 'broken')
    throw new PinNotAllowedError(pair, broken)
  }
  if (banned.has(edge)) throw new PinnedAndBannedError(pair)
  return edge
}

function seatsOf(
  side: Participant['seat'],
  row: readonly MatchPerson[],
  capacities: NonNullable<MatchSettings['capacities']>,
): Int32Array {
  const seats = Int32Array.from(row, ({ capacity }) => capacity)
  for (const { seat, id, capacity } of capacities) {
    if (seat !== side) continue
    if (!isCount(capacity)) throw new InvalidMatchInputError('capacities', id, 'is not a whole number')
    seats[indexOf(row, { seat, id })] = capacity
  }
  return seats
}

function seatsLeft(
  seat: Participant['seat'],
  row: readonly MatchPerson[],
  seats: Int32Array,
  pins: Int32Array,
): Int32Array {
  return seats.map((capacity, person) => {
    const used = pins[person]!
    if (used > capacity) throw new PinsOverCapacityError({ seat, id: row[person]!.id }, used, capacity)
    return capacity - used
  })
}

function countBy(edges: ReadonlySet<number>, personOf: (edge: number) => number, people: number): Int32Array {
  const counts = new Int32Array(people)
  for (const edge of edges) counts[personOf(edge)]!++
  return counts
}

function startsOf(edge: Int32Array, row: Int32Array, rows: number): Int32Array {
  const start = new Int32Array(rows + 1)
  for (const e of edge) start[row[e]! + 1]!++
  for (let r = 0; r < rows; r++) start[r + 1]! += start[r]!
  return start
}

/** Each pair once, by mentor and then leader. */
function distinct(pairs: readonly PairOfIds[]): PairOfIds[] {
  const byKey = new Map(
    pairs.map(({ mentorId, leaderId }) => [JSON.stringify([mentorId, leaderId]), { mentorId, leaderId }]),
  )
  return [...byKey.values()].sort(
    (a, b) => compare(a.mentorId, b.mentorId) || compare(a.leaderId, b.leaderId),
  )
}

function sorted(capacities: NonNullable<MatchSettings['capacities']>): Required<MatchSettings>['capacities'] {
  return [...capacities].sort((a, b) => -compare(a.seat, b.seat) || compare(a.id, b.id))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
