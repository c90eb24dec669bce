import {
  type Candidates,
  defaultRules,
  defaultWeights,
  FULL_SCORE,
  type MatchInput,
  type MatchPerson,
  type Organisation,
  type Rules,
} from '../types.ts'

/** Monday to Friday, nine to five. */
export const officeHours = [0, 1, 2, 3, 4].flatMap((day) =>
  [9, 10, 11, 12, 13, 14, 15, 16].map((h) => day * 24 + h),
)

export function mentor(id: string, facts: Partial<MatchPerson> = {}): MatchPerson {
  return { ...anybody, seat: 'mentor', level: 6, ...facts, id }
}

export function leader(id: string, facts: Partial<MatchPerson> = {}): MatchPerson {
  return { ...anybody, seat: 'leader', level: 2, ...facts, id }
}

const anybody: Omit<MatchPerson, 'id' | 'seat'> = {
  level: null,
  department: null,
  site: null,
  languages: ['en'],
  offers: [],
  wants: [],
  interests: [],
  workStyle: [],
  timeZone: 'Europe/London',
  availability: officeHours,
  capacity: 1,
}

export const noOrganisation: Organisation = { managersOf: new Map(), appraises: [], conflicts: [] }

export const noRules: Rules = {
  reportingLine: { on: false },
  levelGap: { on: false, minimum: 2 },
  appraisal: { on: false },
  conflict: { on: false },
  earlierPair: { on: false },
  sharedHours: { on: false, minimumHours: 2 },
  sharedLanguage: { on: false },
}

export function inputOf(people: readonly MatchPerson[], changes: Partial<MatchInput> = {}): MatchInput {
  return {
    people,
    organisation: noOrganisation,
    rules: defaultRules,
    weights: defaultWeights,
    period: { from: '2026-09-07', to: '2027-03-05' },
    ...changes,
  }
}

export type ScoredPair = {
  readonly mentor: string
  readonly leader: string
  readonly score: number
  readonly mentorScore?: number
  readonly leaderScore?: number
}

/** Candidates with given scores, for tests that are about answers and not about people. Everybody has one seat unless told. */
export function candidatesOf(
  pairs: readonly ScoredPair[],
  capacities: Readonly<Record<string, number>> = {},
): Candidates {
  const idsOf = (key: 'mentor' | 'leader') => [...new Set(pairs.map((pair) => pair[key]))].sort()
  const mentors = idsOf('mentor').map((id) => mentor(id, { capacity: capacities[id] ?? 1 }))
  const leaders = idsOf('leader').map((id) => leader(id, { capacity: capacities[id] ?? 1 }))
  const at = (row: readonly MatchPerson[], id: string) => row.findIndex((person) => person.id === id)
  const edges = pairs
    .map((pair) => ({ ...pair, row: at(mentors, pair.mentor), column: at(leaders, pair.leader) }))
    .sort((a, b) => a.row - b.row || a.column - b.column)
  const possible = mentors.length * leaders.length

  return {
    input: inputOf([...mentors, ...leaders]),
    mentors,
    leaders,
    count: { possible, ruledOut: possible - edges.length, allowed: edges.length },
    rules: [],
    start: Int32Array.from(
      { length: mentors.length + 1 },
      (_, row) => edges.filter((e) => e.row < row).length,
    ),
    leader: Int32Array.from(edges, ({ column }) => column),
    score: Int32Array.from(edges, ({ score }) => score),
    mentorScore: Int32Array.from(edges, ({ score, mentorScore }) => mentorScore ?? score),
    leaderScore: Int32Array.from(edges, ({ score, leaderScore }) => leaderScore ?? score),
  }
}

/** Candidates in which every mentor may meet every leader, from a square of costs to keep low. */
export function candidatesFromCosts(costs: readonly (readonly number[])[]): Candidates {
  const n = costs.length
  const name = (letter: string, i: number) => `${letter}${String(i).padStart(4, '0')}`
  const mentors = costs.map((_, i) => mentor(name('m', i)))
  const leaders = costs.map((_, i) => leader(name('l', i)))
  const score = Int32Array.from(costs.flat(), (cost) => FULL_SCORE - cost)
  return {
    input: inputOf([...mentors, ...leaders]),
    mentors,
    leaders,
    count: { possible: n * n, ruledOut: 0, allowed: n * n },
    rules: [],
    start: Int32Array.from({ length: n + 1 }, (_, i) => i * n),
    leader: Int32Array.from({ length: n * n }, (_, i) => i % n),
    score,
    mentorScore: score,
    leaderScore: score,
  }
}
