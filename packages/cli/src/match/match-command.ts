import { type ExitCode, exitCodes } from '../failure.ts'
import { refuseToOverwrite, writeWhole } from '../files/write-file.ts'
import { progressBar } from '../screen/progress-bar.ts'
import { screenOn } from '../screen/screen.ts'
import { answerOf, type MatchAnswer } from './match-answer.ts'
import { type MatchOptions, pairsOptions, readMatchOptions } from './match-options.ts'
import { pairsCsv } from './pairs-csv.ts'
import { type MatchTask, readTask } from './read-task.ts'
import { solveApart } from './solve-apart.ts'
import { summary } from './summary.ts'

/** Standard output and standard error of the process, or of a test. */
export type Streams = { readonly out: NodeJS.WriteStream; readonly err: NodeJS.WriteStream }

/** `viceversa match`: files in, pairs out. */
export async function matchCommand(
  args: readonly string[],
  { out, err }: Streams,
  now: Date,
): Promise<ExitCode> {
  const options = readMatchOptions(args, now)
  const toFile = options.out !== null && options.out !== '-' && !options.dry ? options.out : null
  if (toFile !== null) refuseToOverwrite(toFile, '--out', options.force, sourcesOf(options))

  const { task, answer } = await matched(options, err)
  const possible = answer.figures.pairs > 0
  if (possible && options.out !== null && !options.dry) {
    const csv = pairsCsv(answer.pairs, options)
    if (toFile === null) out.write(csv)
    else writeWhole(toFile, csv, '--out', options.force)
  }
  if (options.json) out.write(`${JSON.stringify(answer, null, 2)}\n`)
  else {
    // With the pairs on standard output, whoever reads them must not find sentences among them.
    const screen = screenOn(options.out === '-' ? err : out)
    const written = possible && toFile !== null ? toFile : null
    screen.write(summary(answer, task, { explain: options.explain, written }, screen))
  }
  return possible ? exitCodes.answer : exitCodes.noPair
}

/**
 * Reads, solves and checks, with its progress on the terminal.
 *
 * @param bytes - The people file, where it is not read from its path.
 * @throws An error when the independent check finds a fault: such an answer is never given out.
 */
export async function matched(
  options: MatchOptions,
  err: NodeJS.WriteStream,
  bytes?: AsyncIterable<Uint8Array>,
): Promise<{ task: MatchTask; answer: MatchAnswer }> {
  const bar = progressBar(err, options.explain)
  try {
    const task = await readTask(options, bytes)
    const answer = answerOf(task, await solveApart(task, options.explain, bar.report))
    bar.end()
    if (!answer.verified) throw new Error('The independent check found a fault in the answer.')
    for (const note of task.notes) screenOn(err).write(`Note: ${note}\n`)
    return { task, answer }
  } finally {
    bar.end()
  }
}

function sourcesOf({ peoplePath, profilesPath, mentors, leaders, lists }: MatchOptions): string[] {
  return [
    peoplePath,
    profilesPath,
    ...mentors,
    ...leaders,
    ...pairsOptions.map((option) => lists[option]),
  ].filter((path) => path !== null)
}
