import { randomUUID } from 'node:crypto'
import type { ImportField, PeopleImport } from '@viceversa/domain/people/contract.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'
import type { RequestContext } from '../../../../platform/http/request-context.ts'
import { guessColumns } from '../columns/guess-columns.ts'
import { recogniseSystem } from '../columns/recognise-system.ts'
import { fingerprintOf, recallMapping } from '../columns/remembered-mapping.ts'
import { openTable } from '../reading/open-table.ts'
import { UnreadableFileError } from '../reading/unreadable-file-error.ts'
import { addImport, findImport, rememberedMapping } from './import-queries.ts'
import { packRows } from './stored-rows.ts'

/**
 * Reads a file: its form is recognised, its columns are guessed or recalled, nothing is changed. Cells of sensitive
 * columns are dropped here and never stored (rule R6).
 *
 * @throws ProblemError `file-not-readable` with one sentence that says why and what to do.
 */
export async function readFile(
  { act, platform }: Pick<RequestContext, 'act' | 'platform'>,
  file: File,
  me: string,
): Promise<PeopleImport> {
  const read = await readTable(file)
  const importId = randomUUID()
  return act(async (db) => {
    const remembered = await rememberedMapping(db, read.fingerprint)
    const mapping = remembered ? recallMapping(read.titles, remembered) : guessed(read.columns)
    await addImport(
      db,
      {
        id: importId,
        fileName: file.name.slice(-255) || 'people.csv',
        format: read.format,
        columns: read.columns,
        mapping,
        mappingRemembered: remembered !== undefined,
        rows: read.rows,
      },
      me,
      platform.clock.now(),
    )
    const added = await findImport(db, importId)
    if (!added) throw new Error('The import was not kept.')
    return added
  })
}

async function readTable(file: File) {
  try {
    const table = await openTable(file.stream())
    const columns = guessColumns(table.columns, table.sample)
    const withheld = columns.filter(({ sensitive }) => sensitive !== null)
    const rows = await packRows(
      table.rows,
      new Set(withheld.map(({ index }) => index)),
      new Set(withheld.map(({ header }) => header)),
    )
    return {
      columns,
      titles: table.columns,
      fingerprint: fingerprintOf(table.columns),
      rows,
      format: {
        encoding: table.encoding(),
        delimiter: table.delimiter,
        headerRows: table.headerRows,
        system: recogniseSystem(table.columns.flatMap(({ header, key }) => [header, key])),
      },
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) {
      throw new ProblemError('file-not-readable', error.message, { reason: error.code })
    }
    throw error
  }
}

function guessed(columns: readonly { index: number; guess: ImportField }[]): Record<string, ImportField> {
  return Object.fromEntries(columns.map(({ index, guess }) => [index, guess]))
}
