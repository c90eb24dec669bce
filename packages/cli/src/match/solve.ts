import { candidates } from '@viceversa/matching/candidates.ts'
import { explain } from '@viceversa/matching/explain.ts'
import { leftOver } from '@viceversa/matching/left-over.ts'
import { match } from '@viceversa/matching/match.ts'
import type {
  Candidates,
  Explanation,
  Fault,
  Figures,
  LeftOver,
  MatchedPair,
  MatchInput,
  MatchSettings,
  Participant,
  RelaxableRule,
  RuleCount,
  Rules,
  Solution,
} from '@viceversa/matching/types.ts'
import { verify } from '@viceversa/matching/verify.ts'

export type Asked = {
  readonly input: MatchInput
  readonly settings: MatchSettings
  /** Whether to look for what would help whoever is left over, and what each relaxed rule would give. */
  readonly explain: boolean
}

/** Which step of how many, and how far it is: `done` of `of`. */
export type Progress = { readonly step: Step; readonly done: number; readonly of: number }
export const steps = ['read', 'compare', 'match', 'verify', 'explain'] as const
export type Step = (typeof steps)[number]

export type LeftOverPerson = Participant & {
  readonly reason: LeftOver['reason']
  readonly seatLimit?: LeftOver['seatLimit']
  readonly allowed: number
  /** Only where it was asked for: each rule in the way, solved again without it. */
  readonly detail: LeftOver | null
}

/** The same match with one rule relaxed for everybody. */
export type Relaxed = {
  readonly rule: RelaxableRule
  /** `off`, or the smaller number that would be asked. */
  readonly to: 'off' | number
  readonly allowed: number
  readonly figures: Figures
}

export type Solved = {
  readonly seated: { readonly mentors: number; readonly leaders: number }
  readonly count: Candidates['count']
  readonly rules: readonly RuleCount[]
  readonly pairs: readonly (MatchedPair & Pick<Explanation, 'parts' | 'rules'>)[]
  readonly leftOver: readonly LeftOverPerson[]
  readonly figures: Figures
  readonly faults: readonly Fault[]
  readonly relaxed: readonly Relaxed[] | null
  /** Milliseconds. */
  readonly took: { readonly compare: number; readonly match: number; readonly verify: number }
}

/** What would help takes several solves for each person, so only the first of many are looked at. */
export const LEFT_OVER_EXPLAINED = 100

/**
 * Compares everybody, finds the best pairs, checks them without the solver, and says why.
 *
 * @throws What `match` throws, for pins that cannot be.
 */
export function solve(
  { input, settings, explain: thorough }: Asked,
  report: (progress: Progress) => void,
): Solved {
  const clock = stopwatch()
  report({ step: 'compare', done: 0, of: 1 })
  const market = candidates(input)
  const compare = clock()
  report({ step: 'match', done: 0, of: 1 })
  const solution = match(market, settings)
  const matching = clock()
  report({ step: 'verify', done: 0, of: 1 })
  const { faults } = verify(market, solution)
  const verifying = clock()

  const leftOut = withoutPair(market, solution)
  const inBrief = reasons(market, solution)
  const relaxations = thorough ? waysToRelax(market) : []
  const explained = thorough ? Math.min(leftOut.length, LEFT_OVER_EXPLAINED) : 0
  const of = explained + relaxations.length
  return {
    seated: { mentors: market.mentors.length, leaders: market.leaders.length },
    count: market.count,
    rules: market.rules,
    pairs: solution.pairs.map((pair) => {
      const { parts, rules } = explain(market, pair)
      return { ...pair, parts, rules }
    }),
    leftOver: leftOut.map((who, index) => {
      if (index >= explained) return inBrief(who)
      report({ step: 'explain', done: index, of })
      const detail = leftOver(market, solution, who)
      const { seat, id, reason, allowed, seatLimit } = detail
      return { seat, id, reason, allowed, ...(seatLimit && { seatLimit }), detail }
    }),
    figures: solution.figures,
    faults,
    relaxed: thorough
      ? relaxations.map(({ rule, to, rules }, index) => {
          report({ step: 'explain', done: explained + index, of })
          const wider = candidates({ ...input, rules })
          return { rule, to, allowed: wider.count.allowed, figures: match(wider, settings).figures }
        })
      : null,
    took: { compare, match: matching, verify: verifying },
  }
}

/** Everybody without a pair, those without a seat included; mentors first, then leaders, by id. */
function withoutPair({ mentors, leaders }: Candidates, { pairs }: Solution): Participant[] {
  const paired = new Set(
    pairs.flatMap(({ mentorId, leaderId }) => [`mentor ${mentorId}`, `leader ${leaderId}`]),
  )
  return [...mentors, ...leaders]
    .map(({ seat, id }) => ({ seat, id }))
    .filter(({ seat, id }) => !paired.has(`${seat} ${id}`))
}

/** The reason alone, from what is known already; O(allowed pairs) for everybody together. */
function reasons({ mentors, leaders, start, leader, input }: Candidates, { settings }: Solution) {
  const allowed = {
    mentor: new Map(mentors.map(({ id }, at) => [id, start[at + 1]! - start[at]!])),
    leader: new Map(leaders.map(({ id }) => [id, 0])),
  }
  const partners = (mentor: number) => leader.subarray(start[mentor]!, start[mentor + 1]!)
  for (const at of leader) add(allowed.leader, leaders[at]!.id, 1)
  const mentorAt = new Map(mentors.map(({ id }, at) => [id, at]))
  const bans = new Map(settings.bans.map((ban) => [`${ban.mentorId}\n${ban.leaderId}`, ban]))
  for (const { mentorId, leaderId } of bans.values()) {
    if (!partners(mentorAt.get(mentorId)!).some((at) => leaders[at]!.id === leaderId)) continue
    add(allowed.mentor, mentorId, -1)
    add(allowed.leader, leaderId, -1)
  }
  const seats = new Map([...mentors, ...leaders].map(({ seat, id, capacity }) => [`${seat} ${id}`, capacity]))

  return ({ seat, id }: Participant): LeftOverPerson => {
    const person = { seat, id, allowed: allowed[seat].get(id)!, detail: null }
    if (seats.get(`${seat} ${id}`) === 0) {
      const wish = input.people.find((each) => each.seat === seat && each.id === id)!.capacity
      return { ...person, reason: 'no-capacity', seatLimit: wish === 0 ? 'wish' : 'hours' }
    }
    if (person.allowed > 0) return { ...person, reason: 'others-come-first' }
    const others = seat === 'mentor' ? leaders : mentors
    return { ...person, reason: others.every((each) => each.id === id) ? 'nobody-there' : 'nobody-allowed' }
  }
}

function add(counts: Map<string, number>, id: string, change: number): void {
  counts.set(id, counts.get(id)! + change)
}

/** Each rule that alone keeps a pair apart: switched off, and where it has a number also one less. */
function waysToRelax({ input: { rules }, rules: counts }: Candidates) {
  return counts.flatMap(
    ({ rule, on, broken }): { rule: RelaxableRule; to: 'off' | number; rules: Rules }[] => {
      if (!on || broken === 0 || rule === 'veto') return []
      const off = { rule, to: 'off' as const, rules: { ...rules, [rule]: { ...rules[rule], on: false } } }
      if (rule === 'levelGap' && rules.levelGap.minimum > 1) {
        const to = rules.levelGap.minimum - 1
        return [{ rule, to, rules: { ...rules, levelGap: { on: true, minimum: to } } }, off]
      }
      if (rule === 'sharedHours' && rules.sharedHours.minimumHours > 1) {
        const to = rules.sharedHours.minimumHours - 1
        return [{ rule, to, rules: { ...rules, sharedHours: { on: true, minimumHours: to } } }, off]
      }
      return [off]
    },
  )
}

function stopwatch(): () => number {
  let last = performance.now()
  return () => {
    const before = last
    last = performance.now()
    return last - before
  }
}
