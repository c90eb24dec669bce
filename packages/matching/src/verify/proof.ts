import type { CertificateLevel, Fault, Objective } from '../types.ts'
import type { FreeEdge, Ledger, Side } from './ledger.ts'

/** The goals that the certificate of each objective must prove, in this order: name and upper end of the band. */
const goalsToProve: Record<
  Exclude<Objective, 'stable'>,
  readonly (readonly [CertificateLevel['goal'], number])[]
> = {
  'most-people': [['people-then-total', 0]],
  'best-fit': [['total', 0]],
  generous: [
    ['people', 0],
    ['poor-fits', 10_000],
    ['poor-fits', 20_000],
    ['poor-fits', 30_000],
    ['poor-fits', 40_000],
    ['poor-fits', 50_000],
    ['poor-fits', 60_000],
    ['total', 0],
  ],
}

/**
 * Adds up what the prices prove, goal by goal.
 *
 * Whatever the prices, no answer can be worth more than
 *
 *     Σ over edges of max(0, weight - prices)  +  Σ over people of the most their seats can be worth at their price.
 *
 * So an answer worth exactly that is best. Every best answer then takes all edges with weight above the prices, none
 * with weight below, and gives everybody a number of seats that is worth most to them: the next goal chooses among those.
 */
export function proofFaults(
  objective: Exclude<Objective, 'stable'>,
  levels: readonly CertificateLevel[],
  ledger: Ledger,
): Fault[] {
  const goals = goalsToProve[objective]
  const isComplete =
    levels.length === goals.length &&
    levels.every(({ goal, below }, i) => goal === goals[i]![0] && below === goals[i]![1]) &&
    levels.every((level, i) => isWellFormed(level, i, ledger))
  if (!isComplete) return [{ fault: 'wrong-certificate' }]

  const faults: Fault[] = []
  let running = everyAnswer(ledger)
  levels.forEach((level, number) => {
    const bound = boundOf(level, running)
    const value = valueReached(level, ledger)
    if (value !== bound || value !== level.value)
      faults.push({ fault: 'not-proven', level: number, value, bound })
    running = bestOnly(level, running)
  })
  return faults
}

function isWellFormed(level: CertificateLevel, number: number, { mentors, leaders, free }: Ledger): boolean {
  const { goal, firstSeat, mentorPrices, leaderPrices } = level
  // Then an answer with more people would be worth more than this one, even if all its scores were 0.
  const total = free.reduce((sum, { taken, score }) => sum + (taken ? score : 0), 0)
  const firstSeatIsRight =
    goal === 'people-then-total'
      ? firstSeat > total
      : firstSeat === (goal === 'people' ? 1 : 0) && (number === 0 || goal !== 'people')
  return (
    firstSeatIsRight &&
    mentorPrices.length === mentors.people.length &&
    leaderPrices.length === leaders.people.length &&
    [...mentorPrices, ...leaderPrices].every(Number.isSafeInteger)
  )
}

/** Answers still in the running. Edges taken in all of them stay listed, as `always`. */
type Running = {
  readonly edges: readonly FreeEdge[]
  readonly always: readonly FreeEdge[]
  readonly mentors: readonly Holding[]
  readonly leaders: readonly Holding[]
}
/** From how many to how many seats, without the edges that are always taken; and whether a first seat still counts. */
type Holding = { readonly least: number; readonly most: number; readonly firstCounts: boolean }

function everyAnswer({ free, mentors, leaders }: Ledger): Running {
  const holdings = ({ people, seats, pinned }: Side): Holding[] =>
    people.map((_, i) => ({
      least: 0,
      most: seats[i]! - pinned[i]!,
      firstCounts: seats[i]! > 0 && pinned[i] === 0,
    }))
  return { edges: free, always: [], mentors: holdings(mentors), leaders: holdings(leaders) }
}

function weightOf({ goal, below }: CertificateLevel, score: number): number {
  if (goal === 'people') return 0
  if (goal === 'poor-fits') return score < below && score >= below - 10_000 ? -1 : 0
  return score
}

function valueReached(level: CertificateLevel, { free, mentors, leaders }: Ledger): number {
  const taken = free.filter((edge) => edge.taken)
  const pairs = taken.reduce((sum, { score }) => sum + weightOf(level, score), 0)
  const newlyPaired = ({ seats, pinned, held }: Side) =>
    held.filter((n, i) => n > 0 && pinned[i] === 0 && seats[i]! > 0).length
  return pairs + (level.firstSeat > 0 ? level.firstSeat * (newlyPaired(mentors) + newlyPaired(leaders)) : 0)
}

function boundOf(level: CertificateLevel, { edges, always, mentors, leaders }: Running): number {
  let bound = 0
  for (const { score } of always) bound += weightOf(level, score)
  for (const edge of edges) bound += Math.max(0, surplus(level, edge))
  mentors.forEach((holding, i) => {
    bound += Math.max(
      ...choices(holding).map((seats) => seatWorth(level, holding, level.mentorPrices[i]!, seats)),
    )
  })
  leaders.forEach((holding, i) => {
    bound += Math.max(
      ...choices(holding).map((seats) => seatWorth(level, holding, level.leaderPrices[i]!, seats)),
    )
  })
  return bound
}

function bestOnly(level: CertificateLevel, running: Running): Running {
  const nowAlways = running.edges.filter((edge) => surplus(level, edge) > 0)
  const used = (key: 'mentor' | 'leader', people: number) => {
    const counts = new Array<number>(people).fill(0)
    for (const edge of nowAlways) counts[edge[key]]!++
    return counts
  }
  const narrow = (holdings: readonly Holding[], prices: Float64Array, always: readonly number[]) =>
    holdings.map((holding, i): Holding => {
      const worths = choices(holding).map((seats) => ({
        seats,
        worth: seatWorth(level, holding, prices[i]!, seats),
      }))
      const most = Math.max(...worths.map(({ worth }) => worth))
      const best = worths.filter(({ worth }) => worth === most).map(({ seats }) => seats)
      return {
        least: Math.max(0, Math.min(...best) - always[i]!),
        most: Math.max(...best) - always[i]!,
        firstCounts: holding.firstCounts,
      }
    })
  return {
    edges: running.edges.filter((edge) => surplus(level, edge) === 0),
    always: [...running.always, ...nowAlways],
    mentors: narrow(running.mentors, level.mentorPrices, used('mentor', running.mentors.length)),
    leaders: narrow(running.leaders, level.leaderPrices, used('leader', running.leaders.length)),
  }
}

function surplus(level: CertificateLevel, { mentor, leader, score }: FreeEdge): number {
  return weightOf(level, score) - level.mentorPrices[mentor]! - level.leaderPrices[leader]!
}

/** The worth of seats bends only at none, one and the ends, so these decide; between two of them all is linear. */
function choices({ least, most }: Holding): number[] {
  return [least, 1, most].filter((seats) => seats >= least && seats <= most)
}

function seatWorth(
  { firstSeat }: CertificateLevel,
  { firstCounts }: Holding,
  price: number,
  seats: number,
): number {
  return price * seats + (firstCounts && seats > 0 ? firstSeat : 0)
}
