import { GrowingInts } from '../growing-ints.ts'
import { leaderBlock } from '../rows/leader-block.ts'
import { Row } from '../rows/row.ts'
import { RowScores } from '../rows/row-scores.ts'
import type { CertificateLevel } from '../types.ts'
import type { ExtraPair } from '../with-extra-pairs.ts'
import type { Shortlist } from './shortlist.ts'
import { LEADERS_AT_ONCE } from './shortlist-block.ts'

export type LeftOutPairs = {
  /** Pairs worth more than their prices: with them a better answer may exist. Of each mentor the best few. */
  readonly better: readonly ExtraPair[]
  /** Pairs worth just their prices: with them an equally good answer may exist. */
  readonly equal: readonly ExtraPair[]
  /** Whether all of the equal ones are there, and not only the first. */
  readonly isComplete: boolean
}

/** Who takes no further part has no seat; pairs that are not to be looked at are given as `mentor × leaders + leader`. */
export type StillFree = {
  readonly mentorSeats: Int32Array
  readonly leaderSeats: Int32Array
  readonly without: ReadonlySet<number>
}

/**
 * Prices the allowed pairs that a list leaves out. When none is better, the prices prove the answer over all allowed
 * pairs: by linear programming duality, as the bound that `verify` adds up does not change by pairs worth no more than
 * their prices. With several goals, a pair is worth more if it is at the first goal at which it is not worth just its prices.
 *
 * A mentor is looked at again only if they and some leader may have a pair worth its price, given that no pair left out
 * scores more than what cut it off at either.
 *
 * @param list - Pairs that are not left out, at least those of `shortlist`.
 * @param mostEqual - Where to stop collecting pairs worth just their prices.
 */
export function priceLeftOut(
  shortlist: Shortlist,
  list: { readonly start: Int32Array; readonly leader: Int32Array },
  levels: readonly CertificateLevel[],
  free: StillFree,
  few: number,
  mostEqual: number,
): LeftOutPairs {
  const { numbers, mentorCut, leaders } = shortlist
  const better: ExtraPair[] = []
  const equal: ExtraPair[] = []
  let isComplete = true
  const isListed = new Uint8Array(leaders.length)

  for (let first = 0; first < leaders.length; first += LEADERS_AT_ONCE) {
    const end = Math.min(leaders.length, first + LEADERS_AT_ONCE)
    const mayPay = bounds(shortlist, levels, free, first, end)
    const block = leaderBlock(numbers, first, end)
    const row = new Row(numbers, block)
    const scores = new RowScores(numbers, block)

    for (let mentor = 0; mentor < mentorCut.length; mentor++) {
      if (mentorCut[mentor]! < 0 || free.mentorSeats[mentor]! === 0 || !mayPay(mentor)) continue
      row.turnTo(mentor)
      scores.of(mentor, row)
      const from = list.start[mentor]!
      const to = list.start[mentor + 1]!
      for (let pair = from; pair < to; pair++) isListed[list.leader[pair]!] = 1
      const mine: { gain: number; pair: ExtraPair }[] = []
      for (let i = 0; i < row.count; i++) {
        const leader = block.leaderAt[row.slot[i]!]!
        if (isListed[leader] === 1 || free.leaderSeats[leader]! === 0) continue
        const score = scores.score[i]!
        const gain = surplus(levels, mentor, leader, score)
        if (gain < 0 || free.without.has(mentor * leaders.length + leader)) continue
        const pair = {
          mentor,
          leader,
          score,
          mentorScore: scores.mentorScore[i]!,
          leaderScore: scores.leaderScore[i]!,
        }
        if (gain > 0) mine.push({ gain, pair })
        else if (equal.length < mostEqual) equal.push(pair)
        else isComplete = false
      }
      for (let pair = from; pair < to; pair++) isListed[list.leader[pair]!] = 0
      mine.sort((a, b) => b.gain - a.gain || a.pair.leader - b.pair.leader)
      for (const { pair } of mine.slice(0, few)) better.push(pair)
    }
  }
  return { better, equal, isComplete }
}

/** What a pair is worth beyond its prices, at the first goal at which that is not nothing. */
function surplus(levels: readonly CertificateLevel[], mentor: number, leader: number, score: number): number {
  for (const level of levels) {
    const over = worth(level, score) - level.mentorPrices[mentor]! - level.leaderPrices[leader]!
    if (over !== 0) return over
  }
  return 0
}

function worth({ goal, below }: CertificateLevel, score: number): number {
  switch (goal) {
    case 'people':
      return 0
    case 'poor-fits':
      return score < below && score >= below - 10_000 ? -1 : 0
    case 'total':
    case 'people-then-total':
      return score
  }
}

/**
 * Whether some leader of a block may have a pair with a mentor that is left out and worth its prices: neither end's cut may
 * lie below the two prices. Leaders by price; of the cheapest so many, the most that any has left after their own price.
 */
function bounds(
  { mentorCut, leaderCut }: Shortlist,
  levels: readonly CertificateLevel[],
  { leaderSeats }: StillFree,
  first: number,
  end: number,
): (mentor: number) => boolean {
  if (levels.length > 1) return () => true
  const { mentorPrices, leaderPrices } = levels[0]!
  const cutOff = new GrowingInts()
  for (let leader = first; leader < end; leader++)
    if (leaderCut[leader]! >= 0 && leaderSeats[leader]! > 0) cutOff.push(leader)
  const byPrice = cutOff.done().sort((a, b) => leaderPrices[a]! - leaderPrices[b]!)
  const prices = Float64Array.from(byPrice, (leader) => leaderPrices[leader]!)
  const mostLeft = Float64Array.from(byPrice, (leader) => leaderCut[leader]! - leaderPrices[leader]!)
  for (let i = 1; i < mostLeft.length; i++) mostLeft[i] = Math.max(mostLeft[i]!, mostLeft[i - 1]!)

  return (mentor) => {
    const canPay = mentorCut[mentor]! - mentorPrices[mentor]!
    let low = 0
    let high = prices.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (prices[middle]! <= canPay) low = middle + 1
      else high = middle
    }
    return low > 0 && mostLeft[low - 1]! >= mentorPrices[mentor]!
  }
}
