import { isEmailAddress } from '../cells/email.ts'
import { readStatus } from '../cells/status.ts'
import type { ColumnTitle } from '../columns/guess-columns.ts'
import { headerWords } from '../columns/header-words.ts'
import { normaliseHeader } from '../columns/normalise-header.ts'
import type { RawRecord } from './records.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'

/** Lines of a report's own heading, such as "Workers as of 1 May", that may stand above the titles. */
const MOST_HEADING_LINES = 10

export type HeaderRows = {
  readonly columns: ColumnTitle[]
  /** 1, or 2 where keys stand above titles as in SuccessFactors. */
  readonly headerRows: 1 | 2
  /** Where data begin, as an index into the records given. */
  readonly dataFrom: number
}

/**
 * Finds the titles of the columns.
 *
 * @param records - The first rows of the file.
 * @throws {@link UnreadableFileError} `header-only` when no row holds data; `no-header` when the first row is a person.
 */
export function findHeaderRows(records: readonly RawRecord[]): HeaderRows {
  const first = records.findIndex(({ cells }, index) => filled(cells) > 0 && !isHeadingLine(records, index))
  const keys = records[first]?.cells
  if (!keys)
    throw new UnreadableFileError(
      'empty',
      'This file holds no text. Export the list of people again and use the new file.',
    )
  if (keys.some(isEmailAddress)) {
    throw new UnreadableFileError(
      'no-header',
      'The first row holds a person where the titles of the columns should be. Add a first row such as “Given name, Family name, Work e-mail”.',
    )
  }

  const second = records[first + 1]?.cells
  const two = second !== undefined && isSecondHeader(keys, second)
  const titles = two ? second : keys
  const dataFrom = first + (two ? 2 : 1)
  if (!records.slice(dataFrom).some(({ cells }) => filled(cells) > 0)) {
    throw new UnreadableFileError(
      'header-only',
      'This file holds titles of columns but nobody below them. Export the list again with its rows.',
    )
  }
  return { columns: titlesWithoutTrailingBlanks(keys, titles), headerRows: two ? 2 : 1, dataFrom }
}

function isHeadingLine(records: readonly RawRecord[], index: number): boolean {
  const next = records.slice(index + 1, index + MOST_HEADING_LINES).find(({ cells }) => filled(cells) >= 3)
  return index < MOST_HEADING_LINES && next !== undefined && filled(records[index]!.cells) === 1
}

/** Keys above titles: the second row repeats titles, and says "Status" where a person would be active or not. */
function isSecondHeader(keys: readonly string[], second: readonly string[]): boolean {
  if (second.some(isEmailAddress)) return false
  const named = second.filter((cell) => knownTitles.has(normaliseHeader(cell).replaceAll(' ', ''))).length
  if (named >= Math.max(2, filled(second) / 2)) return true

  const looksLikeKeys = keys.every((key) => /^[A-Z0-9_]*$/.test(key.trim()))
  const status = keys.findIndex((key) => normaliseHeader(key) === 'status')
  const statusWord = second[status]?.trim() ?? ''
  return (
    looksLikeKeys &&
    statusWord !== '' &&
    readStatus(statusWord) === null &&
    keys.some((key) => normaliseHeader(key) === 'userid')
  )
}

const knownTitles = new Set(
  Object.values(headerWords)
    .flatMap(({ usual }) => usual)
    .map((title) => title.replaceAll(' ', '')),
)

function titlesWithoutTrailingBlanks(keys: readonly string[], titles: readonly string[]): ColumnTitle[] {
  let width = Math.max(keys.length, titles.length)
  while (width > 0 && !keys[width - 1]?.trim() && !titles[width - 1]?.trim()) width--
  return Array.from({ length: width }, (_, index) => {
    const key = keys[index]?.trim() || titles[index]?.trim() || `Column ${index + 1}`
    return { index, key, header: titles[index]?.trim() || key }
  })
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell.trim() !== '').length
}
