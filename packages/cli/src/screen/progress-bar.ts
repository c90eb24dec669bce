import type { Progress, Step } from '../match/solve.ts'
import { steps } from '../match/solve.ts'

const words: Readonly<Record<Step, string>> = {
  read: 'reading the files',
  compare: 'comparing everybody',
  match: 'finding the best pairs',
  verify: 'checking the answer',
  explain: 'looking for reasons',
}
const WIDTH = 24
const REDRAW_MS = 100

/** A bar on one line of a terminal that redraws itself; nothing where nobody looks. */
export function progressBar(stream: NodeJS.WriteStream, explain: boolean) {
  const shown = stream.isTTY && process.env['TERM'] !== 'dumb'
  const all = steps.filter((step) => step !== 'explain' || explain)
  const start = performance.now()
  let now: Progress = { step: 'read', done: 0, of: 1 }
  const timer = shown ? setInterval(draw, REDRAW_MS) : undefined

  function draw(): void {
    const share = (Math.max(0, all.indexOf(now.step)) + now.done / Math.max(1, now.of)) / all.length
    const full = Math.round(share * WIDTH)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    stream.write(`\r\x1b[2K${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${words[now.step]}  ${seconds} s`)
  }
  return {
    report(progress: Progress): void {
      now = progress
      if (shown) draw()
    },
    end(): void {
      clearInterval(timer)
      if (shown) stream.write('\r\x1b[2K')
    },
  }
}
