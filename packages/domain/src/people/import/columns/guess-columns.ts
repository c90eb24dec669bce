import type { ImportColumn, ImportField } from '../../contract.ts'
import { guessManagerField, isAboutManagers } from './guess-manager-field.ts'
import { headerWords } from './header-words.ts'
import { normaliseHeader } from './normalise-header.ts'
import { sensitiveKindOfTitle, sensitiveKindOfValues } from './sensitive-columns.ts'
import { titleScore } from './title-score.ts'
import { kindsOf, type ValueKinds } from './value-kinds.ts'

/** A column by what stands above it: the title people see, and the key above that in files with two header rows. */
export type ColumnTitle = { readonly index: number; readonly header: string; readonly key: string }

/** What is known about a column before anything is decided. */
export type ColumnEvidence = {
  readonly index: number
  readonly titles: readonly string[]
  /** Values of the sample that are not blank. */
  readonly values: readonly string[]
  readonly kinds: ValueKinds
}

const SURE = 0.9
const LIKELY = 0.6
const UNSURE = 0.3
const EXAMPLES = 3

/**
 * Guesses what each column of a file is, from its title and its values together.
 *
 * @param columns - Titles in the order of the file.
 * @param sample - Some rows, cells in the same order.
 * @returns One guess per column; each field at most once. Sensitive columns are named and left out (rule R6), and none
 *   of their values is shown.
 */
export function guessColumns(
  columns: readonly ColumnTitle[],
  sample: readonly (readonly string[])[],
): ImportColumn[] {
  const evidence = columns.map(({ index, header, key }): ColumnEvidence => {
    const values = sample.map((cells) => cells[index]?.trim() ?? '').filter((value) => value !== '')
    return {
      index,
      titles: [...new Set([normaliseHeader(header), normaliseHeader(key)])],
      values,
      kinds: kindsOf(values),
    }
  })
  const sensitive = new Map(evidence.map((column) => [column.index, sensitiveKind(column)]))
  const guesses = assign(scores(evidence.filter(({ index }) => sensitive.get(index) === null)))

  return columns.map(({ index, header }) => {
    const kind = sensitive.get(index) ?? null
    const guess = guesses.get(index)
    return {
      index,
      header,
      examples: kind === null ? [...new Set(evidence[index]!.values)].slice(0, EXAMPLES).map(shortened) : [],
      guess: guess?.field ?? 'ignore',
      confidence: kind !== null ? 'sure' : confidenceOf(guess?.score),
      sensitive: kind,
      // Known once every row has been seen.
      dates: null,
    }
  })
}

type Score = { readonly index: number; readonly field: ImportField; readonly score: number }

function sensitiveKind({ titles, values }: ColumnEvidence): string | null {
  for (const title of titles) {
    const kind = sensitiveKindOfTitle(title)
    if (kind) return kind
  }
  // "Title" is a job title in one system and Mr or Ms in the next: there, and where no title helps, values decide.
  const known = fieldsWithWords.some(
    (field) => field !== 'jobTitle' && titles.some((title) => titleScore(title, field) >= LIKELY),
  )
  return known ? null : sensitiveKindOfValues(values)
}

const fieldsWithWords = Object.keys(headerWords) as ImportField[]

function scores(columns: readonly ColumnEvidence[]): Score[] {
  const managers = columns.filter((column) => isAboutManagers(column.titles))
  const others = columns.filter((column) => !managers.includes(column))

  const found: Score[] = []
  for (const column of others) {
    for (const field of fieldsWithWords) {
      const title = Math.max(...column.titles.map((each) => titleScore(each, field)))
      const score =
        field === 'externalId'
          ? keyScore(column, title, managers)
          : scoreWithValues(field, title, column.kinds)
      found.push({ index: column.index, field, score })
    }
  }

  const idColumn = best(found.filter(({ field, score }) => field === 'externalId' && score >= UNSURE))
  const ids = columns.find(({ index }) => index === idColumn?.index)
  for (const column of managers) found.push({ index: column.index, ...guessManagerField(column, ids) })
  return found
}

/** What the values add to what the title says. */
function scoreWithValues(field: ImportField, title: number, kinds: ValueKinds): number {
  if (kinds.count === 0) return title * 0.9
  switch (field) {
    case 'email':
      return title > 0 ? title * (0.2 + 0.8 * kinds.email) : kinds.email >= 0.8 ? 0.55 : 0
    case 'hireDate':
      return title * (0.2 + 0.8 * kinds.date)
    case 'status':
      return title * (0.2 + 0.8 * kinds.status)
    case 'timeZone':
      return title > 0 ? title : kinds.timeZone >= 0.8 ? 0.55 : 0
    case 'displayName':
      return title * (0.5 + 0.5 * kinds.fullName)
    case 'familyName':
    case 'preferredName':
      return title * (1 - 0.5 * kinds.fullName)
    default:
      // A title says department, the values are dates or addresses: rather ask.
      return title * (1 - 0.7 * Math.max(kinds.date, kinds.email))
  }
}

/** A personnel number is short, no two are the same, and managers may be named by it. */
function keyScore(
  { values, kinds }: ColumnEvidence,
  title: number,
  managers: readonly ColumnEvidence[],
): number {
  if (kinds.count === 0) return title * 0.9
  if (kinds.email > 0.5 || kinds.date > 0.5) return 0
  const known = new Set(values)
  const named = managers.some(
    (manager) => manager.values.length > 0 && manager.values.every((value) => known.has(value)),
  )
  return Math.min(
    1,
    title * (kinds.unique ? 1 : 0.4) * (0.4 + 0.6 * kinds.key) + (named && kinds.unique ? 0.4 : 0),
  )
}

/** Gives each column and each field to its best partner; ties go to the earlier column and field. */
function assign(scored: readonly Score[]): Map<number, Score> {
  const guesses = new Map<number, Score>()
  const taken = new Set<ImportField>()
  const inOrder = scored
    .filter(({ score }) => score >= UNSURE)
    .sort((a, b) => b.score - a.score || a.index - b.index)
  for (const candidate of inOrder) {
    if (guesses.has(candidate.index) || taken.has(candidate.field)) continue
    guesses.set(candidate.index, candidate)
    taken.add(candidate.field)
  }
  return guesses
}

function best(scored: readonly Score[]): Score | undefined {
  return scored.reduce<Score | undefined>(
    (top, each) => (top && top.score >= each.score ? top : each),
    undefined,
  )
}

function confidenceOf(score: number | undefined): ImportColumn['confidence'] {
  if (score === undefined) return 'likely'
  return score >= SURE ? 'sure' : score >= LIKELY ? 'likely' : 'unsure'
}

function shortened(value: string): string {
  return value.length > 80 ? `${value.slice(0, 79)}…` : value
}
