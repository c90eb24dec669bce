import { edgeOf } from './edges.ts'
import { InvalidMatchInputError } from './errors.ts'
import { indexOf, pairField } from './field.ts'
import { match } from './match.ts'
import { allRules } from './rules/all-rules.ts'
import { fitOf } from './score/score.ts'
import { priceLeftOut, type StillFree } from './shortlist/price-left-out.ts'
import { KEPT, type Shortlist, shortlist } from './shortlist/shortlist.ts'
import { taskOf } from './task.ts'
import { sharedWeekOf } from './time/shared-week.ts'
import type { Candidates, MatchInput, MatchSettings, PairOfIds, Solution } from './types.ts'
import { type ExtraPair, withExtraPairs } from './with-extra-pairs.ts'

export type LargeAnswer = {
  /** The pairs that were looked at closely: the shortlist, and those that could have been better. */
  readonly candidates: Candidates
  /**
   * Best over all allowed pairs, not only over these; `figures.blockingPairs` counts among these. Its prices hold for all
   * allowed pairs.
   */
  readonly solution: Solution
  /** How often it was solved. */
  readonly rounds: number
  /** Whether it is also the first of all equally good answers by id, as that of `match` on all candidates. */
  readonly tiesSettled: boolean
}

/** Where to stop collecting pairs that could only give an equally good answer, for each pair of the shortlist. */
const EQUAL_PER_KEPT = 4

/**
 * `match` for very many people: solved on the best few pairs of each, then every pair left out is priced and those that
 * could improve the answer join, until there is none. The answer is therefore as good as over all allowed pairs, and its
 * certificate proves it there.
 *
 * @throws As `candidates` and `match`; {@link InvalidMatchInputError} for the objective `stable`, which has no prices.
 */
export function matchLarge(input: MatchInput, settings: MatchSettings = {}, few = KEPT): LargeAnswer {
  return matchShortlist(shortlist(input, few), settings, few)
}

/** The same from a shortlist that is there already. */
export function matchShortlist(list: Shortlist, settings: MatchSettings = {}, few = KEPT): LargeAnswer {
  if (settings.objective === 'stable')
    throw new InvalidMatchInputError('objective', null, 'stable has no prices to look at left-out pairs with')
  const mostEqual = EQUAL_PER_KEPT * Math.max(1000, list.leader.length)
  let looked: Candidates = withExtraPairs(list, pinsLeftOut(list, settings))
  const free = stillFree(looked, settings)

  for (let rounds = 1; ; rounds++) {
    const solution = match(looked, settings)
    const { certificate } = solution
    if (certificate.kind !== 'prices') throw new Error('Every objective but stable has prices.')
    const { better, equal, isComplete } = priceLeftOut(list, looked, certificate.levels, free, few, mostEqual)
    if (better.length > 0) looked = withExtraPairs(looked, better)
    else if (equal.length === 0 || !isComplete)
      return { candidates: looked, solution, rounds, tiesSettled: isComplete }
    else {
      // These prices prove any equally good answer; those of a further solve might not hold for all pairs.
      const candidates = withExtraPairs(looked, equal)
      const first = { ...match(candidates, settings), certificate }
      return { candidates, solution: first, rounds: rounds + 1, tiesSettled: true }
    }
  }
}

/** Pinned pairs that the rules allow and the shortlist does not have. Others are refused by `match`. */
function pinsLeftOut(list: Shortlist, { pins = [] }: MatchSettings): ExtraPair[] {
  const extra = new Map<number, ExtraPair>()
  for (const pin of pins) {
    if (edgeOf(list, pin) >= 0) continue
    const mentor = indexOf(list.mentors, { seat: 'mentor', id: pin.mentorId })
    const leader = indexOf(list.leaders, { seat: 'leader', id: pin.leaderId })
    const field = pairField(list.input, list.mentors[mentor]!, list.leaders[leader]!)
    const sharedWeek = sharedWeekOf(field)
    if (allRules(field, sharedWeek).some((rule) => rule.on && rule.isBroken(0, 0))) continue
    const pair = { mentor, leader, ...fitOf(field, sharedWeek).of(0, 0) }
    extra.set(mentor * list.leaders.length + leader, pair)
  }
  return [...extra.values()]
}

function stillFree(list: Candidates, settings: MatchSettings): StillFree {
  const { market } = taskOf(list, settings)
  const number = ({ mentorId, leaderId }: PairOfIds) =>
    indexOf(list.mentors, { seat: 'mentor', id: mentorId }) * list.leaders.length +
    indexOf(list.leaders, { seat: 'leader', id: leaderId })
  const without = new Set((settings.bans ?? []).map(number))
  return { mentorSeats: market.rowSeats, leaderSeats: market.columnSeats, without }
}
