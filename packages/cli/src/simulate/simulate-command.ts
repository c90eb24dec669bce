import { SCORE_PER_POINT } from '@viceversa/matching/types.ts'
import { type ExitCode, exitCodes, wrongUsage } from '../failure.ts'
import { refuseToOverwrite, writeWhole } from '../files/write-file.ts'
import type { MatchAnswer } from '../match/match-answer.ts'
import { matched, type Streams } from '../match/match-command.ts'
import {
  type MatchOptions,
  matchingFlags,
  parsed,
  readMatchingOptions,
  readMatchOptions,
  wholeNumber,
} from '../match/match-options.ts'
import { summary } from '../match/summary.ts'
import { counted } from '../match/words.ts'
import { type Screen, screenOn } from '../screen/screen.ts'
import { type Invented, inventOrganisation } from './invent-organisation.ts'

const flags = {
  ...matchingFlags,
  people: { type: 'string' },
  seed: { type: 'string' },
  'mentor-share': { type: 'string' },
  'leader-share': { type: 'string' },
  keep: { type: 'string' },
  force: { type: 'boolean' },
  runs: { type: 'string' },
} as const

const MOST_PEOPLE = 100_000
const MOST_RUNS = 100

/** `viceversa simulate`: an invented organisation, written as CSV, read and matched as any file is. */
export async function simulateCommand(
  args: readonly string[],
  { out, err }: Streams,
  now: Date,
): Promise<ExitCode> {
  const { values, positionals } = parsed(args, flags)
  if (positionals.length > 0)
    throw wrongUsage(
      `simulate reads no file, so “${positionals[0]}” is too much. To match a file: viceversa match.`,
    )
  const number = (option: 'people' | 'seed' | 'runs', standard: number, least: number, most: number) => {
    const text = values[option]
    const read = text === undefined ? standard : wholeNumber(text, least, most)
    if (read === null)
      throw wrongUsage(
        `--${option}: “${text}” is not a whole number from ${least} to ${most.toLocaleString('en')}.`,
      )
    return read
  }
  const invented: Invented = {
    people: number('people', 500, 10, MOST_PEOPLE),
    seed: number('seed', 1, 0, 999_999_999),
    mentorShare: shareOf('--mentor-share', values['mentor-share'] ?? '0.2'),
    leaderShare: shareOf('--leader-share', values['leader-share'] ?? '0.1'),
  }
  const runs = number('runs', 1, 1, MOST_RUNS)
  const keep = values.keep ?? null
  if (keep !== null && runs > 1)
    throw wrongUsage('--keep writes one organisation. Leave out --runs, or name the seed with --seed.')
  if (keep === '-') throw wrongUsage('--keep: name a file.')
  if (keep !== null) refuseToOverwrite(keep, '--keep', values.force ?? false, [])
  const options: MatchOptions = {
    ...readMatchOptions(
      [`${keep ?? 'people.csv'}`, '--mentors', 'Seat=mentor', '--leaders', 'Seat=leader'],
      now,
    ),
    ...readMatchingOptions(values, now),
  }

  const screen = screenOn(out)
  const answers: Run[] = []
  for (let run = 0; run < runs; run++) {
    const csv = inventOrganisation({ ...invented, seed: invented.seed + run })
    if (keep !== null) writeWhole(keep, csv, '--keep', values.force ?? false)
    const { task, answer } = await matched(options, err, inOnePiece(csv))
    answers.push({ seed: invented.seed + run, answer })
    if (runs > 1 || options.json) continue
    const { compare, match, verify } = answer.milliseconds
    screen.write(
      `${counted(invented.people, 'invented person', 'invented people')}, seed ${invented.seed}${keep === null ? '' : `, kept in ${keep}`}\n`,
    )
    screen.write(summary(answer, task, { explain: options.explain, written: null }, screen))
    screen.write(
      screen.dim(`Comparing took ${ms(compare)}, matching ${ms(match)}, checking ${ms(verify)}.\n`),
    )
  }
  if (options.json) {
    const written = answers.map(({ seed, answer }) => ({ people: invented.people, seed, answer }))
    out.write(`${JSON.stringify(runs === 1 ? written[0] : written, null, 2)}\n`)
  } else if (runs > 1) screen.write(table(answers, screen))
  return answers.some(({ answer }) => answer.figures.pairs > 0) ? exitCodes.answer : exitCodes.noPair
}

type Run = { readonly seed: number; readonly answer: MatchAnswer }

function table(runs: readonly Run[], { bold, dim }: Screen): string {
  const columns: readonly (readonly [string, (run: Run) => number])[] = [
    ['mentors', ({ answer }) => answer.people.mentors],
    ['leaders', ({ answer }) => answer.people.leaders],
    ['allowed', ({ answer }) => answer.candidates.allowed],
    ['pairs', ({ answer }) => answer.figures.pairs],
    ['without', ({ answer }) => answer.leftOver.length],
    ['fit', ({ answer }) => (answer.figures.average ?? 0) / SCORE_PER_POINT],
    ['compare', ({ answer }) => answer.milliseconds.compare],
    ['match', ({ answer }) => answer.milliseconds.match],
    ['verify', ({ answer }) => answer.milliseconds.verify],
  ]
  const cell = (name: string, value: number) =>
    (name === 'fit' ? value.toFixed(1) : Math.round(value).toLocaleString('en')).padStart(7)
  const row = (label: string, of: (value: (run: Run) => number) => number) =>
    [label.padStart(7), ...columns.map(([name, value]) => cell(name, of(value)))].join(' ')
  return [
    bold(['seed', ...columns.map(([name]) => name)].map((title) => title.padStart(7)).join(' ')),
    ...runs.map((run) => row(String(run.seed), (value) => value(run))),
    bold(row('median', (value) => median(runs.map(value)))),
    dim('compare, match and verify in milliseconds; every answer verified'),
    '',
  ].join('\n')
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle - 1)]!) / 2
}

function shareOf(option: string, text: string): number {
  if (/^(0?\.\d{1,4}|1|0)$/.test(text)) return Number(text)
  throw wrongUsage(
    `${option}: “${text}” is not a share of everybody. Write a number from 0 to 1, such as 0.2.`,
  )
}

async function* inOnePiece(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

function ms(time: number): string {
  return `${Math.round(time).toLocaleString('en')} ms`
}
