import { checkInput } from './check-input.ts'
import { fieldOf } from './field.ts'
import { GrowingInts } from './growing-ints.ts'
import { numbersOf } from './numbers/numbers.ts'
import { leaderBlock } from './rows/leader-block.ts'
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

  const place = new Int32Array(leaders.length)
  const isAllowed = new Int32Array((leaders.length + 31) >> 5)
  for (let mentor = 0; mentor < mentors.length; mentor++) {
    row.turnTo(mentor)
    scores.of(mentor, row)
    for (let i = 0; i < row.count; i++) {
      const l = block.leaderAt[row.slot[i]!]!
      place[l] = i
      isAllowed[l >> 5]! |= 1 << (l & 31)
    }
    // Slots stand by time zone; pairs are listed by leader.
    for (let word = 0; word < isAllowed.length; word++) {
      for (let left = isAllowed[word]!; left !== 0; left &= left - 1) {
        const l = 32 * word + 31 - Math.clz32(left & -left)
        const i = place[l]!
        leader.push(l)
        score.push(scores.score[i]!)
        mentorScore.push(scores.mentorScore[i]!)
        leaderScore.push(scores.leaderScore[i]!)
      }
      isAllowed[word] = 0
    }
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
