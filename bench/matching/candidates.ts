// How long it takes to find who may meet whom, and the memory at its highest; one size in one process.
//
//   npm run matching-candidates --workspace @viceversa/bench -- [sizes]     such as 1000,10000 or 100000x10000
import { spawnSync } from 'node:child_process'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { candidates } from '@viceversa/matching/candidates.ts'
import { matchShortlist } from '@viceversa/matching/match-large.ts'
import { shortlistInParts } from '@viceversa/matching/shortlist/shortlist.ts'
import { asInput } from './as-input.ts'
import { Threads } from './in-threads.ts'

/** Beyond this many pairs they are not listed all. */
const ALL_AT_MOST = 4_000_000
const RUNS = 3

const [sizes = '1000,10000', only] = process.argv.slice(2)
if (only === 'in-this-process') await measure(sizes)
else {
  console.log(
    `${cpus()[0]?.model}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}\n`,
  )
  console.log(
    '| Mentors x leaders | Allowed pairs | `candidates`, ms | Shortlist in two threads, ms | Pairs kept | Peak MiB before solving | `matchShortlist`, ms | Rounds | Peak MiB |',
  )
  console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- |')
  for (const size of sizes.split(','))
    spawnSync(process.execPath, [import.meta.filename, size, 'in-this-process'], { stdio: 'inherit' })
}

/** Best of a few runs by the clock, as two threads share the work; the first and only run where one takes long. */
async function measure(size: string): Promise<void> {
  const [mentors, leaders = mentors] = size.split('x').map(Number) as [number, number?]
  const input = asInput(mentors, leaders)
  const runs = mentors * leaders > 2e8 ? 1 : RUNS
  const threads = new Threads(2)
  const all = mentors * leaders <= ALL_AT_MOST ? await fastest(runs, async () => candidates(input)) : null
  const listed = await fastest(runs, () => shortlistInParts(input, threads.run, 2))
  await threads.end()
  const before = peakMiB()
  const solved = await fastest(1, async () => matchShortlist(listed.result))
  console.log(
    `| ${[
      `${mentors} x ${leaders}`,
      listed.result.count.allowed,
      all?.ms.toFixed(0) ?? '',
      listed.ms.toFixed(0),
      listed.result.leader.length,
      before,
      solved.ms.toFixed(0),
      solved.result.rounds,
      peakMiB(),
    ].join(' | ')} |`,
  )
}

async function fastest<T>(runs: number, run: () => Promise<T>): Promise<{ ms: number; result: T }> {
  let best: { ms: number; result: T } | null = null
  for (let i = 0; i < runs; i++) {
    const start = performance.now()
    const result = await run()
    const ms = performance.now() - start
    if (best === null || ms < best.ms) best = { ms, result }
  }
  return best!
}

function peakMiB(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}
