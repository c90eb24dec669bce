import { type CsvError, parse } from 'csv-parse'
import type { Delimiter } from './dialect.ts'
import { limits } from './limits.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'

/** One row as it stands in the file. */
export type RawRecord = {
  /** As a spreadsheet counts: the first row of the file is 1, a row with line breaks in a cell is one row. */
  readonly row: number
  readonly cells: string[]
  /** Index of a cell in which a quotation mark stands where none may, so that its bounds are uncertain. */
  readonly strayQuoteAt: number | null
}

/**
 * Splits text into rows and cells (RFC 4180, and what spreadsheets make of it).
 *
 * @param pieces - Text in order; rows may end anywhere in it.
 * @returns Rows in order, in batches of what one piece of text holds.
 * @throws {@link UnreadableFileError} when a quotation mark never closes or a cell never ends.
 */
export async function* records(
  pieces: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<RawRecord[]> {
  let batch: RawRecord[] = []
  let row = 0
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // A quotation mark inside a bare cell (5" screen) is a character like any other.
    relax_quotes: true,
    max_record_size: limits.rowBytes,
    raw: true,
    // With `raw`, the library hands over the cells and the text they were read from together.
    on_record: (parsed: unknown) => {
      const { record: cells, raw } = parsed as { record: string[]; raw: string }
      batch.push({ row: ++row, cells, strayQuoteAt: strayQuoteIn(cells, raw) })
      return null
    },
  })
  let failure: Error | undefined
  parser.on('error', (error) => {
    failure = error
  })
  parser.resume()

  const feed = (piece: string | null) =>
    new Promise<void>((resolve) => {
      if (piece === null) parser.end(() => resolve()).once('error', () => resolve())
      else parser.write(piece, () => resolve())
    })

  for await (const piece of pieces) {
    await feed(piece)
    if (failure) break
    if (batch.length > 0) yield batch
    batch = []
  }
  if (!failure) await feed(null)
  if (batch.length > 0) yield batch
  if (failure) throw sentenceFor(failure as CsvError, row + 1)
}

/** A cell that was quoted but goes on after its closing mark keeps the opening one; a well-quoted one is found in the raw row. */
function strayQuoteIn(cells: readonly string[], raw: string): number | null {
  const index = cells.findIndex(
    (cell) => cell.startsWith('"') && !raw.includes(`"${cell.replaceAll('"', '""')}"`),
  )
  return index === -1 ? null : index
}

function sentenceFor(error: CsvError, row: number): Error {
  const column = Number(error.index ?? 0) + 1
  // A cell that swallows line after line is one whose closing mark is missing.
  const swallowedLines = Number(error.lines) - row > 10
  if (error.code === 'CSV_QUOTE_NOT_CLOSED' || (error.code === 'CSV_MAX_RECORD_SIZE' && swallowedLines)) {
    return new UnreadableFileError(
      'quote-not-closed',
      `In row ${row}, column ${column}, a quotation mark (") opens a cell and is never closed. Close it, or take it out, and try the file again.`,
    )
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new UnreadableFileError(
      'cell-too-long',
      `The cell in row ${row}, column ${column} is longer than a cell of a list of people can be (${limits.cellCharacters.toLocaleString('en')} characters). Shorten it and try the file again.`,
    )
  }
  return error
}
