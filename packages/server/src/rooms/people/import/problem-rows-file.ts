import type { ImportProblem } from '@viceversa/domain/people/contract.ts'
import { neutralised } from '@viceversa/domain/people/import/neutralise.ts'
import { stringify } from 'csv-stringify/sync'

/**
 * Rows that were left out, as CSV that can be mended and uploaded again: the columns as they were, then row and reason.
 *
 * UTF-8 with byte order mark, so that Excel reads the letters right; every cell quoted, and safe to open
 * ({@link neutralised}).
 */
export function* problemRowsFile(
  headers: readonly string[],
  rows: Iterable<{ readonly row: number; readonly cells: readonly string[] }>,
  problems: readonly ImportProblem[],
): Generator<string> {
  const reasons = new Map<number, string[]>()
  for (const { row, column, message } of problems) {
    const reason = column === null ? message : `${column}: ${message}`
    reasons.set(row, [...(reasons.get(row) ?? []), reason])
  }

  yield `\ufeff${line([...headers, 'Row in the file', 'What to mend'])}`
  for (const { row, cells } of rows) yield line([...cells, String(row), (reasons.get(row) ?? []).join(' ')])
}

function line(cells: readonly string[]): string {
  return stringify([cells.map(neutralised)], { quoted: true, record_delimiter: '\r\n' })
}
