import { comparableValue } from '@viceversa/domain/people/comparable-value.ts'
import { cleanText } from '@viceversa/domain/people/import/cells/clean-text.ts'
import { readLanguage } from '@viceversa/domain/people/import/cells/language.ts'
import type { FileProblem } from '../failure.ts'
import { readHours } from './hours.ts'
import type { ProfileColumns, ProfileField } from './profile-columns.ts'

/** What a row says of somebody as a participant; a field is absent where its cell is blank or there is no such column. */
export type StatedProfile = {
  readonly offers?: readonly string[]
  readonly wants?: readonly string[]
  readonly languages?: readonly string[]
  readonly availability?: readonly number[]
  readonly capacity?: number
  readonly hoursAMonth?: number
  readonly interests?: readonly string[]
  readonly workStyle?: readonly string[]
}

type Row = { readonly row: number; readonly cells: readonly string[] }

/** More partners than that are a slip of the pen. */
const MOST_PAIRS = 100

/**
 * Reads the profile columns of a file.
 *
 * @param report - Called for each cell that cannot be read.
 * @param labelled - Called with each theme or the like as it is compared and as it is written.
 */
export function profileReader(
  file: string,
  columns: ProfileColumns,
  rows: readonly Row[],
  report: (problem: FileProblem) => void,
  labelled: (value: string, written: string) => void,
): (row: Row) => StatedProfile {
  const spaced = new Set([...columns.keys()].filter((field) => listsIds(rows, columns.get(field)!.index)))

  return ({ row, cells }) => {
    const read = <T>(
      field: ProfileField,
      reader: (text: string, field: ProfileField) => T | null,
      cure: string,
    ) => {
      const column = columns.get(field)
      const text = column ? cellText(cells[column.index]) : ''
      if (text === '') return {}
      const value = reader(text, field)
      if (value !== null) return { [field]: value }
      report({ file, row, column: column!.header, message: `“${shortened(text)}” ${cure}` })
      return {}
    }
    return {
      ...read('offers', values, ''),
      ...read('wants', values, ''),
      ...read('interests', values, ''),
      ...read('workStyle', values, ''),
      ...read(
        'languages',
        languages,
        'is not a list of languages we know. Write it like “English; Portuguese” or “en; pt”.',
      ),
      ...read(
        'availability',
        readHours,
        'are not hours of a week we can read. Write them like “Mon 9-12; Tue-Thu 13-17”.',
      ),
      ...read(
        'capacity',
        wholeNumber,
        `is not a number of pairs. Write a whole number from 0 to ${MOST_PAIRS}.`,
      ),
      ...read('hoursAMonth', hours, 'is not a number of hours. Write it like “3” or “2.5”.'),
    }
  }

  function values(text: string, field: ProfileField): string[] {
    const written = text.split(spaced.has(field) ? /\s+/ : /[;,|\n]/).map((each) => cleanText(each))
    return [...new Set(written.filter(Boolean).map((each) => labelOf(each)))]
  }

  function labelOf(written: string): string {
    const value = comparableValue(written)
    labelled(value, written)
    return value
  }
}

/** Ids such as `ai-at-work social-media`, with spaces between them, as the product's own files have them. */
function listsIds(rows: readonly Row[], index: number): boolean {
  const texts = rows.map(({ cells }) => cellText(cells[index])).filter(Boolean)
  return (
    texts.some((text) => text.includes('-')) &&
    texts.every((text) => /^[a-z0-9]+([- ][a-z0-9]+)*$/.test(text))
  )
}

function languages(text: string): string[] | null {
  const whole = readLanguage(cleanText(text))
  if (whole) return [whole]
  const parts = text.split(/[;,|/\n]/).length > 1 ? text.split(/[;,|/\n]/) : text.split(/\s+/)
  const read = parts
    .map((part) => cleanText(part))
    .filter(Boolean)
    .map(readLanguage)
  return read.every((tag) => tag !== null) ? [...new Set(read)] : null
}

function wholeNumber(text: string): number | null {
  return /^\d{1,3}$/.test(text) && Number(text) <= MOST_PAIRS ? Number(text) : null
}

function hours(text: string): number | null {
  return /^\d{1,3}([.,]\d{1,2})?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/** Line breaks stay: they may stand between values. */
function cellText(cell: string | undefined): string {
  return (cell ?? '').split('\n').map(cleanText).filter(Boolean).join('\n')
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
