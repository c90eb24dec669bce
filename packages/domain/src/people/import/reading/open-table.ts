import type { ImportProblem } from '../../contract.ts'
import type { ColumnTitle } from '../columns/guess-columns.ts'
import { damageOf } from './damaged-text.ts'
import { decode } from './decode.ts'
import { type Delimiter, detectDialect } from './dialect.ts'
import type { Encoding } from './encoding.ts'
import { EncodingWatch } from './encoding-watch.ts'
import { findHeaderRows } from './header-rows.ts'
import { limits } from './limits.ts'
import { type RawRecord, records } from './records.ts'
import { checkedRow } from './row-shape.ts'
import { UnreadableFileError } from './unreadable-file-error.ts'

/** A row with as many cells as there are columns, and what is wrong with its shape, if anything. */
export type TableRow = { readonly row: number; readonly cells: string[]; readonly problems: ImportProblem[] }

export type Table = {
  readonly delimiter: Delimiter
  readonly headerRows: 1 | 2
  readonly columns: readonly ColumnTitle[]
  /** Cells of the first rows, to guess from. */
  readonly sample: readonly (readonly string[])[]
  /** Every row, the sample included, in batches; read once. Rows with nothing in them are passed over. */
  readonly rows: AsyncGenerator<TableRow[]>
  /** As far as known; final once all rows are read. */
  readonly encoding: () => Encoding
}

/** Characters and rows that are looked at before the table's form is settled. */
const SAMPLE_CHARACTERS = 64 * 1024
const SAMPLE_ROWS = 200

/**
 * Opens a file as a table, whatever its encoding, delimiter and header, without holding more of it than a sample.
 *
 * @param bytes - The file from its start.
 * @param delimiter - What stands between the cells, when somebody knows; otherwise it is found out.
 * @throws {@link UnreadableFileError} when the file as a whole is no list; also while its rows are read.
 */
export async function openTable(bytes: AsyncIterable<Uint8Array>, delimiter?: Delimiter): Promise<Table> {
  const { rows: batches, encoding, delimiter: between } = await openRows(bytes, delimiter)

  const head: RawRecord[] = []
  while (head.length < SAMPLE_ROWS) {
    const { done, value } = await batches.next()
    if (done) break
    head.push(...value)
  }
  const { columns, headerRows, dataFrom } = findHeaderRows(head)
  refuseHeader(columns)

  return {
    delimiter: between,
    headerRows,
    columns,
    sample: head.slice(dataFrom, dataFrom + SAMPLE_ROWS).map(({ cells }) => cells),
    rows: tableRows(head.slice(dataFrom), batches, columns),
    encoding,
  }
}

/**
 * Opens a file as rows of cells, the first row like any other: for lists that may have no titles.
 *
 * @throws {@link UnreadableFileError} when the file as a whole is no list; also while its rows are read.
 */
export async function openRows(
  bytes: AsyncIterable<Uint8Array>,
  delimiter?: Delimiter,
): Promise<Pick<Table, 'delimiter' | 'encoding'> & { readonly rows: AsyncGenerator<RawRecord[]> }> {
  const { text, encoding } = await decode(bytes)
  const start = await take(text)
  const dialect = detectDialect(start)
  const between = delimiter ?? dialect.delimiter
  return {
    delimiter: between,
    encoding,
    rows: records(startingWith(start.slice(dialect.skip), text), between),
  }
}

async function* tableRows(
  head: RawRecord[],
  rest: AsyncGenerator<RawRecord[]>,
  columns: readonly ColumnTitle[],
): AsyncGenerator<TableRow[]> {
  const watch = new EncodingWatch()
  let rows = 0
  for await (const batch of startingWith(head, rest)) {
    const table: TableRow[] = []
    for (const record of batch) {
      if (record.cells.every((cell) => cell.trim() === '')) continue
      if (++rows > limits.rows) {
        throw new UnreadableFileError(
          'too-many-rows',
          `This file has more than ${limits.rows.toLocaleString('en')} rows. Split it and import the parts one after the other.`,
        )
      }
      table.push(checkedRow(record, columns, watch))
    }
    yield table
  }
  watch.refuseIfWidespread(rows)
}

function refuseHeader(columns: readonly ColumnTitle[]): void {
  if (columns.length > limits.columns) {
    throw new UnreadableFileError(
      'too-many-columns',
      `This file has ${columns.length.toLocaleString('en')} columns; ${limits.columns} is the most we read. Export fewer columns.`,
    )
  }
  const damaged = columns.find(({ header, key }) => damageOf(header) ?? damageOf(key))
  if (damaged) {
    throw new UnreadableFileError(
      'wrong-encoding',
      `The title of column ${damaged.index + 1} reads “${damaged.header}”, so the file was saved in the wrong encoding. Export it again as CSV UTF-8 (in Excel: File, Save as, CSV UTF-8).`,
    )
  }
}

async function take(text: AsyncGenerator<string>): Promise<string> {
  let taken = ''
  while (taken.length < SAMPLE_CHARACTERS) {
    const { done, value } = await text.next()
    if (done) break
    taken += value
  }
  return taken
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first
  yield* rest
}
