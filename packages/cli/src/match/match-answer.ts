import type { MatchedPair } from '@viceversa/matching/types.ts'
import { objectives, partNames, ruleNames } from '@viceversa/matching/types.ts'
import { z } from 'zod'
import type { MatchTask } from './read-task.ts'
import type { Solved } from './solve.ts'

const person = z.strictObject({ id: z.string(), name: z.string(), email: z.string() })
const count = z.number().int().min(0)
const seat = z.enum(['mentor', 'leader'])
const rule = z.enum(ruleNames)

/** What `--json` writes. Scores are whole numbers from 0 to 100,000; divided by 1,000 they are points out of 100. */
export const matchAnswer = z.strictObject({
  version: z.literal(1),
  objective: z.enum(objectives),
  period: z.strictObject({ from: z.iso.date(), to: z.iso.date() }),
  rules: z.array(
    z.strictObject({
      rule,
      on: z.boolean(),
      value: z.number().nullable(),
      broken: count,
      first: count,
      alone: count,
    }),
  ),
  weights: z.record(z.enum(partNames), count),
  levelsFrom: z.string(),
  people: z.strictObject({ rows: count, mentors: count, leaders: count }),
  candidates: z.strictObject({ possible: count, ruledOut: count, allowed: count }),
  pairs: z.array(
    z.strictObject({
      mentor: person,
      leader: person,
      score: count,
      pinned: z.boolean(),
      leaderLearns: z.array(z.string()),
      mentorGetsBack: z.array(z.string()),
      sharedMinutes: count,
      points: z.record(z.enum(partNames), count),
    }),
  ),
  leftOver: z.array(
    z.strictObject({
      seat,
      ...person.shape,
      reason: z.enum(['no-capacity', 'nobody-there', 'nobody-allowed', 'others-come-first', 'has-a-pair']),
      seatLimit: z.enum(['wish', 'hours', 'run']).nullable(),
      allowed: count,
      /** `null` unless `--explain` looked at this person. */
      inTheWay: z
        .array(z.strictObject({ rule, broken: count, alone: count, wouldMeet: person.nullable() }))
        .nullable(),
    }),
  ),
  /** `null` without `--explain`. */
  relaxed: z
    .array(
      z.strictObject({
        rule,
        to: z.union([z.literal('off'), z.number()]),
        allowed: count,
        pairs: count,
        people: count,
        average: count.nullable(),
      }),
    )
    .nullable(),
  figures: z.strictObject({
    pairs: count,
    peoplePaired: count,
    total: count,
    average: count.nullable(),
    lowest: count.nullable(),
    blockingPairs: count,
  }),
  verified: z.boolean(),
  milliseconds: z.strictObject({ compare: z.number(), match: z.number(), verify: z.number() }),
})
export type MatchAnswer = z.infer<typeof matchAnswer>
export type AnsweredPair = MatchAnswer['pairs'][number]

export function answerOf(
  { input, settings, nameOf, labels, rows, levelsFrom }: MatchTask,
  solved: Solved,
): MatchAnswer {
  const named = (id: string) => {
    const { name = id, email = '' } = nameOf.get(id) ?? {}
    return { id, name, email }
  }
  const written = (values: readonly string[]) => values.map((value) => labels.get(value) ?? value)
  const { pairs, peoplePaired, total, average, lowest, blockingPairs } = solved.figures
  return {
    version: 1,
    objective: settings.objective ?? 'most-people',
    period: input.period,
    rules: solved.rules.map((each) => ({
      ...each,
      value:
        each.rule === 'levelGap'
          ? input.rules.levelGap.minimum
          : each.rule === 'sharedHours'
            ? input.rules.sharedHours.minimumHours
            : null,
    })),
    weights: input.weights,
    levelsFrom,
    people: { rows, ...solved.seated },
    candidates: solved.count,
    pairs: solved.pairs.map((pair) => ({
      mentor: named(pair.mentorId),
      leader: named(pair.leaderId),
      score: pair.score,
      pinned: pair.pinned,
      ...evidenceOf(pair, written),
    })),
    leftOver: solved.leftOver.map(({ seat, id, reason, seatLimit, allowed, detail }) => ({
      seat,
      ...named(id),
      reason,
      seatLimit: seatLimit ?? null,
      allowed,
      inTheWay:
        detail?.inTheWay.map(({ rule, broken, alone, ifRelaxed }) => ({
          rule,
          broken,
          alone,
          wouldMeet: ifRelaxed?.pairedWith ? named(ifRelaxed.pairedWith) : null,
        })) ?? null,
    })),
    relaxed:
      solved.relaxed?.map(({ rule, to, allowed, figures }) => ({
        rule,
        to,
        allowed,
        pairs: figures.pairs,
        people: figures.peoplePaired,
        average: figures.average,
      })) ?? null,
    figures: { pairs, peoplePaired, total, average, lowest, blockingPairs },
    verified: solved.faults.length === 0,
    milliseconds: solved.took,
  }
}

function evidenceOf(
  { parts }: MatchedPair & Solved['pairs'][number],
  written: (values: readonly string[]) => string[],
): Pick<AnsweredPair, 'leaderLearns' | 'mentorGetsBack' | 'sharedMinutes' | 'points'> {
  const goals = parts.find(({ part }) => part === 'goals')
  const time = parts.find(({ part }) => part === 'time')
  return {
    leaderLearns: goals?.part === 'goals' ? written(goals.leaderGets) : [],
    mentorGetsBack: goals?.part === 'goals' ? written(goals.mentorGets) : [],
    sharedMinutes: time?.part === 'time' ? time.minutes : 0,
    points: Object.fromEntries(parts.map(({ part, points }) => [part, points])) as AnsweredPair['points'],
  }
}
