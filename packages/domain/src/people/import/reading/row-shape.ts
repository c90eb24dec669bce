import type { ImportProblem } from '../../contract.ts'
import type { ColumnTitle } from '../columns/guess-columns.ts'
import type { EncodingWatch } from './encoding-watch.ts'
import { limits } from './limits.ts'
import type { TableRow } from './open-table.ts'
import type { RawRecord } from './records.ts'

/** Cut to this length, a cell that is too long anyway is not carried further. */
const KEPT_OF_A_LONG_CELL = 100

/** Brings a row to the width of the table and reports what is wrong with its shape or letters. */
export function checkedRow(
  { row, cells, strayQuoteAt }: RawRecord,
  columns: readonly ColumnTitle[],
  watch: EncodingWatch,
): TableRow {
  const problems: ImportProblem[] = []
  const report = (column: string | null, code: string, message: string) =>
    problems.push({ row, column, code, message, kind: 'problem' })

  if (strayQuoteAt !== null) {
    report(
      columns[strayQuoteAt]?.header ?? null,
      'stray-quote',
      'A quotation mark (") stands where none may, so we cannot tell where the cell ends. Write "" for each mark inside a quoted cell, or take it out.',
    )
  } else if (extent(cells) > columns.length) {
    report(
      null,
      'ragged-row',
      `This row has ${extent(cells)} cells for ${columns.length} columns. Put quotation marks around a cell that contains the separator.`,
    )
  } else if (cells.length < columns.length && columns.length > 1) {
    report(
      null,
      'ragged-row',
      `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} for ${columns.length} columns. Add what is missing, or take out a line break inside a cell.`,
    )
  }

  const table = columns.map(({ index, header }) => {
    const cell = cells[index] ?? ''
    if (cell.length > limits.cellCharacters) {
      report(
        header,
        'cell-too-long',
        `This cell holds ${cell.length.toLocaleString('en')} characters; ${limits.cellCharacters.toLocaleString('en')} is the most. Shorten it.`,
      )
      return cell.slice(0, KEPT_OF_A_LONG_CELL)
    }
    const damaged = problems.some(({ code }) => code === 'damaged-letters')
      ? null
      : watch.look(cell, row, header)
    if (damaged) report(header, 'damaged-letters', damaged)
    return cell
  })
  return { row, cells: table, problems }
}

/** Cells up to the last that holds something: Excel writes blank ones after it. */
function extent(cells: readonly string[]): number {
  let width = cells.length
  while (width > 0 && cells[width - 1]!.trim() === '') width--
  return width
}
