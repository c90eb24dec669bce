/**
 * Every type a caller of the engine meets. Plain values only (typed arrays, maps, arrays), so that all of it
 * passes through `structuredClone` and therefore to and from a worker.
 *
 * Age, generation, gender, origin and health are not here, so they cannot be used (rule R9).
 */

/** Which half of a pair somebody is. The mentor is the junior, the leader is the senior. */
export type Seat = 'mentor' | 'leader'

/** One person in one seat. The same person may sit in both seats of a programme, as two participants. */
export type Participant = { readonly seat: Seat; readonly id: string }

/** One mentor and one leader, by the ids of the people. */
export type PairOfIds = { readonly mentorId: string; readonly leaderId: string }

export type MatchPerson = {
  /** Unique within the seat. Also the key under which {@link Organisation} knows the person. */
  readonly id: string
  readonly seat: Seat
  /** Steps from the top of the organisation: 1 is the top. Null when nobody knows. */
  readonly level: number | null
  readonly department: string | null
  readonly site: string | null
  /** BCP 47 tags. Only the language counts: `en-GB` and `en-US` are one language. */
  readonly languages: readonly string[]
  /** Theme ids. A mentor: what they offer. A leader: what they can give back. */
  readonly offers: readonly string[]
  /** Theme ids. A leader: what they want to learn. A mentor: what they want back. */
  readonly wants: readonly string[]
  readonly interests: readonly string[]
  readonly workStyle: readonly string[]
  /** IANA name, such as `Europe/Lisbon`. */
  readonly timeZone: string
  /** Hours of an ordinary week in the person's own time: 0 is Monday 00:00 to 01:00, 167 is Sunday 23:00 to 24:00. */
  readonly availability: readonly number[]
  /** How many pairs at most, 0 or more. */
  readonly capacity: number
  /** Hours a month this person can give. With {@link MatchInput.hoursPerPair} they limit the seats; null: no such limit. */
  readonly hoursAMonth?: number | null
}

/** What the directory knows about everybody, taking part or not. */
export type Organisation = {
  /** Managers of each person, solid and dotted lines alike. Cycles in the data do no harm. */
  readonly managersOf: ReadonlyMap<string, readonly string[]>
  /** `[appraiser, person]`: appraises them. */
  readonly appraises: readonly (readonly [appraiserId: string, personId: string])[]
  /** `[duty holder, person]`: has an HR duty for them. */
  readonly hrDuties?: readonly (readonly [dutyHolderId: string, personId: string])[]
  /** Declared conflicts, in either order. */
  readonly conflicts: readonly (readonly [string, string])[]
  /** Two people who must not meet because one of them asked. Give them in any order: who asked is nobody's business. */
  readonly vetoes?: readonly (readonly [string, string])[]
  /** Two people who were a pair before, or were asked to be one, in either order. */
  readonly earlierPairs?: readonly (readonly [string, string])[]
}

/** In the order in which a screen lists them and {@link RuleCount.first} attributes excluded pairs. */
export const ruleNames = [
  'reportingLine',
  'levelGap',
  'appraisal',
  'conflict',
  'veto',
  'earlierPair',
  'sharedHours',
  'sharedLanguage',
] as const
export type RuleName = (typeof ruleNames)[number]
/** Rules that a programme may relax. */
export type RelaxableRule = Exclude<RuleName, 'veto'>

/**
 * Rules that must hold. A rule that is off excludes nothing. There is no switch for `veto`: nobody takes back what
 * somebody else asked for.
 */
export type Rules = {
  /** Neither stands above the other in any reporting line, at any depth (rule R7). */
  readonly reportingLine: { readonly on: boolean }
  /** The leader stands at least `minimum` levels above the mentor (rule R8). An unknown level does not pass. */
  readonly levelGap: { readonly on: boolean; readonly minimum: number }
  /** The leader neither appraises the mentor nor has an HR duty for them (rule R7). */
  readonly appraisal: { readonly on: boolean }
  /** No declared conflict between the two (rule R7). */
  readonly conflict: { readonly on: boolean }
  /** The two were not a pair before. On unless told. */
  readonly earlierPair?: { readonly on: boolean }
  /** At least `minimumHours` shared in every week of the period, clock changes included. */
  readonly sharedHours: { readonly on: boolean; readonly minimumHours: number }
  /** At least one common language. */
  readonly sharedLanguage: { readonly on: boolean }
}

export const defaultRules: Rules = {
  reportingLine: { on: true },
  levelGap: { on: true, minimum: 2 },
  appraisal: { on: true },
  conflict: { on: true },
  earlierPair: { on: true },
  sharedHours: { on: true, minimumHours: 2 },
  sharedLanguage: { on: true },
}

export const partNames = ['goals', 'workStyle', 'department', 'time'] as const
export type PartName = (typeof partNames)[number]

/**
 * How much each part of the fit counts, as whole numbers of 0 or more that need not add up to 100: only their
 * proportion matters. Themes count only when the other side offered them (rules R9, R10).
 */
export type Weights = Readonly<Record<PartName, number>>

export const defaultWeights: Weights = { goals: 40, workStyle: 25, department: 20, time: 15 }

export type MatchInput = {
  readonly people: readonly MatchPerson[]
  readonly organisation: Organisation
  readonly rules: Rules
  readonly weights: Weights
  /** First and last day of the programme, `YYYY-MM-DD`. Clock changes in between are taken into account. */
  readonly period: { readonly from: string; readonly to: string }
  /** Hours a month that a pair takes of each of the two, above 0. Absent: hours limit nobody. */
  readonly hoursPerPair?: number
}

/** A whole number from 0 to 100 000. A screen shows it divided by {@link SCORE_PER_POINT}, out of 100. */
export type Score = number
export const FULL_SCORE = 100_000
export const SCORE_PER_POINT = 1_000

/** What one rule does to the possible pairs. */
export type RuleCount = {
  readonly rule: RuleName
  readonly on: boolean
  /** Pairs that break this rule, whatever else they break. 0 when it is off. */
  readonly broken: number
  /** Pairs of which this is the first broken rule in the order of {@link ruleNames}: these add up to `ruledOut`. */
  readonly first: number
  /** Pairs that break this rule and no other: what turning it off would allow. */
  readonly alone: number
}

/**
 * Who may meet whom, and how well they fit: the answer of `candidates` and the input of everything else.
 *
 * Allowed pairs are stored row by row: those of `mentors[i]` are the entries `start[i]` to `start[i + 1] - 1` of the
 * four arrays beside it, in ascending order of leader.
 */
export type Candidates = {
  readonly input: MatchInput
  /** Sorted by id. `capacity` is the number of seats: what both their wish and their hours leave them. */
  readonly mentors: readonly MatchPerson[]
  /** Likewise. */
  readonly leaders: readonly MatchPerson[]
  readonly count: { readonly possible: number; readonly ruledOut: number; readonly allowed: number }
  readonly rules: readonly RuleCount[]
  readonly start: Int32Array
  /** Index into `leaders`. */
  readonly leader: Int32Array
  /** The fit of the pair, {@link Score}. */
  readonly score: Int32Array
  /** The fit when only what the mentor wants counts as a goal: how the mentor ranks their leaders. */
  readonly mentorScore: Int32Array
  /** The fit when only what the leader wants counts as a goal: how the leader ranks their mentors. */
  readonly leaderScore: Int32Array
}

/**
 * - `most-people`: as many people as possible get a pair; among those sets, the best total fit.
 * - `best-fit`: the best total fit, even if somebody stays without a pair for it.
 * - `generous`: as many people as possible; then as few pairs under 10 points as possible, then under 20, and so on
 *   up to 60; then the best total fit.
 * - `stable`: no mentor and leader would both rather have each other than what they got.
 */
export const objectives = ['most-people', 'best-fit', 'generous', 'stable'] as const
export type Objective = (typeof objectives)[number]

/** Upper ends of the bands of poor fits that `generous` avoids, the poorest first; each begins where the last ends. */
export const poorFitBands: readonly Score[] = [10_000, 20_000, 30_000, 40_000, 50_000, 60_000]

export type MatchSettings = {
  /** `most-people` unless told. */
  readonly objective?: Objective
  /** Pairs that must be in the answer. They use up capacity; one that breaks a rule is refused. */
  readonly pins?: readonly PairOfIds[]
  /** Pairs that must not be in the answer. */
  readonly bans?: readonly PairOfIds[]
  /** Seats that replace those of the people named, whatever their hours. */
  readonly capacities?: readonly (Participant & { readonly capacity: number })[]
}

export type MatchedPair = PairOfIds & { readonly score: Score; readonly pinned: boolean }

/** An answer, with everything needed to check it again. */
export type Solution = {
  readonly settings: Required<MatchSettings>
  /** In ascending order of mentor, then leader. */
  readonly pairs: readonly MatchedPair[]
  /** People with a capacity above 0 and no pair; mentors first, then leaders, by id. */
  readonly unpaired: readonly Participant[]
  readonly figures: Figures
  readonly certificate: Certificate
}

export type Figures = {
  readonly pairs: number
  readonly peoplePaired: number
  readonly peopleUnpaired: number
  /** Sum of all scores. */
  readonly total: number
  /** Mean score over the pairs, rounded down; null without pairs. */
  readonly average: Score | null
  readonly lowest: Score | null
  /** Pairs across two known, different departments. */
  readonly otherDepartment: number
  /** Pairs across two known, different sites. */
  readonly acrossSites: number
  /** Allowed pairs, not in the answer, that both would prefer: what the answer asks of people. 0 when stable. */
  readonly blockingPairs: number
  /** The same pairs, seen by what each side wants. */
  readonly bySide: Readonly<Record<Seat, { readonly average: Score | null; readonly lowest: Score | null }>>
}

/**
 * Why no better answer exists, in numbers that anybody can add up (`verify` does).
 *
 * `prices`: a proof by linear programming duality, one per goal, most important first: every later goal looks only
 * at what is best for all earlier ones. `stable`: nothing to store, the absence of blocking pairs is the proof.
 */
export type Certificate =
  | { readonly kind: 'prices'; readonly levels: readonly CertificateLevel[] }
  | { readonly kind: 'stable' }

export type CertificateLevel = {
  /**
   * What this goal counts. `people`: everybody's first seat. `poor-fits`: minus the pairs with a score below
   * `below` and not below the previous band. `total`: the scores. `people-then-total`: both in one number, a first
   * seat being worth more than all scores together.
   */
  readonly goal: 'people' | 'poor-fits' | 'total' | 'people-then-total'
  /** Upper end of the band, only for `poor-fits`; 0 otherwise. */
  readonly below: Score
  /** What somebody's first seat is worth at this goal; 0 when first seats do not count. */
  readonly firstSeat: number
  /** The value reached. Pinned pairs, and the first seats that they fill, are not counted. */
  readonly value: number
  /** Price of a seat of each mentor and each leader, in the order of {@link Candidates}. Whole numbers. */
  readonly mentorPrices: Float64Array
  readonly leaderPrices: Float64Array
}

/** Points of one part, with what they rest on, as ids: words are the screen's business. */
export type Part = { readonly points: Score; readonly possible: Score } & PartEvidence
export type PartEvidence =
  | {
      readonly part: 'goals'
      /** Themes the leader wants and the mentor offers, out of how many wanted. */
      readonly leaderGets: readonly string[]
      readonly leaderWanted: number
      /** Themes the mentor wants back and the leader offers, out of how many wanted. */
      readonly mentorGets: readonly string[]
      readonly mentorWanted: number
    }
  | {
      readonly part: 'workStyle'
      readonly interests: readonly string[]
      readonly workStyle: readonly string[]
    }
  | { readonly part: 'department'; readonly mentor: string | null; readonly leader: string | null }
  | ({ readonly part: 'time' } & SharedTime)

/** Time both are free in the week of the period in which they share least. Stretches under an hour do not count. */
export type SharedTime = {
  readonly minutes: number
  /** The Monday of that week, `YYYY-MM-DD`. */
  readonly week: string
  /** Longest stretches first; equal ones as the mentor's week runs. */
  readonly windows: readonly SharedWindow[]
}

export type SharedWindow = {
  /** Minutes since Monday 00:00, in the own time of each. */
  readonly mentorStart: number
  readonly leaderStart: number
  readonly minutes: number
}

/** What a rule found, whether it holds or not. */
export type RuleFact =
  /** From the lower person to the higher, both included; empty when there is no line between them. */
  | { readonly rule: 'reportingLine'; readonly chain: readonly string[] }
  | {
      readonly rule: 'levelGap'
      readonly mentorLevel: number | null
      readonly leaderLevel: number | null
      /** How far the leader stands above the mentor; null when a level is unknown. */
      readonly gap: number | null
      readonly minimum: number
    }
  | {
      readonly rule: 'appraisal'
      readonly leaderAppraisesMentor: boolean
      readonly leaderHasHrDuty: boolean
    }
  | { readonly rule: 'conflict'; readonly declared: boolean }
  /** Nothing more: an explanation does not tell who asked. */
  | { readonly rule: 'veto'; readonly vetoed: boolean }
  | { readonly rule: 'earlierPair'; readonly pairedBefore: boolean }
  | ({ readonly rule: 'sharedHours'; readonly minimumMinutes: number } & SharedTime)
  /** Languages without region, in alphabetical order. */
  | { readonly rule: 'sharedLanguage'; readonly shared: readonly string[] }

export type RuleFinding = RuleFact & { readonly state: 'holds' | 'broken' | 'off' }

/** Everything about one possible pair, in the answer or not. */
export type Explanation = PairOfIds & {
  readonly allowed: boolean
  /** Sum of the parts. Also computed for a pair that is not allowed. */
  readonly score: Score
  readonly parts: readonly Part[]
  /** One finding per rule, in the order of {@link ruleNames}. */
  readonly rules: readonly RuleFinding[]
}

export type WhyNot =
  /** It is in the answer. */
  | { readonly answer: 'paired' }
  /** A rule forbids it: the broken ones, with what breaks them. */
  | { readonly answer: 'not-allowed'; readonly broken: readonly RuleFinding[] }
  /** Somebody banned it. */
  | { readonly answer: 'banned' }
  /** Pins leave one of the two no seat for it. */
  | { readonly answer: 'no-seat'; readonly who: readonly Participant[] }
  | ForcedPair

/**
 * The best answer that contains an allowed pair, compared with the present one. Exact: it is solved again, not estimated,
 * and among equally good answers it is the one that moves fewest pairs.
 *
 * `as-good`: taking it costs nothing. `weaker`: neither of the two would gain. `others-pay`: at least one of the two would
 * gain, and the whole would lose.
 */
export type ForcedPair = {
  readonly answer: 'as-good' | 'weaker' | 'others-pay'
  readonly score: Score
  /** Later minus now; never an improvement by the objective. */
  readonly change: { readonly people: number; readonly total: number; readonly blockingPairs: number }
  /** Everybody whose partners would change, the two asked about first, then mentors and leaders by id. */
  readonly moves: readonly Move[]
}

export type Move = Participant & {
  readonly before: readonly MoveSide[]
  readonly after: readonly MoveSide[]
  /** Sum of the scores after minus before. */
  readonly change: number
}
export type MoveSide = { readonly partnerId: string; readonly score: Score }

/** Another partner for somebody, and what it would cost. */
export type Alternative = PairOfIds & ForcedPair

/**
 * - `has-a-pair`: not left over.
 * - `no-capacity`: they have no seat.
 * - `nobody-there`: nobody else sits on the other side.
 * - `nobody-allowed`: rules and bans leave them nobody.
 * - `others-come-first`: partners are allowed, but their seats serve the whole better elsewhere.
 */
export type LeftOverReason =
  | 'has-a-pair'
  | 'no-capacity'
  | 'nobody-there'
  | 'nobody-allowed'
  | 'others-come-first'

/** What leaves somebody without a seat: they want no pair, their hours are too few for one, or this run gives them none. */
export type SeatLimit = 'wish' | 'hours' | 'run'

/** Why somebody has no pair. */
export type LeftOver = Participant & {
  readonly reason: LeftOverReason
  /** Only with the reason `no-capacity`. */
  readonly seatLimit?: SeatLimit
  readonly possible: number
  readonly allowed: number
  readonly banned: number
  /** What stands in their way, the most frequent first; only rules that exclude at least one of their pairs. */
  readonly inTheWay: readonly RuleInTheWay[]
}

export type RuleInTheWay = {
  readonly rule: RuleName
  /** Pairs of this person that break the rule. */
  readonly broken: number
  /** Pairs of this person that break only this rule. */
  readonly alone: number
  /**
   * What happens if the rule is relaxed for this person alone, solved again; null if no pair would become allowed, and
   * for a veto, which is not to be relaxed.
   * `pairedWith`: whom they would get, null when they stay without a pair all the same.
   */
  readonly ifRelaxed: {
    readonly pairedWith: string | null
    readonly people: number
    readonly total: number
  } | null
}

/** What to change in an answer; what is not named stays. */
export type Change = {
  readonly objective?: Objective
  readonly pin?: readonly PairOfIds[]
  readonly unpin?: readonly PairOfIds[]
  readonly ban?: readonly PairOfIds[]
  readonly unban?: readonly PairOfIds[]
  readonly capacities?: readonly (Participant & { readonly capacity: number })[]
}

export type Verification = { readonly correct: boolean; readonly faults: readonly Fault[] }

export type PairFault =
  | 'not-allowed'
  | 'banned'
  | 'twice'
  | 'wrong-score'
  | 'wrong-pin-mark'
  | 'pin-missing'
  /** Both would rather have each other. */
  | 'blocking'

export type Fault =
  | ({ readonly fault: PairFault } & PairOfIds)
  /** A pair, pin, ban or capacity names somebody who does not take part. */
  | ({ readonly fault: 'unknown-person' } & Participant)
  | ({ readonly fault: 'over-capacity'; readonly pairs: number; readonly capacity: number } & Participant)
  | {
      readonly fault: 'wrong-unpaired'
      readonly missing: readonly Participant[]
      readonly extra: readonly Participant[]
    }
  | {
      readonly fault: 'wrong-figure'
      readonly figure: keyof Figures
      readonly stated: unknown
      readonly found: unknown
    }
  /** A better answer may exist: the prices prove `bound`, the answer reaches `value`. */
  | { readonly fault: 'not-proven'; readonly level: number; readonly value: number; readonly bound: number }
  /** The certificate is not of the kind that the objective needs. */
  | { readonly fault: 'wrong-certificate' }
