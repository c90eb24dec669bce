import type { ImportField } from '../../contract.ts'
import type { ColumnEvidence } from './guess-columns.ts'
import { managerPartWords, managerWords } from './header-words.ts'
import { titleScore } from './title-score.ts'

type ManagerGuess = { readonly field: ImportField; readonly score: number }

/** Whether a title speaks of the manager: "Supervisor EID" does, "Is manager" and "Matrix manager" do not. */
export function isAboutManagers(titles: readonly string[]): boolean {
  return titles.some((title) => remainderOf(title) !== null) && !titles.some(isAboutOtherManagers)
}

/**
 * Whether a column names managers by personnel number, e-mail or name: by the rest of its title, by its values, and by
 * whether those values are personnel numbers of this very file.
 *
 * @param ids - The column of personnel numbers, if there is one.
 */
export function guessManagerField(column: ColumnEvidence, ids: ColumnEvidence | undefined): ManagerGuess {
  const rest = column.titles.map(remainderOf).find((remainder) => remainder !== null) ?? ''
  const byTitle = partNamed(rest)
  if (rest !== '' && !byTitle) return { field: 'managerId', score: 0 }

  const { kinds, values } = column
  if (kinds.count === 0) return { field: byTitle ?? 'managerId', score: byTitle ? 0.8 : 0.4 }
  if (kinds.email >= 0.5) return { field: 'managerEmail', score: byTitle === 'managerEmail' ? 1 : 0.95 }

  const refers = ids ? shareAmong(values, new Set(ids.values)) : 0
  // Managers of a sample may stand further down in the file: then they look like its numbers at least.
  const alike = ids ? shareAmong(values.map(shapeOf), new Set(ids.values.map(shapeOf))) : 0
  if (refers >= 0.5) return { field: 'managerId', score: 0.9 + 0.1 * refers }
  if (byTitle === 'managerId') return { field: 'managerId', score: 0.6 + 0.3 * alike }
  if (kinds.fullName >= 0.5) return { field: 'managerName', score: byTitle === 'managerName' ? 1 : 0.9 }
  if (alike >= 0.5) return { field: 'managerId', score: 0.7 }
  return { field: byTitle ?? 'managerName', score: 0.5 }
}

/** What a title says besides "manager"; `null` when it does not speak of a manager. */
function remainderOf(title: string): string | null {
  const padded = ` ${title} `
  // The longest word first, so that "reports to" is not read as "to".
  const word = [...managerWords]
    .sort((a, b) => b.length - a.length)
    .find((each) => padded.includes(` ${each} `))
  if (word !== undefined) {
    const rest = padded
      .replace(` ${word} `, ' ')
      .trim()
      .replace(/^(direct|line|the|s|du|del|des|der|employee|reporting)( |$)/, '')
      .trim()
    return /^(is|has|people|number of|direct reports)\b/.test(rest) ? null : rest
  }
  const glued = /^(manager|supervisor|reportsto|vorgesetzter)(id|eid|email|name|number)$/.exec(
    title.replaceAll(' ', ''),
  )
  return glued ? glued[2]! : null
}

function isAboutOtherManagers(title: string): boolean {
  return (
    titleScore(title, 'matrixManagerId') >= 0.6 ||
    titleScore(title, 'hrContactId') >= 0.9 ||
    /^hr /.test(title)
  )
}

function partNamed(rest: string): keyof typeof managerPartWords | undefined {
  const parts = Object.entries(managerPartWords) as [keyof typeof managerPartWords, readonly string[]][]
  return parts.find(([, words]) => words.includes(rest))?.[0]
}

function shareAmong(values: readonly string[], known: ReadonlySet<string>): number {
  return values.length === 0 ? 0 : values.filter((value) => known.has(value)).length / values.length
}

/** "E00123" and "E00456" have the same shape. */
function shapeOf(value: string): string {
  return value.replace(/\p{N}+/gu, '9').replace(/\p{L}+/gu, 'a')
}
