import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { importField } from '@viceversa/domain/people/contract.ts'
import { readLanguage } from '@viceversa/domain/people/import/cells/language.ts'
import { readTimeZone } from '@viceversa/domain/people/import/cells/time-zone.ts'
import { normaliseHeader } from '@viceversa/domain/people/import/columns/normalise-header.ts'
import type { Delimiter } from '@viceversa/domain/people/import/reading/dialect.ts'
import {
  defaultRules,
  defaultWeights,
  type Objective,
  objectives,
  type PartName,
  partNames,
  type RelaxableRule,
  type Rules,
  type Weights,
} from '@viceversa/matching/types.ts'
import { wrongUsage } from '../failure.ts'
import { readHours } from '../files/hours.ts'
import { profileFields } from '../files/profile-columns.ts'
import type { NamedColumn } from '../files/read-directory.ts'
import { partFlags, ruleFlags } from './words.ts'

/** How pairs are looked for, whoever the people are. */
export type MatchingOptions = {
  readonly objective: Objective
  readonly rules: Rules
  /** Rules that somebody set; the others may follow from what the files know. */
  readonly rulesSet: ReadonlySet<RelaxableRule>
  readonly weights: Weights
  readonly period: { readonly from: string; readonly to: string }
  readonly hoursPerPair: number | null
  readonly explain: boolean
  readonly json: boolean
}

/** What holds for people of whom the files do not say. */
export type Defaults = {
  readonly languages: readonly string[]
  readonly availability: readonly number[]
  readonly timeZone: string
  readonly capacity: number
}

export type MatchOptions = MatchingOptions & {
  readonly peoplePath: string
  readonly profilesPath: string | null
  readonly mentors: readonly string[]
  readonly leaders: readonly string[]
  readonly out: string | null
  readonly force: boolean
  readonly dry: boolean
  readonly excel: boolean
  readonly delimiter: Delimiter | undefined
  readonly columns: readonly NamedColumn[]
  readonly leaveOutBadRows: boolean
  readonly defaults: Defaults
  readonly lists: Readonly<Record<PairsOption, string | null>>
}

/** Options that name a file of pairs. */
export const pairsOptions = ['pins', 'bans', 'vetoes', 'earlier-pairs', 'conflicts', 'appraisals'] as const
export type PairsOption = (typeof pairsOptions)[number]

/** Options of every command that matches. */
export const matchingFlags = {
  objective: { type: 'string' },
  rule: { type: 'string', multiple: true },
  weight: { type: 'string', multiple: true },
  period: { type: 'string' },
  'hours-per-pair': { type: 'string' },
  explain: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const satisfies ParseArgsOptionsConfig

const matchFlags = {
  ...matchingFlags,
  mentors: { type: 'string', multiple: true },
  leaders: { type: 'string', multiple: true },
  profiles: { type: 'string' },
  out: { type: 'string', short: 'o' },
  force: { type: 'boolean' },
  dry: { type: 'boolean' },
  excel: { type: 'boolean' },
  delimiter: { type: 'string' },
  column: { type: 'string', multiple: true },
  'leave-out-bad-rows': { type: 'boolean' },
  languages: { type: 'string' },
  hours: { type: 'string' },
  'time-zone': { type: 'string' },
  capacity: { type: 'string' },
  pins: { type: 'string' },
  bans: { type: 'string' },
  vetoes: { type: 'string' },
  'earlier-pairs': { type: 'string' },
  conflicts: { type: 'string' },
  appraisals: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

const OFFICE_HOURS = 'Mon-Fri 9-17'

/**
 * What `viceversa match` was asked to do.
 *
 * @param now - From when on hours are compared, unless `--period` says.
 * @throws {@link Failure} for anything that cannot be meant.
 */
export function readMatchOptions(args: readonly string[], now: Date): MatchOptions {
  const { values, positionals } = parsed(args, matchFlags)
  const [peoplePath, ...more] = positionals
  if (peoplePath === undefined)
    throw wrongUsage('Name the CSV file with the people: viceversa match people.csv --mentors … --leaders …')
  if (more.length > 0)
    throw wrongUsage(
      `One file of people is enough, and “${more[0]}” is another. Put quotation marks around a condition.`,
    )
  for (const seat of ['mentors', 'leaders'] as const)
    if (!values[seat]?.length)
      throw wrongUsage(
        `Say who the ${seat} are: --${seat} "role=${seat.slice(0, -1)}", a condition on a column, or --${seat} ${seat}.csv, a list.`,
      )
  if (values.json && values.out === '-')
    throw wrongUsage(
      'Both --json and --out - write to standard output. Name a file for --out, or leave one of them out.',
    )
  refuseTwoReadersOfStandardInput([
    peoplePath,
    values.profiles,
    ...(values.mentors ?? []),
    ...(values.leaders ?? []),
    ...pairsOptions.map((option) => values[option]),
  ])

  return {
    ...readMatchingOptions(values, now),
    peoplePath,
    profilesPath: values.profiles ?? null,
    mentors: values.mentors!,
    leaders: values.leaders!,
    out: values.out ?? null,
    force: values.force ?? false,
    dry: values.dry ?? false,
    excel: values.excel ?? false,
    delimiter: readDelimiter(values.delimiter),
    columns: (values.column ?? []).map(readColumn),
    leaveOutBadRows: values['leave-out-bad-rows'] ?? false,
    defaults: {
      languages: readLanguages(values.languages),
      availability: readWith(
        'hours',
        values.hours ?? OFFICE_HOURS,
        readHours,
        'Write it like "Mon-Fri 9-17; Sat 10-12".',
      ),
      timeZone: readWith(
        'time-zone',
        values['time-zone'] ?? 'UTC',
        readTimeZone,
        'Write it like Europe/Lisbon.',
      ),
      capacity: readWith(
        'capacity',
        values.capacity ?? '1',
        (text) => wholeNumber(text, 0, 100),
        'Write a whole number from 0 to 100.',
      ),
    },
    lists: Object.fromEntries(
      pairsOptions.map((option) => [option, values[option] ?? null]),
    ) as MatchOptions['lists'],
  }
}

type MatchingValues = {
  readonly objective?: string | undefined
  readonly rule?: readonly string[] | undefined
  readonly weight?: readonly string[] | undefined
  readonly period?: string | undefined
  readonly 'hours-per-pair'?: string | undefined
  readonly explain?: boolean | undefined
  readonly json?: boolean | undefined
}

export function readMatchingOptions(values: MatchingValues, now: Date): MatchingOptions {
  const objective = values.objective ?? 'most-people'
  if (!isOneOf(objectives, objective))
    throw wrongUsage(`--objective: there is no “${objective}”. There are ${objectives.join(', ')}.`)
  return {
    objective,
    ...readRules(values.rule ?? []),
    weights: readWeights(values.weight ?? []),
    period: readPeriod(values.period, now),
    hoursPerPair: values['hours-per-pair'] === undefined ? null : readHoursPerPair(values['hours-per-pair']),
    explain: values.explain ?? false,
    json: values.json ?? false,
  }
}

/** `parseArgs` with sentences of our own. */
export function parsed<Flags extends ParseArgsOptionsConfig>(args: readonly string[], options: Flags) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const [, option = ''] = /'(?:-\w, )?(--?[\w-]+)/.exec(message) ?? []
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
      const near = Object.keys(options).find(
        (known) => `--${known}`.startsWith(option) || distance(`--${known}`, option) <= 2,
      )
      throw wrongUsage(`There is no option ${option}.${near ? ` Do you mean --${near}?` : ''}`)
    }
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw wrongUsage(
        /does not take an argument/.test(message)
          ? `${option} takes no value.`
          : `${option} needs a value. One that begins with a hyphen is written ${option}=-value.`,
      )
    throw error
  }
}

function readRules(settings: readonly string[]): Pick<MatchingOptions, 'rules' | 'rulesSet'> {
  let rules = defaultRules
  const rulesSet = new Set<RelaxableRule>()
  for (const setting of settings) {
    const [flag = '', value = ''] = split(setting)
    if (flag === 'veto')
      throw wrongUsage(
        '--rule: a veto has no switch. Leave the person out of --vetoes only if they took it back.',
      )
    const rule = (Object.keys(ruleFlags) as RelaxableRule[]).find((name) => ruleFlags[name] === flag)
    if (!rule)
      throw wrongUsage(
        `--rule: there is no “${flag}”. There are ${Object.values(ruleFlags)
          .filter((each) => each !== 'veto')
          .join(', ')}.`,
      )
    rules = { ...rules, [rule]: readRule(rule, flag, value) }
    rulesSet.add(rule)
  }
  return { rules, rulesSet }
}

function readRule(rule: RelaxableRule, flag: string, value: string) {
  const standard = defaultRules[rule]!
  if (value === 'off') return { ...standard, on: false }
  if (value === 'on') return { ...standard, on: true }
  if (rule === 'levelGap') {
    const minimum = wholeNumber(value, 0, 99)
    if (minimum !== null) return { on: true, minimum }
    throw wrongUsage(
      `--rule ${flag}: “${value}” is not a number of levels. Write ${flag}=2, ${flag}=on or ${flag}=off.`,
    )
  }
  if (rule === 'sharedHours') {
    if (/^\d{1,3}(\.\d{1,2})?$/.test(value) && Number(value) <= 168)
      return { on: true, minimumHours: Number(value) }
    throw wrongUsage(
      `--rule ${flag}: “${value}” is not a number of hours. Write ${flag}=2, ${flag}=on or ${flag}=off.`,
    )
  }
  throw wrongUsage(`--rule ${flag}: “${value}” is not possible. Write ${flag}=on or ${flag}=off.`)
}

function readWeights(settings: readonly string[]): Weights {
  let weights = defaultWeights
  for (const setting of settings) {
    const [flag = '', value = ''] = split(setting)
    const part = partNames.find((name) => partFlags[name] === flag)
    if (!part)
      throw wrongUsage(`--weight: there is no “${flag}”. There are ${Object.values(partFlags).join(', ')}.`)
    const weight = wholeNumber(value, 0, 100)
    if (weight === null) throw wrongUsage(`--weight ${flag}: “${value}” is not a whole number from 0 to 100.`)
    weights = { ...weights, [part]: weight } satisfies Record<PartName, number>
  }
  if (Object.values(weights).every((weight) => weight === 0))
    throw wrongUsage('--weight: not all parts can be 0. Give one of them a weight.')
  return weights
}

const WEEKS_WITHOUT_A_PERIOD = 26
const DAY_MS = 86_400_000

function readPeriod(text: string | undefined, now: Date): MatchingOptions['period'] {
  if (text === undefined)
    return { from: isoDay(now.getTime()), to: isoDay(now.getTime() + WEEKS_WITHOUT_A_PERIOD * 7 * DAY_MS) }
  const [from = '', to = ''] = text.split(/\.\.|\//)
  if (!isDay(from) || !isDay(to))
    throw wrongUsage(`--period: “${text}” is not two days. Write it like 2026-09-07..2027-03-05.`)
  if (to < from) throw wrongUsage(`--period: ${to} comes before ${from}. Write the first day first.`)
  return { from, to }
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && isoDay(Date.parse(text)) === text
  )
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function readHoursPerPair(text: string): number {
  if (/^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) > 0) return Number(text)
  throw wrongUsage(`--hours-per-pair: “${text}” is not a number of hours above 0. Write it like 2 or 1.5.`)
}

const delimiters: Readonly<Record<string, Delimiter>> = {
  ',': ',',
  ';': ';',
  '|': '|',
  '\t': '\t',
  '\\t': '\t',
  tab: '\t',
}

function readDelimiter(text: string | undefined): Delimiter | undefined {
  if (text === undefined) return undefined
  const delimiter = delimiters[text]
  if (!delimiter) throw wrongUsage(`--delimiter: “${text}” is none we read. Write ",", ";", "|" or tab.`)
  return delimiter
}

function readColumn(text: string): NamedColumn {
  const [name = '', title = ''] = split(text)
  const field = [...importField.options, ...profileFields].find(
    (each) => normaliseHeader(each) === normaliseHeader(name),
  )
  if (!field || field === 'ignore')
    throw wrongUsage(
      `--column: “${name}” is nothing a column can be. It can be ${[...importField.options.filter((each) => each !== 'ignore'), ...profileFields].join(', ')}.`,
    )
  if (title === '')
    throw wrongUsage(`--column: write the title of the column as well: --column "${name}=Title".`)
  return { field, title }
}

function readLanguages(text: string | undefined): string[] {
  if (text === undefined) return []
  return text
    .split(/[;,\s]+/)
    .filter(Boolean)
    .map((name) => readWith('languages', name, readLanguage, 'Write it like en or "en,pt".'))
}

function readWith<T>(option: string, text: string, read: (text: string) => T | null, cure: string): T {
  const value = read(text)
  if (value === null) throw wrongUsage(`--${option}: “${text}” cannot be read. ${cure}`)
  return value
}

export function wholeNumber(text: string, least: number, most: number): number | null {
  return /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null
}

function split(setting: string): string[] {
  const at = setting.indexOf('=')
  return at < 0 ? [setting.trim()] : [setting.slice(0, at).trim(), setting.slice(at + 1).trim()]
}

function refuseTwoReadersOfStandardInput(paths: readonly (string | undefined)[]): void {
  if (paths.filter((path) => path === '-').length > 1)
    throw wrongUsage('Only one file can come from standard input (-). Name the others.')
}

function isOneOf<T extends string>(known: readonly T[], text: string): text is T {
  return (known as readonly string[]).includes(text)
}

/** Letters to add, take out or replace between two short words. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, i) => i)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++)
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1))
    row = next
  }
  return row[other.length]!
}
