import { comparableValue } from '../../comparable-value.ts'
import type { LevelField, LevelValues } from '../../contract.ts'
import { levelsFromReportingLines } from '../../levels.ts'
import type { Breath } from '../breath.ts'
import { type PlacingRequest, placeRows } from './place-rows.ts'

/** More job titles than that are no job titles. */
const MOST_VALUES = 5_000

/**
 * The different job titles or grades of a file, the commonest first, with the levels that the reporting lines give to
 * whoever has them. Values that differ in capitals and spaces only are one, written as it first stands in the file.
 */
export async function levelValues(
  request: Omit<PlacingRequest, 'levels'>,
  by: LevelField,
  breath: Breath,
): Promise<LevelValues> {
  const { rows, after } = await placeRows({ ...request, levels: null }, breath)
  await breath(true)
  const levels = levelsFromReportingLines(after.lines)
  await breath(true)

  const found = new Map<string, { value: string; levels: (number | null)[] }>()
  for (const { id, person } of rows) {
    const value = by === 'jobTitle' ? person.jobTitle : person.levelLabel
    if (!value) continue
    const key = comparableValue(value)
    const known = found.get(key) ?? { value, levels: [] }
    known.levels.push(levels.get(id) ?? null)
    found.set(key, known)
    const pause = breath()
    if (pause) await pause
  }
  const values = [...found]
    .map(([key, each]) => ({ key, value: each.value, people: each.levels.length, ...summed(each.levels) }))
    .sort((a, b) => b.people - a.people || (a.key < b.key ? -1 : 1))
  return {
    values: values.slice(0, MOST_VALUES).map(({ key: _key, ...value }) => value),
    total: values.length,
  }
}

function summed(levels: readonly (number | null)[]): Pick<LevelValues['values'][number], 'level' | 'spread'> {
  const counts = new Map<number, number>()
  for (const level of levels) if (level !== null) counts.set(level, (counts.get(level) ?? 0) + 1)
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  if (!commonest) return { level: null, spread: null }
  const known = [...counts.keys()]
  const [highest, lowest] = [Math.min(...known), Math.max(...known)]
  return { level: commonest[0], spread: highest === lowest ? null : { highest, lowest } }
}
