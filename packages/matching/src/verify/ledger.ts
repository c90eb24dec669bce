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
  readonly candidates: Candidates
  readonly mentors: Side
  readonly leaders: Side
  /** The mentor of each edge. */
  readonly mentorOf: Int32Array
  /** 1 for each edge of the answer. */
  readonly taken: Uint8Array
  /** 1 for each edge that the answer was free to take or leave. */
  readonly free: Uint8Array
}

export type Side = {
  readonly people: readonly MatchPerson[]
  readonly seats: Float64Array
  readonly pinned: Int32Array
  readonly held: Int32Array
}

export function ledgerOf(candidates: Candidates, { settings, pairs }: Solution): Ledger {
  const faults: Fault[] = []
  const { start, leader, score } = candidates
  const mentorNumber = new Map(candidates.mentors.map(({ id }, number) => [id, number]))
  const leaderNumber = new Map(candidates.leaders.map(({ id }, number) => [id, number]))
  const unknown = new Set<string>()

  const mentors = emptySide('mentor', candidates.mentors, mentorNumber)
  const leaders = emptySide('leader', candidates.leaders, leaderNumber)
  const taken = new Uint8Array(leader.length)
  const pins = new Set(settings.pins.map(find))
  const bans = new Set(settings.bans.map(find))
  pins.delete(undefined)
  bans.delete(undefined)

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
    if (edge === undefined || taken[edge] === 0) faults.push({ fault: 'pin-missing', ...ids(pin) })
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

  return { faults, candidates, mentors, leaders, taken, ...freeEdges() }

  function numbers({ mentorId, leaderId }: PairOfIds): { mentor: number; leader: number } | undefined {
    const mentor = known('mentor', mentorId, mentorNumber.get(mentorId))
    const leader = known('leader', leaderId, leaderNumber.get(leaderId))
    return mentor === undefined || leader === undefined ? undefined : { mentor, leader }
  }

  /** The edge of a pair, among those of its mentor, which ascend by leader. */
  function find(pair: PairOfIds): number | undefined {
    const at = numbers(pair)
    if (!at) return undefined
    let from = start[at.mentor]!
    let to = start[at.mentor + 1]!
    while (from < to) {
      const middle = from + ((to - from) >> 1)
      if (leader[middle]! < at.leader) from = middle + 1
      else to = middle
    }
    return from < start[at.mentor + 1]! && leader[from] === at.leader ? from : undefined
  }

  function known(seat: Seat, id: string, number: number | undefined): number | undefined {
    if (number === undefined && !unknown.has(`${seat} ${id}`)) {
      unknown.add(`${seat} ${id}`)
      faults.push({ fault: 'unknown-person', seat, id })
    }
    return number
  }

  function enter(pair: MatchedPair, edge: number): void {
    if (taken[edge] === 1) faults.push({ fault: 'twice', ...ids(pair) })
    if (bans.has(edge)) faults.push({ fault: 'banned', ...ids(pair) })
    if (score[edge] !== pair.score) faults.push({ fault: 'wrong-score', ...ids(pair) })
    if (pins.has(edge) !== pair.pinned) faults.push({ fault: 'wrong-pin-mark', ...ids(pair) })
    taken[edge] = 1
  }

  function emptySide(seat: Seat, people: readonly MatchPerson[], number: ReadonlyMap<string, number>): Side {
    const seats = Float64Array.from(people, ({ capacity }) => capacity)
    for (const changed of settings.capacities as readonly (Participant & { capacity: number })[]) {
      if (changed.seat !== seat) continue
      const person = known(seat, changed.id, number.get(changed.id))
      if (person !== undefined) seats[person] = changed.capacity
    }
    return { people, seats, pinned: new Int32Array(people.length), held: new Int32Array(people.length) }
  }

  function freeEdges(): Pick<Ledger, 'free' | 'mentorOf'> {
    const free = new Uint8Array(leader.length)
    const mentorOf = new Int32Array(leader.length)
    for (let mentor = 0; mentor < mentors.people.length; mentor++) {
      const hasSeat = mentors.pinned[mentor]! < mentors.seats[mentor]!
      for (let edge = start[mentor]!; edge < start[mentor + 1]!; edge++) {
        const l = leader[edge]!
        mentorOf[edge] = mentor
        free[edge] = hasSeat && leaders.pinned[l]! < leaders.seats[l]! ? 1 : 0
      }
    }
    for (const edges of [pins, bans]) for (const edge of edges) free[edge!] = 0
    return { free, mentorOf }
  }
}

function ids({ mentorId, leaderId }: PairOfIds): PairOfIds {
  return { mentorId, leaderId }
}
