import type { Lists } from '../numbers/lists.ts'
import type { Numbers } from '../numbers/numbers.ts'
import { leaderBlock } from '../rows/leader-block.ts'
import { Row } from '../rows/row.ts'
import { RowScores } from '../rows/row-scores.ts'
import { RuleTally } from '../rows/rule-tally.ts'
import { BestFew } from './best-few.ts'

/** As many leaders as a processor keeps near while it looks at all mentors. */
export const LEADERS_AT_ONCE = 8192

/** A part of the work on a shortlist: some of the mentors with all leaders. Plain data, fit to send to a worker. */
export type BlockTask = {
  readonly numbers: Numbers
  readonly fromMentor: number
  readonly toMentor: number
  readonly few: number
}

export type BlockResult = Pick<BlockTask, 'fromMentor' | 'toMentor'> & {
  readonly tally: Pick<RuleTally, 'possible' | 'broken' | 'first' | 'alone'>
  /** The best few of each mentor of the block, by their number less `fromMentor`. */
  readonly ofMentors: Few
  /** The best few of each leader among the mentors of the block. */
  readonly ofLeaders: Few
}

export type Few = { readonly partners: Lists; readonly scores: Int32Array }

/** O(mentors of the block × leaders) time; memory for the few of each person and nothing for all other pairs. */
export function shortlistBlock({ numbers, fromMentor, toMentor, few }: BlockTask): BlockResult {
  const leaders = numbers.leaders.count
  const ofMentors = new BestFew(toMentor - fromMentor, few)
  const ofLeaders = new BestFew(leaders, few)
  const tally = new RuleTally()

  for (let first = 0; first < leaders; first += LEADERS_AT_ONCE) {
    const block = leaderBlock(numbers, first, Math.min(leaders, first + LEADERS_AT_ONCE))
    const row = new Row(numbers, block)
    const scores = new RowScores(numbers, block)
    for (let mentor = fromMentor; mentor < toMentor; mentor++) {
      row.turnTo(mentor)
      scores.of(mentor, row)
      for (let i = 0; i < row.count; i++) {
        const leader = block.leaderAt[row.slot[i]!]!
        ofMentors.offer(mentor - fromMentor, leader, scores.score[i]!)
        ofLeaders.offer(leader, mentor, scores.score[i]!)
      }
    }
    tally.join(row.tally)
  }

  const { possible, broken, first, alone } = tally
  return {
    fromMentor,
    toMentor,
    tally: { possible, broken, first, alone },
    ofMentors: ofMentors.done(),
    ofLeaders: ofLeaders.done(),
  }
}
