import type { CertificateLevel, Fault, Objective } from '../types.ts'
import type { Ledger, Side } from './ledger.ts'

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
  const running = everyAnswer(ledger)
  levels.forEach((level, number) => {
    const bound = boundOf(level, running, ledger)
    const value = valueReached(level, ledger)
    if (value !== bound || value !== level.value)
      faults.push({ fault: 'not-proven', level: number, value, bound })
    keepBest(level, running, ledger)
  })
  return faults
}

/** Far enough below 2^53 that a score less two prices is exact. */
const LARGEST_PRICE = 2 ** 51

function isWellFormed(level: CertificateLevel, number: number, ledger: Ledger): boolean {
  const { goal, firstSeat, mentorPrices, leaderPrices } = level
  // Then an answer with more people would be worth more than this one, even if all its scores were 0.
  const firstSeatIsRight =
    goal === 'people-then-total'
      ? Number.isSafeInteger(firstSeat) && firstSeat > totalTaken(ledger)
      : firstSeat === (goal === 'people' ? 1 : 0) && (number === 0 || goal !== 'people')
  return (
    firstSeatIsRight &&
    mentorPrices.length === ledger.mentors.people.length &&
    leaderPrices.length === ledger.leaders.people.length &&
    mentorPrices.every(isPrice) &&
    leaderPrices.every(isPrice)
  )
}

function isPrice(price: number): boolean {
  return Number.isInteger(price) && Math.abs(price) <= LARGEST_PRICE
}

function totalTaken({ candidates, taken, free }: Ledger): number {
  return candidates.score.reduce((sum, score, edge) => sum + (taken[edge]! & free[edge]! ? score : 0), 0)
}

const OUT = 0
const OPEN = 1
const ALWAYS = 2

/** Answers still in the running: they take all edges that are ALWAYS in, and some of those that are OPEN. */
type Running = {
  readonly state: Uint8Array
  readonly mentors: Holdings
  readonly leaders: Holdings
}

/** From how many to how many seats of each, without the edges that are always in; 1 where a first seat still counts. */
type Holdings = {
  readonly least: Float64Array
  readonly most: Float64Array
  readonly firstCounts: Uint8Array
}

function everyAnswer({ free, mentors, leaders }: Ledger): Running {
  const holdings = ({ seats, pinned }: Side): Holdings => ({
    least: new Float64Array(seats.length),
    most: seats.map((all, i) => all - pinned[i]!),
    firstCounts: Uint8Array.from(seats, (all, i) => (all > 0 && pinned[i] === 0 ? 1 : 0)),
  })
  return {
    state: free.map((is) => (is === 1 ? OPEN : OUT)),
    mentors: holdings(mentors),
    leaders: holdings(leaders),
  }
}

function weightOf({ goal, below }: CertificateLevel, score: number): number {
  if (goal === 'people') return 0
  if (goal === 'poor-fits') return score < below && score >= below - 10_000 ? -1 : 0
  return score
}

function valueReached(
  level: CertificateLevel,
  { candidates, taken, free, mentors, leaders }: Ledger,
): number {
  const newlyPaired = ({ seats, pinned, held }: Side) =>
    held.reduce((n, has, i) => n + (has > 0 && pinned[i] === 0 && seats[i]! > 0 ? 1 : 0), 0)
  let value = level.firstSeat > 0 ? level.firstSeat * (newlyPaired(mentors) + newlyPaired(leaders)) : 0
  for (let edge = 0; edge < taken.length; edge++)
    if (taken[edge]! & free[edge]!) value += weightOf(level, candidates.score[edge]!)
  return value
}

/** Infinite where numbers grow so large that a sum might be rounded: that proves nothing. */
function boundOf(level: CertificateLevel, running: Running, ledger: Ledger): number {
  const { state, mentors, leaders } = running
  let bound = 0
  let size = 0
  for (let edge = 0; edge < state.length; edge++) {
    if (state[edge] === OUT) continue
    const term =
      state[edge] === ALWAYS
        ? weightOf(level, ledger.candidates.score[edge]!)
        : Math.max(0, surplus(level, ledger, edge))
    bound += term
    size += Math.abs(term)
  }
  for (const [holdings, prices] of [
    [mentors, level.mentorPrices],
    [leaders, level.leaderPrices],
  ] as const)
    for (let person = 0; person < prices.length; person++) {
      const term = mostWorth(level, holdings, prices[person]!, person)
      bound += term
      size += Math.abs(term)
    }
  return size <= Number.MAX_SAFE_INTEGER ? bound : Number.POSITIVE_INFINITY
}

/** Every best answer takes all edges with weight above the prices and none with weight below. */
function keepBest(level: CertificateLevel, { state, mentors, leaders }: Running, ledger: Ledger): void {
  const mentorAlways = new Int32Array(mentors.least.length)
  const leaderAlways = new Int32Array(leaders.least.length)
  for (let edge = 0; edge < state.length; edge++) {
    if (state[edge] !== OPEN) continue
    const over = surplus(level, ledger, edge)
    if (over < 0) state[edge] = OUT
    if (over <= 0) continue
    state[edge] = ALWAYS
    mentorAlways[ledger.mentorOf[edge]!]!++
    leaderAlways[ledger.candidates.leader[edge]!]!++
  }
  narrow(level, mentors, level.mentorPrices, mentorAlways)
  narrow(level, leaders, level.leaderPrices, leaderAlways)
}

function narrow(level: CertificateLevel, holdings: Holdings, prices: Float64Array, always: Int32Array): void {
  for (let person = 0; person < prices.length; person++) {
    const price = prices[person]!
    const most = mostWorth(level, holdings, price, person)
    const best = choices(holdings, person).filter(
      (seats) => seatWorth(level, holdings, price, person, seats) === most,
    )
    holdings.least[person] = Math.max(0, Math.min(...best) - always[person]!)
    holdings.most[person] = Math.max(...best) - always[person]!
  }
}

function surplus(level: CertificateLevel, { candidates, mentorOf }: Ledger, edge: number): number {
  const prices = level.mentorPrices[mentorOf[edge]!]! + level.leaderPrices[candidates.leader[edge]!]!
  return weightOf(level, candidates.score[edge]!) - prices
}

function mostWorth(level: CertificateLevel, holdings: Holdings, price: number, person: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (const seats of choices(holdings, person))
    most = Math.max(most, seatWorth(level, holdings, price, person, seats))
  return most
}

/** The worth of seats bends only at none, one and the ends, so these decide; between two of them all is linear. */
function choices({ least, most }: Holdings, person: number): number[] {
  const from = least[person]!
  const to = most[person]!
  return [from, 1, to].filter((seats) => seats >= from && seats <= to)
}

function seatWorth(
  { firstSeat }: CertificateLevel,
  { firstCounts }: Holdings,
  price: number,
  person: number,
  seats: number,
): number {
  return price * seats + (firstCounts[person] === 1 && seats > 0 ? firstSeat : 0)
}
