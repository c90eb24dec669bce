import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { TableRow } from '@viceversa/domain/people/import/reading/open-table.ts'

/** Rows between two looks at whether somebody cancelled. */
const BATCH = 500

/** Rows as they are kept between reading and applying: one JSON text a line, compressed. */
export async function packRows(
  batches: AsyncIterable<readonly TableRow[]>,
  withheld: ReadonlySet<number>,
  withheldTitles: ReadonlySet<string>,
): Promise<Buffer> {
  const lines: string[] = []
  for await (const batch of batches) {
    for (const { row, cells, problems } of batch) {
      const kept = withheld.size === 0 ? cells : cells.map((cell, index) => (withheld.has(index) ? '' : cell))
      // What is wrong with the letters of a cell is told by quoting it.
      const told = problems.filter(
        ({ code, column }) => code !== 'damaged-letters' || !withheldTitles.has(column ?? ''),
      )
      lines.push(JSON.stringify([row, kept, told]))
    }
  }
  return promisify(gzip)(lines.join('\n'))
}

export async function unpackRows(packed: Buffer): Promise<TableRow[][]> {
  const text = (await promisify(gunzip)(packed)).toString()
  const lines = text === '' ? [] : text.split('\n')
  const batches: TableRow[][] = []
  for (let from = 0; from < lines.length; from += BATCH) {
    batches.push(
      lines.slice(from, from + BATCH).map((line) => {
        const [row, cells, problems] = JSON.parse(line) as [number, string[], TableRow['problems']]
        return { row, cells, problems }
      }),
    )
  }
  return batches
}
