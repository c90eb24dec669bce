import { Worker } from 'node:worker_threads'
import { type FileProblem, wrongFile, wrongUsage } from '../failure.ts'
import { keyOf, type MatchTask } from './read-task.ts'
import type { Progress, Solved } from './solve.ts'
import type { FromWorker, Refusal } from './solve-worker.ts'
import { counted, ruleInWords } from './words.ts'

/**
 * Solves in a thread of its own, so that the progress on the screen moves and Ctrl C is heard.
 *
 * @throws {@link Failure} for pins that cannot be.
 */
export function solveApart(
  task: MatchTask,
  explain: boolean,
  report: (progress: Progress) => void,
): Promise<Solved> {
  const { input, settings } = task
  const worker = new Worker(new URL('./solve-worker.ts', import.meta.url), {
    workerData: { input, settings, explain },
  })
  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromWorker) => {
      if ('progress' in message) report(message.progress)
      else if ('solved' in message) resolve(message.solved)
      else reject(failureFor(message.refusal, task))
    })
    worker.on('error', reject)
    worker.on('exit', (code) => reject(new Error(`The engine ended with ${code} and no answer.`)))
  })
}

function failureFor(
  { name, message, pair, broken = [], participant, pins, capacity }: Refusal,
  task: MatchTask,
) {
  const called = (id: string) => `${task.nameOf.get(id)?.name ?? id} (${id})`
  const at = pair && task.pinRows.get(keyOf(pair))
  const file: FileProblem = at ?? { file: 'pins', message: '' }
  if (name === 'PinNotAllowedError' && pair) {
    const rules = broken.map(({ rule }) => ruleInWords(rule, task.input.rules)).join(', ')
    return wrongFile({
      ...file,
      message: `${called(pair.mentorId)} and ${called(pair.leaderId)} may not be a pair: ${rules}. Take the pin out, or relax the rule with --rule.`,
    })
  }
  if (name === 'PinnedAndBannedError' && pair)
    return wrongFile({
      ...file,
      message: `${called(pair.mentorId)} and ${called(pair.leaderId)} are pinned and banned. Take one of the two out.`,
    })
  if (name === 'PinsOverCapacityError' && participant)
    return wrongFile({
      ...([...task.pinRows.values()][0] ?? file),
      row: null,
      message: `${called(participant.id)} is pinned ${pins} times and can have ${counted(capacity ?? 0, 'pair')}. Take a pin out, or raise their capacity.`,
    })
  return wrongUsage(message)
}
