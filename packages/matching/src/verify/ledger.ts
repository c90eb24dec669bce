import type {
  Candidates,
  Fault,
  MatchedPair,
  MatchPerson,
  PairOfIds,
  Participant,
  Seat,
  Solution,
} from '../types.ts'

/**
 * Who holds how many seats and which edges are in an answer, worked out from nothing but candidates, settings and the
 * pairs stated. Faults found on the way are kept.
 */
export type Ledger = {
  readonly faults: Fault[]
  readonly mentors: Side
  readonly leaders: Side
  /** Edges of the answer, and whether each is pinned by the settings. */
  readonly chosen: ReadonlyMap<number, { readonly pinned: boolean }>
  /** Edges that the answer was free to take or leave, and those it took. */
  readonly free: readonly FreeEdge[]
}

export type Side = {
  readonly people: readonly MatchPerson[]
  readonly seats: readonly number[]
  readonly pinned: readonly number[]
  readonly held: readonly number[]
}

export type FreeEdge = {
  readonly mentor: number
  readonly leader: number
  readonly score: number
  readonly mentorScore: number
  readonly leaderScore: number
  readonly taken: boolean
}

export function ledgerOf(candidates: Candidates, { settings, pairs }: Solution): Ledger {
  const faults: Fault[] = []
  const mentorNumber = new Map(candidates.mentors.map(({ id }, number) => [id, number]))
  const leaderNumber = new Map(candidates.leaders.map(({ id }, number) => [id, number]))
  const edges = edgesByPair(candidates)
  const numbers = (pair: PairOfIds) => {
    const mentor = known('mentor', pair.mentorId, mentorNumber.get(pair.mentorId))
    const leader = known('leader', pair.leaderId, leaderNumber.get(pair.leaderId))
    return mentor === undefined || leader === undefined ? undefined : { mentor, leader }
  }
  const find = (pair: PairOfIds) => {
    const at = numbers(pair)
    return at && edges.get(at.mentor * candidates.leaders.length + at.leader)
  }

  const pins = new Set(settings.pins.map(find))
  const bans = new Set(settings.bans.map(find))
  bans.delete(undefined)
  const mentors = emptySide('mentor', candidates.mentors, mentorNumber)
  const leaders = emptySide('leader', candidates.leaders, leaderNumber)
  const chosen = new Map<number, { pinned: boolean }>()

  for (const pair of pairs) {
    const at = numbers(pair)
    if (!at) continue
    mentors.held[at.mentor]!++
    leaders.held[at.leader]!++
    const edge = find(pair)
    if (edge === undefined) faults.push({ fault: 'not-allowed', ...ids(pair) })
    else enter(pair, edge)
  }
  for (const pin of settings.pins) {
    const edge = find(pin)
    if (edge === undefined || !chosen.has(edge)) faults.push({ fault: 'pin-missing', ...ids(pin) })
    const at = numbers(pin)
    if (at) {
      mentors.pinned[at.mentor]!++
      leaders.pinned[at.leader]!++
    }
  }
  for (const side of [mentors, leaders])
    side.people.forEach(({ seat, id }, number) => {
      const [held, capacity] = [side.held[number]!, side.seats[number]!]
      if (held > capacity) faults.push({ fault: 'over-capacity', seat, id, pairs: held, capacity })
    })

  return { faults, mentors, leaders, chosen, free: freeEdges() }

  function known(seat: Seat, id: string, number: number | undefined): number | undefined {
    if (
      number === undefined &&
      !faults.some((f) => f.fault === 'unknown-person' && f.seat === seat && f.id === id)
    )
      faults.push({ fault: 'unknown-person', seat, id })
    return number
  }

  function enter(pair: MatchedPair, edge: number): void {
    if (chosen.has(edge)) faults.push({ fault: 'twice', ...ids(pair) })
    if (bans.has(edge)) faults.push({ fault: 'banned', ...ids(pair) })
    if (candidates.score[edge] !== pair.score) faults.push({ fault: 'wrong-score', ...ids(pair) })
    if (pins.has(edge) !== pair.pinned) faults.push({ fault: 'wrong-pin-mark', ...ids(pair) })
    chosen.set(edge, { pinned: pins.has(edge) })
  }

  function emptySide(seat: Seat, people: readonly MatchPerson[], number: ReadonlyMap<string, number>) {
    const seats = people.map(({ capacity }) => capacity)
    for (const changed of settings.capacities as readonly (Participant & { capacity: number })[]) {
      if (changed.seat !== seat) continue
      const person = known(seat, changed.id, number.get(changed.id))
      if (person !== undefined) seats[person] = changed.capacity
    }
    return { people, seats, pinned: people.map(() => 0), held: people.map(() => 0) }
  }

  function freeEdges(): FreeEdge[] {
    const free: FreeEdge[] = []
    candidates.mentors.forEach((_, mentor) => {
      for (let edge = candidates.start[mentor]!; edge < candidates.start[mentor + 1]!; edge++) {
        const leader = candidates.leader[edge]!
        const hasSeats =
          mentors.pinned[mentor]! < mentors.seats[mentor]! && leaders.pinned[leader]! < leaders.seats[leader]!
        if (!hasSeats || pins.has(edge) || bans.has(edge)) continue
        free.push({
          mentor,
          leader,
          score: candidates.score[edge]!,
          mentorScore: candidates.mentorScore[edge]!,
          leaderScore: candidates.leaderScore[edge]!,
          taken: chosen.has(edge),
        })
      }
    })
    return free
  }
}

function edgesByPair({ mentors, leaders, start, leader }: Candidates): Map<number, number> {
  const edges = new Map<number, number>()
  mentors.forEach((_, mentor) => {
    for (let edge = start[mentor]!; edge < start[mentor + 1]!; edge++)
      edges.set(mentor * leaders.length + leader[edge]!, edge)
  })
  return edges
}

function ids({ mentorId, leaderId }: PairOfIds): PairOfIds {
  return { mentorId, leaderId }
}
