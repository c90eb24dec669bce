import { z } from 'zod'
import { commonProblems, errorsOf, operation } from '../problem.ts'
import { id, instant, participantSeat, personCard } from '../wire.ts'
import { matchRunProblems } from './problems.ts'

export const objective = z.enum(['most-people', 'best-fit', 'generous', 'stable'])
export type Objective = z.infer<typeof objective>

/**
 * The rules that must hold. Those in `rules-that-hold.ts` stay on; the others can be switched off, and figures changed.
 */
export const rules = z.object({
  reportingLine: z.object({ on: z.boolean() }),
  levelGap: z.object({ on: z.boolean(), minimum: z.number().int().min(1).max(10) }),
  appraisal: z.object({ on: z.boolean() }),
  conflict: z.object({ on: z.boolean() }),
  /** Runs from before this rule have it on. */
  earlierPair: z.object({ on: z.boolean() }).default({ on: true }),
  sharedHours: z.object({ on: z.boolean(), minimumHours: z.number().int().min(1).max(40) }),
  sharedLanguage: z.object({ on: z.boolean() }),
})
export type MatchRules = z.infer<typeof rules>
export const ruleName = z.enum([
  'reportingLine',
  'levelGap',
  'appraisal',
  'conflict',
  'veto',
  'earlierPair',
  'sharedHours',
  'sharedLanguage',
])
export type RuleName = z.infer<typeof ruleName>
/** The rules that have a switch. A veto has none. */
export type SwitchableRule = keyof MatchRules

/** How one rule is set, whichever it is. */
export const ruleSetting = z.object({
  on: z.boolean(),
  minimum: z.number().int().optional(),
  minimumHours: z.number().int().optional(),
})

/** How many of 100 points each part may win; they need not add up to 100, only their proportions count. */
export const weights = z.object({
  goals: z.number().int().min(0).max(100),
  workStyle: z.number().int().min(0).max(100),
  department: z.number().int().min(0).max(100),
  time: z.number().int().min(0).max(100),
})
export type MatchWeights = z.infer<typeof weights>

export const defaultRules: MatchRules = {
  reportingLine: { on: true },
  levelGap: { on: true, minimum: 2 },
  appraisal: { on: true },
  conflict: { on: true },
  earlierPair: { on: true },
  sharedHours: { on: true, minimumHours: 2 },
  sharedLanguage: { on: true },
}
/** Learning goals first, then interests and work style, then the practical (rule R9). */
export const defaultWeights: MatchWeights = { goals: 40, workStyle: 25, department: 20, time: 15 }

export const matchPerson = personCard.extend({
  level: z.number().int().nullable(),
  capacity: z.number().int(),
})

const gets = z.array(z.string())

/** A stretch of the week both have free: minutes since Monday 00:00, in the own time of each. */
export const sharedWindow = z.object({
  mentorStart: z.number().int(),
  leaderStart: z.number().int(),
  minutes: z.number().int(),
})

/** Time both have free in the week of the programme in which they share least. */
const sharedTime = { minutes: z.number().int(), week: z.string(), windows: z.array(sharedWindow) }

const points = { points: z.number().int(), possible: z.number().int() }

/** One part of a fit: points won of points possible (score times 1000), with what it rests on. */
export const fitPart = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('goals'),
    ...points,
    /** Theme ids the leader wants and the mentor offers, out of how many wanted. */
    leaderGets: gets,
    leaderWanted: z.number().int(),
    /** Theme ids the mentor wants back and the leader offers, out of how many wanted. */
    mentorGets: gets,
    mentorWanted: z.number().int(),
  }),
  z.object({ part: z.literal('workStyle'), ...points, interests: gets, workStyle: gets }),
  z.object({
    part: z.literal('department'),
    ...points,
    mentor: z.string().nullable(),
    leader: z.string().nullable(),
  }),
  z.object({ part: z.literal('time'), ...points, ...sharedTime }),
])
export type FitPart = z.infer<typeof fitPart>

const state = { state: z.enum(['holds', 'broken', 'off']) }

/** What a rule found for one pair, whether it holds or not. */
export const ruleFinding = z.discriminatedUnion('rule', [
  /** From the lower person to the higher, both included; empty when there is no line between them. */
  z.object({ rule: z.literal('reportingLine'), ...state, chain: z.array(personCard) }),
  z.object({
    rule: z.literal('levelGap'),
    ...state,
    mentorLevel: z.number().int().nullable(),
    leaderLevel: z.number().int().nullable(),
    gap: z.number().int().nullable(),
    minimum: z.number().int(),
  }),
  z.object({
    rule: z.literal('appraisal'),
    ...state,
    leaderAppraisesMentor: z.boolean(),
    leaderHasHrDuty: z.boolean(),
  }),
  z.object({ rule: z.literal('conflict'), ...state, declared: z.boolean() }),
  /** One of the two asked not to meet the other; which one is not told. */
  z.object({ rule: z.literal('veto'), ...state, vetoed: z.boolean() }),
  z.object({ rule: z.literal('earlierPair'), ...state, pairedBefore: z.boolean() }),
  z.object({ rule: z.literal('sharedHours'), ...state, minimumMinutes: z.number().int(), ...sharedTime }),
  z.object({ rule: z.literal('sharedLanguage'), ...state, shared: z.array(z.string()) }),
])
export type RuleFinding = z.infer<typeof ruleFinding>

export const proposedPair = z.object({
  mentorId: id,
  leaderId: id,
  /** 0 to 100,000: score times 1000. */
  fit: z.number().int(),
  parts: z.array(fitPart),
  pinned: z.boolean(),
  /** How far the leader stands above the mentor; null when a level is unknown. */
  levelsApart: z.number().int().nullable(),
})
export type ProposedPair = z.infer<typeof proposedPair>

export const leftOverPerson = z.object({
  personId: id,
  seat: z.enum(['mentor', 'leader']),
  reason: z.enum(['no-capacity', 'nobody-there', 'nobody-allowed', 'others-come-first']),
  possible: z.number().int(),
  allowed: z.number().int(),
  banned: z.number().int(),
  /** False where so many are left over that each is explained when asked for; `inTheWay` is empty then. */
  explained: z.boolean(),
  /** Rules that exclude at least one possible partner, the most frequent first. */
  inTheWay: z.array(
    z.object({
      rule: ruleName,
      broken: z.number().int(),
      alone: z.number().int(),
      /** Whom this person would get if the rule were relaxed for them alone; null: it would not help anybody. */
      ifRelaxed: z.object({ pairedWith: id.nullable(), people: z.number().int() }).nullable(),
    }),
  ),
})
export type LeftOverPerson = z.infer<typeof leftOverPerson>

export const proposalFigures = z.object({
  pairs: z.number().int(),
  averageFit: z.number().int().nullable(),
  lowestFit: z.number().int().nullable(),
  otherDepartment: z.number().int(),
  acrossSites: z.number().int(),
  /** Allowed pairs, not proposed, in which both would rather have each other. */
  blockingPairs: z.number().int(),
})
export type ProposalFigures = z.infer<typeof proposalFigures>

export const proposal = z.object({
  matchRunId: id,
  /** Changes whenever rules, weights, pins, bans or people change. */
  fingerprint: z.string(),
  pairs: z.array(proposedPair),
  leftOver: z.array(leftOverPerson),
  /** People who are invited or have consented but are not ready to be matched. */
  notReady: z.object({ mentors: z.number().int(), leaders: z.number().int() }),
  /** `broken`: pairs that break the rule, whatever else they break; `alone`: that break it and no other. */
  rules: z.array(
    z.object({ rule: ruleName, on: z.boolean(), broken: z.number().int(), alone: z.number().int() }),
  ),
  possible: z.number().int(),
  ruledOut: z.number().int(),
  allowed: z.number().int(),
  figures: proposalFigures,
  /** Everybody who is ready, in the seat they sit in. */
  people: z.array(matchPerson.extend({ seat: z.enum(['mentor', 'leader']) })),
  /** Names for every theme id in the parts. */
  themeNames: z.record(z.string(), z.string()),
  /** Milliseconds the engine took. */
  tookMs: z.number(),
})
export type Proposal = z.infer<typeof proposal>

export const decision = z.object({
  mentorId: id,
  leaderId: id,
  decision: z.enum(['pin', 'ban']),
  reason: z.string().nullable(),
})

/** Why people one level apart may be paired (rule R8); kept with the run until the deletion date. */
export const levelGapReason = z.object({
  /** Null once erased. */
  words: z.string().nullable(),
  /** Display name; null when that person is no longer in the directory. */
  by: z.string().nullable(),
  at: instant,
})
export type LevelGapReason = z.infer<typeof levelGapReason>

/** One change of a rule, without the words of any reason. */
export const ruleChange = z.object({
  rule: ruleName,
  was: ruleSetting,
  became: ruleSetting,
  reasonGiven: z.boolean(),
  by: z.string().nullable(),
  at: instant,
})
export type RuleChange = z.infer<typeof ruleChange>

export const matchRun = z.object({
  id,
  programmeId: id,
  name: z.string(),
  state: z.enum(['draft', 'published', 'discarded']),
  objective,
  rules,
  /** Null while people stand at least two levels apart. */
  levelGapReason: levelGapReason.nullable(),
  weights,
  version: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
  publishedAt: instant.nullable(),
  decisions: z.array(decision),
})
export type MatchRun = z.infer<typeof matchRun>

const moveSide = z.object({ partner: personCard, fit: z.number().int() })

/** The answer to "why not this pair?". */
export const whyNot = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('paired'), fit: z.number().int(), parts: z.array(fitPart) }),
  z.object({ answer: z.literal('not-allowed'), broken: z.array(ruleFinding) }),
  z.object({ answer: z.literal('banned'), reason: z.string().nullable() }),
  /** Pins leave one of the two no seat. */
  z.object({ answer: z.literal('no-seat'), who: z.array(personCard) }),
  /** Allowed, and solved again with this pair forced: what it would cost, exactly. */
  z.object({
    answer: z.enum(['as-good', 'weaker', 'others-pay']),
    fit: z.number().int(),
    parts: z.array(fitPart),
    /** Later minus now. */
    change: z.object({ people: z.number().int(), total: z.number().int(), blockingPairs: z.number().int() }),
    /** Everybody whose partners would change, the two asked about first. */
    moves: z.array(
      z.object({
        person: personCard,
        seat: z.enum(['mentor', 'leader']),
        before: z.array(moveSide),
        after: z.array(moveSide),
        change: z.number().int(),
      }),
    ),
  }),
])
export type WhyNot = z.infer<typeof whyNot>

const tags = ['Match runs']
const matchRunId = z.object({ matchRunId: id })
const pairOfIds = z.object({ mentorId: id, leaderId: id })
const changeErrors = {
  ...errorsOf(commonProblems, 'changed-meanwhile', 'version-missing'),
  ...errorsOf(matchRunProblems, 'match-run-not-draft'),
}

export const matchRunsContract = {
  list: operation
    .route({
      method: 'GET',
      path: '/programmes/{programmeId}/match-runs',
      tags,
      summary: 'Scenarios and published runs of a programme',
    })
    .input(z.object({ programmeId: id }))
    .output(z.array(matchRun.extend({ figures: proposalFigures.nullable() }))),
  create: operation
    .route({
      method: 'POST',
      path: '/programmes/{programmeId}/match-runs',
      successStatus: 201,
      tags,
      summary: 'A new scenario, from the defaults or as a copy',
    })
    .input(
      z.object({ programmeId: id, name: z.string().trim().min(1).max(80).optional(), copyOf: id.optional() }),
    )
    .output(matchRun),
  show: operation
    .route({
      method: 'GET',
      path: '/match-runs/{matchRunId}',
      tags,
      summary: 'A match run with its rules, weights, pins and bans',
    })
    .input(matchRunId)
    .output(matchRun),
  change: operation
    .route({
      method: 'PATCH',
      path: '/match-runs/{matchRunId}',
      tags,
      summary: 'Change rules, weights or objective; send If-Match with the version',
    })
    .errors({
      ...changeErrors,
      ...errorsOf(matchRunProblems, 'rule-always-holds', 'level-gap-reason-missing'),
    })
    .input(
      matchRunId.extend({
        name: z.string().trim().min(1).max(80).optional(),
        objective: objective.optional(),
        rules: rules.optional(),
        weights: weights.optional(),
        /** Goes with `rules` that let people one level apart be paired. */
        levelGapReason: z
          .string()
          .trim()
          .min(10, 'Write at least a short sentence.')
          .max(500, 'Use at most 500 characters.')
          .optional(),
      }),
    )
    .output(matchRun),
  ruleChanges: operation
    .route({
      method: 'GET',
      path: '/match-runs/{matchRunId}/rule-changes',
      tags,
      summary: 'Who changed which rule of a match run and when, the newest first',
    })
    .input(matchRunId)
    .output(z.array(ruleChange)),
  discard: operation
    .route({
      method: 'DELETE',
      path: '/match-runs/{matchRunId}',
      successStatus: 204,
      tags,
      summary: 'Discard a scenario',
    })
    .errors(errorsOf(matchRunProblems, 'match-run-not-draft'))
    .input(matchRunId),
  proposal: operation
    .route({
      method: 'GET',
      path: '/match-runs/{matchRunId}/proposal',
      tags,
      summary: 'The best possible set of pairs for these settings',
    })
    .errors(errorsOf(matchRunProblems, 'pins-do-not-fit'))
    .input(matchRunId)
    .output(proposal),
  whyNot: operation
    .route({
      method: 'GET',
      path: '/match-runs/{matchRunId}/why-not',
      tags,
      summary: 'Why these two are not a pair, and what forcing them would cost',
    })
    .input(matchRunId.extend(pairOfIds.shape))
    .output(whyNot),
  leftOver: operation
    .route({
      method: 'GET',
      path: '/match-runs/{matchRunId}/left-over/{seat}/{personId}',
      tags,
      summary: 'Why one person has no pair in the proposal, and what would help',
    })
    .input(matchRunId.extend({ seat: participantSeat, personId: id }))
    .output(leftOverPerson),
  nearest: operation
    .route({
      method: 'GET',
      path: '/match-runs/{matchRunId}/nearest',
      tags,
      summary: 'The best allowed partners of one person',
    })
    .input(matchRunId.extend({ personId: id, limit: z.coerce.number().int().min(1).max(10).default(3) }))
    .output(
      z.array(
        z.object({
          person: personCard,
          fit: z.number().int(),
          /** What taking this partner would cost everybody together; 0 or less. */
          change: z.object({ people: z.number().int(), total: z.number().int() }),
        }),
      ),
    ),
  decide: operation
    .route({
      method: 'PUT',
      path: '/match-runs/{matchRunId}/decisions/{mentorId}/{leaderId}',
      tags,
      summary: 'Pin a pair, or ban it with a reason only managers see',
    })
    .errors({ ...errorsOf(matchRunProblems, 'match-run-not-draft', 'pin-not-allowed', 'pins-do-not-fit') })
    .input(
      matchRunId
        .extend(pairOfIds.shape)
        .extend({ decision: z.enum(['pin', 'ban']), reason: z.string().trim().max(500).optional() }),
    )
    .output(matchRun),
  takeBackDecision: operation
    .route({
      method: 'DELETE',
      path: '/match-runs/{matchRunId}/decisions/{mentorId}/{leaderId}',
      tags,
      summary: 'Let the engine decide again',
    })
    .errors(errorsOf(matchRunProblems, 'match-run-not-draft'))
    .input(matchRunId.extend(pairOfIds.shape))
    .output(matchRun),
  publish: operation
    .route({
      method: 'PUT',
      path: '/match-runs/{matchRunId}/publication',
      tags,
      summary: 'Ask the people of every proposed pair',
    })
    .errors(errorsOf(matchRunProblems, 'match-run-not-draft', 'nothing-to-publish', 'proposal-changed'))
    .input(matchRunId.extend({ fingerprint: z.string().max(200) }))
    .output(z.object({ pairs: z.number().int(), people: z.number().int() })),
}
