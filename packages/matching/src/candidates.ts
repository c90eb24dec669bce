import { checkInput } from './check-input.ts'
import { fieldOf } from './field.ts'
import { GrowingInts } from './growing-ints.ts'
import { numbersOf } from './numbers/numbers.ts'
import { type LeaderBlock, leaderBlock } from './rows/leader-block.ts'
import { Row } from './rows/row.ts'
import { RowScores } from './rows/row-scores.ts'
import type { Candidates, MatchInput } from './types.ts'

/**
 * Who may meet whom by the rules, how many pairs each rule excludes, and how well the allowed ones fit.
 *
 * @returns Scores are whole numbers from 0 to 100 000 and the sum of four parts (see `explain`). People are sorted by
 *   id, so the order of the input changes nothing.
 * @throws {@link InvalidMatchInputError} for input that cannot be meant.
 *
 * O(mentors × leaders) time, of which deciding who may meet takes a few operations for 32 pairs; 16 bytes for each allowed
 * pair. For more than some ten thousand people take `shortlist`.
 */
export function candidates(input: MatchInput): Candidates {
  checkInput(input)
  const { mentors, leaders } = fieldOf(input)
  const numbers = numbersOf({ input, mentors, leaders })
  const block = leaderBlock(numbers, 0, leaders.length)
  const row = new Row(numbers, block)
  const scores = new RowScores(numbers, block)

  const start = new Int32Array(mentors.length + 1)
  const leader = new GrowingInts()
  const score = new GrowingInts()
  const mentorScore = new GrowingInts()
  const leaderScore = new GrowingInts()

  const inOrder = new RowInOrder(leaders.length)
  for (let mentor = 0; mentor < mentors.length; mentor++) {
    row.turnTo(mentor)
    scores.of(mentor, row)
    inOrder.sort(block, row, scores)
    leader.append(inOrder.leader, row.count)
    score.append(inOrder.score, row.count)
    mentorScore.append(inOrder.mentorScore, row.count)
    leaderScore.append(inOrder.leaderScore, row.count)
    start[mentor + 1] = leader.length
  }

  const { possible, ruledOut } = row.tally
  return {
    input,
    mentors,
    leaders,
    count: { possible, ruledOut, allowed: possible - ruledOut },
    rules: row.tally.counts(input.rules),
    start,
    leader: leader.done(),
    score: score.done(),
    mentorScore: mentorScore.done(),
    leaderScore: leaderScore.done(),
  }
}

/** Slots of a row stand by time zone; candidates are listed by leader. */
class RowInOrder {
  readonly leader: Int32Array
  readonly score: Int32Array
  readonly mentorScore: Int32Array
  readonly leaderScore: Int32Array
  readonly #place: Int32Array
  readonly #isThere: Int32Array

  constructor(leaders: number) {
    this.leader = new Int32Array(leaders)
    this.score = new Int32Array(leaders)
    this.mentorScore = new Int32Array(leaders)
    this.leaderScore = new Int32Array(leaders)
    this.#place = new Int32Array(leaders)
    this.#isThere = new Int32Array((leaders + 31) >> 5)
  }

  sort({ leaderAt }: LeaderBlock, { count, slot }: Row, scores: RowScores): void {
    const place = this.#place
    const isThere = this.#isThere
    for (let i = 0; i < count; i++) {
      const leader = leaderAt[slot[i]!]!
      place[leader] = i
      isThere[leader >> 5]! |= 1 << (leader & 31)
    }
    let at = 0
    for (let word = 0; word < isThere.length; word++) {
      for (let left = isThere[word]!; left !== 0; left &= left - 1) {
        const leader = 32 * word + 31 - Math.clz32(left & -left)
        const i = place[leader]!
        this.leader[at] = leader
        this.score[at] = scores.score[i]!
        this.mentorScore[at] = scores.mentorScore[i]!
        this.leaderScore[at++] = scores.leaderScore[i]!
      }
      isThere[word] = 0
    }
  }
}
