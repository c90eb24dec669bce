import { candidates } from '@viceversa/matching/candidates.ts'
import { explain } from '@viceversa/matching/explain.ts'
import { leftOver } from '@viceversa/matching/left-over.ts'
import { match } from '@viceversa/matching/match.ts'
import { nearest } from '@viceversa/matching/nearest.ts'
import type {
  Alternative,
  Candidates,
  Explanation,
  Figures,
  LeftOver,
  MatchedPair,
  MatchInput,
  MatchSettings,
  PairOfIds,
  Participant,
  RuleCount,
  Solution,
  WhyNot,
} from '@viceversa/matching/types.ts'
import { verify } from '@viceversa/matching/verify.ts'
import { whyNot } from '@viceversa/matching/why-not.ts'

/** Everything the engine is told: who, under which rules and weights, and what people have decided. */
export type Task = { readonly input: MatchInput; readonly settings: MatchSettings }

export type ProposalAnswer = {
  readonly pairs: readonly (MatchedPair & Pick<Explanation, 'parts' | 'rules'>)[]
  readonly leftOver: readonly (LeftOver & { readonly explained: boolean })[]
  readonly rules: readonly RuleCount[]
  readonly count: Candidates['count']
  readonly figures: Figures
  /** Whether the independent check of the answer agreed, certificate and all. */
  readonly verified: boolean
  readonly tookMs: number
}

/** What can be asked, and what each question is answered with. */
export type Questions = {
  proposal: { asked: Task; answer: ProposalAnswer }
  figures: { asked: Task; answer: Figures }
  whyNot: { asked: Task & { pair: PairOfIds }; answer: { whyNot: WhyNot; explanation: Explanation } }
  leftOver: { asked: Task & { who: Participant }; answer: LeftOver }
  nearest: { asked: Task & { who: Participant; limit: number }; answer: readonly Alternative[] }
}

const answers: { [Q in keyof Questions]: (asked: Questions[Q]['asked']) => Questions[Q]['answer'] } = {
  proposal: (task) => {
    const start = performance.now()
    const { allowed, solution } = solve(task)
    const tookMs = performance.now() - start
    return {
      pairs: solution.pairs.map((pair) => ({ ...pair, ...explained(allowed, pair) })),
      leftOver: leftOverPeople(allowed, solution),
      rules: allowed.rules,
      count: allowed.count,
      figures: solution.figures,
      verified: verify(allowed, solution).correct,
      tookMs,
    }
  },
  figures: (task) => solve(task).solution.figures,
  whyNot: ({ pair, ...task }) => {
    const { allowed, solution } = solve(task)
    return { whyNot: whyNot(allowed, solution, pair), explanation: explain(allowed, pair) }
  },
  leftOver: ({ who, ...task }) => {
    const { allowed, solution } = solve(task)
    return leftOver(allowed, solution, who)
  },
  nearest: ({ who, limit, ...task }) => {
    const { allowed, solution } = solve(task)
    return nearest(allowed, solution, who, limit)
  },
}

/** The answer to one question. Synchronous and as long as it takes: for a worker thread or a test. */
export function ask<Q extends keyof Questions>(
  question: Q,
  asked: Questions[Q]['asked'],
): Questions[Q]['answer'] {
  return answers[question](asked)
}

/**
 * What would help somebody takes up to six solves each. Where few pairs are allowed, everybody is explained at once; in a
 * large cohort the first few are, and the others when somebody asks (the question `leftOver`).
 */
const EDGES_SOLVED_FOR_LEFT_OVER = 30_000
const EXPLAINED_AT_LEAST = 5

function leftOverPeople(allowed: Candidates, solution: Solution): ProposalAnswer['leftOver'] {
  const most = Math.floor(EDGES_SOLVED_FOR_LEFT_OVER / Math.max(1, allowed.count.allowed))
  return solution.unpaired.map((who, index) =>
    index < Math.max(EXPLAINED_AT_LEAST, most)
      ? { ...leftOver(allowed, solution, who), explained: true }
      : { ...inBrief(allowed, solution, who), explained: false },
  )
}

/** Only the reason, from what is known already. Whoever is unpaired has a seat. */
function inBrief(
  { mentors, leaders, start, leader }: Candidates,
  { settings }: Solution,
  who: Participant,
): LeftOver {
  const isMentor = who.seat === 'mentor'
  const others = (isMentor ? leaders : mentors).filter(({ id }) => id !== who.id)
  const at = (isMentor ? mentors : leaders).findIndex(({ id }) => id === who.id)
  const partners = new Set<string>()
  for (let mentor = 0; mentor < mentors.length; mentor++) {
    if (isMentor && mentor !== at) continue
    for (let edge = start[mentor]!; edge < start[mentor + 1]!; edge++) {
      if (isMentor) partners.add(leaders[leader[edge]!]!.id)
      else if (leader[edge] === at) partners.add(mentors[mentor]!.id)
    }
  }
  const bans = settings.bans
    .filter(({ mentorId, leaderId }) => (isMentor ? mentorId : leaderId) === who.id)
    .map(({ mentorId, leaderId }) => (isMentor ? leaderId : mentorId))
  const open = partners.size - bans.filter((id) => partners.has(id)).length
  return {
    seat: who.seat,
    id: who.id,
    reason: others.length === 0 ? 'nobody-there' : open === 0 ? 'nobody-allowed' : 'others-come-first',
    possible: others.length,
    allowed: open,
    banned: bans.length,
    inTheWay: [],
  }
}

function explained(allowed: Candidates, pair: PairOfIds): Pick<Explanation, 'parts' | 'rules'> {
  const { parts, rules } = explain(allowed, pair)
  return { parts, rules }
}

/** The last tasks stay solved: "why not" and "nearest" come in a row about the same one. */
const KEPT_TASKS = 8
const solved = new Map<string, { allowed: Candidates; solution: Solution }>()

function solve(task: Task): { allowed: Candidates; solution: Solution } {
  const key = JSON.stringify(task, (_, value) => (value instanceof Map ? [...value] : value))
  const known = solved.get(key)
  if (known) return known
  const allowed = candidates(task.input)
  const answer = { allowed, solution: match(allowed, task.settings) }
  solved.set(key, answer)
  for (const oldest of solved.keys()) {
    if (solved.size <= KEPT_TASKS) break
    solved.delete(oldest)
  }
  return answer
}
