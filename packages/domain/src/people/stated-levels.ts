import { comparableValue } from './comparable-value.ts'
import type { LevelChoice } from './contract.ts'
import { levelsFromReportingLines, type PersonInLine } from './levels.ts'

/** A grade as the HR system words it, with its number where it has exactly one. */
export type LevelLabel = { readonly label: string; readonly number: number | null }

/**
 * Reads "Grade 7", "M3" or "12" as a label with a number, and "Senior Manager" as a label without one.
 *
 * Two numbers ("Band 3, step 2") are no number, since either could be meant.
 */
export function readLevelLabel(label: string): LevelLabel {
  const numbers = label.match(/\d+/g) ?? []
  const only = numbers.length === 1 ? Number(numbers[0]) : null
  return { label, number: only !== null && only <= 1000 ? only : null }
}

/** Where the levels of an organisation come from, in words the screen can say. */
export type LevelBasis = 'reporting-lines' | 'stated-low-is-top' | 'stated-high-is-top' | 'chosen'

export type PersonWithLevel = PersonInLine & {
  readonly levelLabel: string | null
  readonly jobTitle: string | null
}

/** At least this share of people must carry a number before the numbers are believed. */
const SHARE_WITH_NUMBER = 0.9
/** At least this share of managers must stand above their reports by the numbers, all one way round. */
const SHARE_IN_ORDER = 0.95

/**
 * The level of everybody, 1 = top (rule R8): from the grades in the file where they tell the same story as the
 * reporting lines, otherwise from the reporting lines alone.
 *
 * Grades count upwards in one organisation and downwards in the next. Which way is read from managers and
 * their reports; grades that do not order them (two ladders, "M3" beside "P5") are kept as labels only. Numbers
 * become levels by rank, so grades 12, 10 and 7 are levels 1, 2 and 3. A person without a number in such an
 * organisation stands one level below their manager.
 *
 * @param choice - Levels that somebody gave to job titles or grades by hand: these hold, and everybody else stands where
 *   the reporting lines say.
 */
export function levelsOf(
  people: readonly PersonWithLevel[],
  choice: LevelChoice | null = null,
): {
  readonly basis: LevelBasis
  readonly levels: Map<string, number | null>
} {
  const fromLines = levelsFromReportingLines(people)
  if (choice) return { basis: 'chosen', levels: withChosen(people, choice, fromLines) }

  const numbers = new Map<string, number>()
  for (const person of people) {
    const number = person.levelLabel === null ? null : readLevelLabel(person.levelLabel).number
    if (number !== null) numbers.set(person.id, number)
  }

  const basis = basisOf(people, numbers)
  if (basis === 'reporting-lines') return { basis, levels: fromLines }

  const ranks = ranksOf(new Set(numbers.values()), basis)
  const levels = new Map<string, number | null>()
  for (const person of people) {
    const own = numbers.get(person.id)
    const managers = person.managerId === null ? undefined : numbers.get(person.managerId)
    if (own !== undefined) levels.set(person.id, ranks.get(own)!)
    else levels.set(person.id, managers === undefined ? null : ranks.get(managers)! + 1)
  }
  return { basis, levels }
}

function withChosen(
  people: readonly PersonWithLevel[],
  { by, levelOf }: LevelChoice,
  fromLines: ReadonlyMap<string, number | null>,
): Map<string, number | null> {
  const chosen = new Map(Object.entries(levelOf).map(([value, level]) => [comparableValue(value), level]))
  const levels = new Map(fromLines)
  for (const { id, jobTitle, levelLabel } of people) {
    const value = by === 'jobTitle' ? jobTitle : levelLabel
    const level = value === null ? undefined : chosen.get(comparableValue(value))
    if (level !== undefined) levels.set(id, level)
  }
  return levels
}

function basisOf(people: readonly PersonWithLevel[], numbers: ReadonlyMap<string, number>): LevelBasis {
  if (people.length === 0 || numbers.size < people.length * SHARE_WITH_NUMBER) return 'reporting-lines'

  let lines = 0
  let managerLower = 0
  let managerHigher = 0
  for (const person of people) {
    const own = numbers.get(person.id)
    const managers = person.managerId === null ? undefined : numbers.get(person.managerId)
    if (own === undefined || managers === undefined) continue
    lines++
    if (managers < own) managerLower++
    if (managers > own) managerHigher++
  }
  if (lines === 0) return 'reporting-lines'
  if (managerLower >= lines * SHARE_IN_ORDER) return 'stated-low-is-top'
  if (managerHigher >= lines * SHARE_IN_ORDER) return 'stated-high-is-top'
  return 'reporting-lines'
}

function ranksOf(numbers: ReadonlySet<number>, basis: LevelBasis): Map<number, number> {
  const fromTheTop = [...numbers].sort((a, b) => (basis === 'stated-low-is-top' ? a - b : b - a))
  return new Map(fromTheTop.map((number, index) => [number, index + 1]))
}
