import { availableParallelism, cpus, totalmem } from 'node:os'
import { candidates } from '@viceversa/matching/candidates.ts'
import { match } from '@viceversa/matching/match.ts'
import { cohort } from '@viceversa/matching/testing/cohort.ts'
import type { Candidates, MatchInput, PairOfIds, Solution } from '@viceversa/matching/types.ts'
import { whyNot } from '@viceversa/matching/why-not.ts'

/** Invented cohorts from a fixed seed: half mentors, half leaders. Medians of RUNS, milliseconds, in a warm process. */
const SIZES = [40, 200, 2000]
const RUNS = 5

console.log(
  `${cpus()[0]?.model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
)
console.log('| People | Allowed pairs | `candidates` | `match` (`most-people`) | `whyNot` |')
console.log('| --- | --- | --- | --- | --- |')
for (const people of SIZES) {
  const input = cohort(people / 2, people / 2, people)
  measure(input)
  const runs = Array.from({ length: RUNS }, () => measure(input))
  const [counted, matched, asked] = (['candidates', 'match', 'whyNot'] as const).map((phase) =>
    median(runs.map((run) => run[phase])).toFixed(1),
  )
  console.log(`| ${people} | ${runs[0]?.allowed} | ${counted} | ${matched} | ${asked} |`)
}

/** One round: all candidates, the best pairs, and why one allowed pair is not among them. */
function measure(input: ReturnType<typeof cohort>) {
  const start = performance.now()
  const found = candidates(input)
  const counted = performance.now()
  const solution = match(found, { objective: 'most-people' })
  const matched = performance.now()
  const left = notProposed(input, found, solution)
  const asking = performance.now()
  whyNot(found, solution, left)
  const asked = performance.now()
  return {
    allowed: found.count.allowed,
    candidates: counted - start,
    match: matched - counted,
    whyNot: asked - asking,
  }
}

/** The first pair that the rules allow and the answer left out: the question about it takes a solve. */
function notProposed(input: MatchInput, found: Candidates, solution: Solution): PairOfIds {
  const leaders = input.people.filter(({ seat }) => seat === 'leader')
  for (const { id: mentorId } of input.people.filter(({ seat }) => seat === 'mentor')) {
    for (const { id: leaderId } of leaders) {
      const { answer } = whyNot(found, solution, { mentorId, leaderId })
      if (answer !== 'paired' && answer !== 'not-allowed') return { mentorId, leaderId }
    }
  }
  throw new Error('Every allowed pair is proposed.')
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}
