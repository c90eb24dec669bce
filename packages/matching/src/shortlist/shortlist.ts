import { checkInput } from '../check-input.ts'
import { InvalidMatchInputError } from '../errors.ts'
import { type Field, fieldOf } from '../field.ts'
import { GrowingInts } from '../growing-ints.ts'
import { turned } from '../numbers/lists.ts'
import { type Numbers, numbersOf } from '../numbers/numbers.ts'
import { RuleTally } from '../rows/rule-tally.ts'
import { fitOf } from '../score/score.ts'
import { sharedWeekOf } from '../time/shared-week.ts'
import type { Candidates, MatchInput } from '../types.ts'
import { BestFew } from './best-few.ts'
import { type BlockResult, type BlockTask, shortlistBlock } from './shortlist-block.ts'

/** Pairs kept for each person: a thousandth and less of the total is lost by them, and `matchLarge` finds that too. */
export const KEPT = 60

/**
 * Candidates of which only the best few of each person are kept. `count` and `rules` are those of all pairs, so
 * `count.allowed` is more than there are pairs listed.
 */
export type Shortlist = Candidates & {
  readonly numbers: Numbers
  /** No pair of a mentor that is not listed scores more; -1 when all are listed. */
  readonly mentorCut: Int32Array
  /** Likewise. A pair that is not listed is cut off at both. */
  readonly leaderCut: Int32Array
}

/**
 * The allowed pairs that are among the best few of either of the two; of equal ones, those with the first ids.
 *
 * O(mentors × leaders) time; memory for the pairs kept.
 *
 * @throws {@link InvalidMatchInputError}
 */
export function shortlist(input: MatchInput, few = KEPT): Shortlist {
  const { field, tasks } = prepared(input, few, 1)
  return joined(field, tasks, tasks.map(shortlistBlock))
}

/** Runs `shortlistBlock` on each task, in whatever threads there are, and gives the results in the same order. */
export type RunBlocks = (tasks: readonly BlockTask[]) => Promise<readonly BlockResult[]>

/** The same, with the work cut into parts that something else runs, such as workers. */
export async function shortlistInParts(
  input: MatchInput,
  run: RunBlocks,
  parts: number,
  few = KEPT,
): Promise<Shortlist> {
  const { field, tasks } = prepared(input, few, parts)
  return joined(field, tasks, await run(tasks))
}

function prepared(input: MatchInput, few: number, parts: number): { field: Field; tasks: BlockTask[] } {
  checkInput(input)
  if (!Number.isInteger(few) || few < 1)
    throw new InvalidMatchInputError('few', null, 'is not a number of pairs to keep for each person')
  const field = fieldOf(input)
  const numbers = numbersOf(field)
  const mentors = field.mentors.length
  const size = Math.max(1, Math.ceil(mentors / Math.max(1, Math.floor(parts))))
  const tasks: BlockTask[] = []
  for (let fromMentor = 0; fromMentor === 0 || fromMentor < mentors; fromMentor += size)
    tasks.push({ numbers, fromMentor, toMentor: Math.min(mentors, fromMentor + size), few })
  return { field, tasks }
}

function joined(field: Field, [task]: readonly BlockTask[], results: readonly BlockResult[]): Shortlist {
  const { numbers, few } = task!
  const { mentors, leaders, input } = field
  const tally = new RuleTally()
  const ofLeaders = new BestFew(leaders.length, few)
  for (const result of results) {
    tally.join(result.tally)
    offerAll(ofLeaders, result)
  }
  const leaderCut = Int32Array.from(leaders, (_, leader) => ofLeaders.cut(leader))
  const namedByLeaders = turned(ofLeaders.done().partners, mentors.length)
  const mentorCut = new Int32Array(mentors.length)

  const start = new Int32Array(mentors.length + 1)
  const kept = new GrowingInts()
  for (const { fromMentor, toMentor, ofMentors } of results)
    for (let mentor = fromMentor; mentor < toMentor; mentor++) {
      const from = ofMentors.partners.start[mentor - fromMentor]!
      const to = ofMentors.partners.start[mentor - fromMentor + 1]!
      mentorCut[mentor] = to - from < few ? -1 : least(ofMentors.scores, from, to)
      const own = ofMentors.partners.value.subarray(from, to)
      const others = namedByLeaders.value.subarray(
        namedByLeaders.start[mentor],
        namedByLeaders.start[mentor + 1],
      )
      union(own, others, kept)
      start[mentor + 1] = kept.length
    }

  const leader = kept.done()
  const { possible, ruledOut } = tally
  return {
    input,
    mentors,
    leaders,
    count: { possible, ruledOut, allowed: possible - ruledOut },
    rules: tally.counts(input.rules),
    start,
    leader,
    ...scoresOf(field, start, leader),
    numbers,
    mentorCut,
    leaderCut,
  }
}

function offerAll(ofLeaders: BestFew, { ofLeaders: some }: BlockResult): void {
  const { start, value } = some.partners
  for (let leader = 0; leader + 1 < start.length; leader++)
    for (let at = start[leader]!; at < start[leader + 1]!; at++)
      ofLeaders.offer(leader, value[at]!, some.scores[at]!)
}

function least(values: Int32Array, from: number, to: number): number {
  let lowest = values[from]!
  for (let i = from + 1; i < to; i++) lowest = Math.min(lowest, values[i]!)
  return lowest
}

/** Both lists ascend. */
function union(one: Int32Array, other: Int32Array, into: GrowingInts): void {
  let i = 0
  let j = 0
  while (i < one.length || j < other.length) {
    const a = one[i] ?? Number.POSITIVE_INFINITY
    const b = other[j] ?? Number.POSITIVE_INFINITY
    into.push(Math.min(a, b))
    if (a <= b) i++
    if (b <= a) j++
  }
}

function scoresOf(
  field: Field,
  start: Int32Array,
  leader: Int32Array,
): Pick<Candidates, 'score' | 'mentorScore' | 'leaderScore'> {
  const fit = fitOf(field, sharedWeekOf(field))
  const score = new Int32Array(leader.length)
  const mentorScore = new Int32Array(leader.length)
  const leaderScore = new Int32Array(leader.length)
  for (let mentor = 0; mentor + 1 < start.length; mentor++)
    for (let pair = start[mentor]!; pair < start[mentor + 1]!; pair++) {
      const scores = fit.of(mentor, leader[pair]!)
      score[pair] = scores.score
      mentorScore[pair] = scores.mentorScore
      leaderScore[pair] = scores.leaderScore
    }
  return { score, mentorScore, leaderScore }
}
