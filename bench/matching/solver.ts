// How long the solver takes on instances like real organisations, and whether its prices prove every answer.
//
//   npm run matching-solver --workspace @viceversa/bench -- [sizes] [runs]     sizes such as 100,1000,10000
import { availableParallelism, cpus, totalmem } from 'node:os'
import { assign } from '@viceversa/matching/solve/assign.ts'
import type { Optimum, Problem } from '@viceversa/matching/solve/problem.ts'
import { asProblem } from './as-problem.ts'
import { generate } from './generate.ts'
import { kinds } from './instance.ts'

const [sizes = '100,1000,10000', runs = '9'] = process.argv.slice(2)

console.log(
  `${cpus()[0]?.model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
)
console.log('| Instance | Edges | First solve, ms | Median of the others, ms | Total | Gap |')
console.log('| --- | --- | --- | --- | --- | --- |')
for (const size of sizes.split(',').map(Number)) {
  for (const kind of kinds) {
    const problem = asProblem(generate(kind, size).instance)
    const solved = Array.from({ length: Number(runs) }, () => timed(problem))
    const [first, ...others] = solved.map(({ ms }) => ms)
    const { total, bound } = totalAndBound(problem, solved[0]!.optimum)
    console.log(
      `| ${kind}-${size} | ${problem.column.length} | ${first!.toFixed(1)} | ${median(others).toFixed(1)} | ${total} | ${bound - total} |`,
    )
  }
}

/** Processor time, so that what runs beside it counts less. */
function timed(problem: Problem): { optimum: Optimum; ms: number } {
  const before = process.cpuUsage()
  const optimum = assign(problem)
  const { user, system } = process.cpuUsage(before)
  return { optimum, ms: (user + system) / 1000 }
}

/** What the answer is worth, and what its prices say that none can exceed: equal when it is best. */
function totalAndBound(
  { start, column, weight, rowSeats, columnSeats }: Problem,
  { taken, rowPrices, columnPrices }: Optimum,
): { total: number; bound: number } {
  let total = 0
  let bound = 0
  rowPrices.forEach((price, row) => {
    bound += rowSeats[row]! * Math.max(0, price)
    for (let e = start[row]!; e < start[row + 1]!; e++) {
      if (taken[e] === 1) total += weight[e]!
      bound += Math.max(0, weight[e]! - price - columnPrices[column[e]!]!)
    }
  })
  columnPrices.forEach((price, col) => {
    bound += columnSeats[col]! * Math.max(0, price)
  })
  return { total, bound }
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
