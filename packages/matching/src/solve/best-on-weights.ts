import { coarsePrices } from './auction.ts'
import { coreOf, MOST_BEYOND_SEATS, subgraph } from './core.ts'
import { Ledger } from './ledger.ts'
import { worthMoreThanPriced } from './pricing.ts'
import type { Optimum, Problem } from './problem.ts'
import { Repair } from './repair.ts'

/** A bonus in the core helps those who would otherwise search for it on all edges; more than this part drives prices apart. */
const PART_OF_BONUS_IN_CORE = 1 / 3

/**
 * An answer that is best by the weights and small bonuses, with prices that prove it.
 *
 * 1. A coarse auction finds prices that are nearly right.
 * 2. The few edges that matter at such prices make a core; on it the answer is repaired until it is best.
 * 3. Every edge left out is priced. Those worth more than their prices join the core, and the answer is repaired again,
 *    until there are none: then the prices prove the answer on all edges.
 *
 * Source: Volgenant, "Linear and semi-assignment problems: a core oriented approach", Computers & Operations Research
 * 23(10), 1996, doi:10.1016/0305-0548(96)00010-X.
 */
export function bestOnWeights(problem: Problem): Optimum {
  const { prices, seated, step, largest } = coarsePrices(problem)
  const bonus = Math.min(problem.bonus, Math.floor(largest * PART_OF_BONUS_IN_CORE))
  const answer: Optimum = {
    taken: new Uint8Array(problem.column.length),
    rowPrices: new Float64Array(problem.rowSeats.length),
    columnPrices: Float64Array.from(prices),
  }

  let core = coreOf(problem, answer.columnPrices, seated, 2 * step)
  const isInside = new Uint8Array(problem.column.length)
  takeBest(problem, core, seated, answer)
  for (let joining = core, most = MOST_BEYOND_SEATS; joining.length > 0; most *= 2) {
    for (const edge of joining) isInside[edge] = 1
    repairOn(problem, core, bonus, answer)
    joining = worthMoreThanPriced(problem, isInside, answer, most)
    makeRoomFor(problem, joining, core, answer)
    core = merged(core, joining)
  }
  return answer
}

/** Lets rows take their best edges of the core at given prices of columns, as far as there is room; of equal ones those seated. */
function takeBest(
  problem: Problem,
  core: Int32Array,
  seated: Uint8Array,
  { taken, rowPrices, columnPrices }: Optimum,
): void {
  const { start, column, weight, rowSeats, columnSeats } = problem
  const worth = (edge: number) => weight[edge]! - columnPrices[column[edge]!]!
  const room = columnSeats.slice()
  for (let row = 0, i = 0; row < rowSeats.length; row++) {
    const edges: number[] = []
    for (; i < core.length && core[i]! < start[row + 1]!; i++) edges.push(core[i]!)
    edges.sort((a, b) => worth(b) - worth(a) || seated[b]! - seated[a]!)

    let seats = rowSeats[row]!
    for (const edge of edges) {
      if (worth(edge) <= 0) break
      if (seats === 0 || room[column[edge]!] === 0) {
        rowPrices[row] = worth(edge)
        break
      }
      taken[edge] = 1
      room[column[edge]!]!--
      seats--
    }
  }
}

function repairOn(problem: Problem, core: Int32Array, bonus: number, answer: Optimum): void {
  const { rowSeats, columnSeats, rowBonusSeats, columnBonusSeats } = problem
  const ledger = new Ledger(
    subgraph(problem, core),
    { seats: rowSeats, bonusSeats: rowBonusSeats, prices: answer.rowPrices },
    { seats: columnSeats, bonusSeats: columnBonusSeats, prices: answer.columnPrices },
    bonus,
  )
  ledger.takeAll(core.map((edge) => answer.taken[edge]!))
  new Repair(ledger).run()
  for (let i = 0; i < core.length; i++) answer.taken[core[i]!] = ledger.taken[i]!
}

/** Rows then cost what the best edge that joins is worth; what they hold and is worth less is given up. */
function makeRoomFor(
  { start, column, weight, rowSeats }: Problem,
  joining: Int32Array,
  core: Int32Array,
  { taken, rowPrices, columnPrices }: Optimum,
): void {
  let held = 0
  let next = 0
  for (let row = 0; row < rowSeats.length; row++) {
    const first = next
    for (; next < joining.length && joining[next]! < start[row + 1]!; next++) {
      const edge = joining[next]!
      rowPrices[row] = Math.max(rowPrices[row]!, weight[edge]! - columnPrices[column[edge]!]!)
    }
    for (; held < core.length && core[held]! < start[row + 1]!; held++) {
      const edge = core[held]!
      if (next > first && weight[edge]! - columnPrices[column[edge]!]! < rowPrices[row]!) taken[edge] = 0
    }
  }
}

function merged(one: Int32Array, other: Int32Array): Int32Array {
  const all = new Int32Array(one.length + other.length)
  all.set(one)
  all.set(other, one.length)
  return all.sort()
}
