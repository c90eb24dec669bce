import { randomUUID } from 'node:crypto'
import type { ImportColumn, ImportField, PeopleImport } from '@viceversa/domain/people/contract.ts'
import { watchDateColumns } from '@viceversa/domain/people/import/columns/date-columns.ts'
import { guessColumns } from '@viceversa/domain/people/import/columns/guess-columns.ts'
import { recogniseSystem } from '@viceversa/domain/people/import/columns/recognise-system.ts'
import { openTable } from '@viceversa/domain/people/import/reading/open-table.ts'
import { UnreadableFileError } from '@viceversa/domain/people/import/reading/unreadable-file-error.ts'
import type { ImportMapping } from '@viceversa/domain/people/import-fields.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'
import type { RequestContext } from '../../../../platform/http/request-context.ts'
import { fingerprintOf, recallMapping } from '../remembered-mapping.ts'
import { addImport, findImport, rememberedLevels, rememberedMapping } from './import-queries.ts'
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
    const mapping = remembered ? recallMapping(read.titles, remembered.mapping) : guessed(read.columns)
    await addImport(
      db,
      {
        id: importId,
        fileName: file.name.slice(-255) || 'people.csv',
        format: read.format,
        columns: read.columns,
        mapping,
        mappingRemembered: remembered !== undefined,
        choices: {
          levels: await rememberedLevels(db),
          dateOrder: hasOpenDates(read.columns, mapping) ? (remembered?.dateOrder ?? null) : null,
        },
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
    const withheldIndexes = new Set(withheld.map(({ index }) => index))
    const dates = watchDateColumns(withheldIndexes)
    const rows = await packRows(
      dates.rows(table.rows),
      withheldIndexes,
      new Set(withheld.map(({ header }) => header)),
    )
    return {
      columns: columns.map((column) => ({ ...column, dates: dates.ofColumn(column.index) })),
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

/** Dates that say themselves how they are meant are not read as the last file's were. */
function hasOpenDates(columns: readonly ImportColumn[], mapping: ImportMapping): boolean {
  return columns.some(({ index, dates }) => dates !== null && mapping[index] === 'hireDate')
}

function guessed(columns: readonly { index: number; guess: ImportField }[]): Record<string, ImportField> {
  return Object.fromEntries(columns.map(({ index, guess }) => [index, guess]))
}
