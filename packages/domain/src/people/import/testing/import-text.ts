import { readFileSync } from 'node:fs'
import type { ImportChoices, ImportColumn } from '../../contract.ts'
import type { ImportMapping } from '../../import-fields.ts'
import { withoutPause } from '../breath.ts'
import { guessColumns } from '../columns/guess-columns.ts'
import type { DirectoryPerson } from '../plan/directory-person.ts'
import { type ImportPlan, planImport } from '../plan/plan-import.ts'
import { openTable, type Table, type TableRow } from '../reading/open-table.ts'
import { readPeople } from '../rows/read-people.ts'

/** The bytes of a file in pieces, as an upload brings them. */
export async function* inPieces(bytes: Uint8Array | string, size = 7): AsyncGenerator<Uint8Array> {
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  for (let from = 0; from < all.length; from += size) yield all.subarray(from, from + size)
}

export function oracleFile(): Buffer {
  return readFileSync(new URL('./people-oracle-hr.csv', import.meta.url))
}

export async function readTable(bytes: Uint8Array | string): Promise<{ table: Table; rows: TableRow[] }> {
  const table = await openTable(inPieces(bytes, 4096))
  const rows: TableRow[] = []
  for await (const batch of table.rows) rows.push(...batch)
  return { table, rows }
}

export type ImportOptions = {
  readonly directory?: readonly DirectoryPerson[]
  readonly mapping?: ImportMapping
  readonly choices?: Partial<ImportChoices>
  readonly markMissingAsLeft?: boolean
  readonly stay?: ReadonlySet<string>
}

/** A file all the way to its plan, with the guessed mapping unless another is given. */
export async function importText(
  bytes: Uint8Array | string,
  { directory = [], mapping, choices = {}, markMissingAsLeft = false, stay = new Set() }: ImportOptions = {},
): Promise<{ columns: ImportColumn[]; plan: ImportPlan }> {
  const table = await openTable(inPieces(bytes, 64 * 1024))
  const columns = guessColumns(table.columns, table.sample)
  const chosen = mapping ?? Object.fromEntries(columns.map(({ index, guess }) => [index, guess]))
  const title = (field: string) => columns.find(({ index }) => chosen[index] === field)?.header ?? null

  const { levels = null, dateOrder = null } = choices
  const read = await readPeople(table.rows, table.columns, chosen, withoutPause, { dateOrder })
  const request = {
    read,
    directory,
    columns: { externalId: title('externalId'), email: title('email') },
    levels,
    idFor: (row: number) => `new-${row}`,
    markMissingAsLeft,
    stay,
  }
  return { columns, plan: await planImport(request, withoutPause) }
}

/** A file as far as its rows are read as people, with the guessed mapping. */
export async function readForLevels(bytes: string) {
  const table = await openTable(inPieces(bytes))
  const columns = guessColumns(table.columns, table.sample)
  const mapping: ImportMapping = Object.fromEntries(columns.map(({ index, guess }) => [index, guess]))
  return { columns, mapping, read: await readPeople(table.rows, table.columns, mapping, withoutPause) }
}

/** The directory once a plan has been carried out. */
export function carriedOut(plan: ImportPlan, directory: readonly DirectoryPerson[] = []): DirectoryPerson[] {
  const after = new Map([...plan.updated, ...plan.missing].map((update) => [update.before.id, update.after]))
  return [
    ...directory.map((person) => after.get(person.id) ?? person),
    ...plan.created.map(({ after: person }) => person),
  ]
}
