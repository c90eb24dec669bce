import type { ImportField, ImportProblem } from '@viceversa/domain/people/contract.ts'
import { withoutPause } from '@viceversa/domain/people/import/breath.ts'
import { type ColumnTitle, guessColumns } from '@viceversa/domain/people/import/columns/guess-columns.ts'
import { normaliseHeader } from '@viceversa/domain/people/import/columns/normalise-header.ts'
import type { DirectoryPerson } from '@viceversa/domain/people/import/plan/directory-person.ts'
import { placeRows } from '@viceversa/domain/people/import/plan/place-rows.ts'
import type { Delimiter } from '@viceversa/domain/people/import/reading/dialect.ts'
import { openTable, type TableRow } from '@viceversa/domain/people/import/reading/open-table.ts'
import { readPeople } from '@viceversa/domain/people/import/rows/read-people.ts'
import { importFieldNames, whatMappingLacks } from '@viceversa/domain/people/import-fields.ts'
import type { LevelBasis } from '@viceversa/domain/people/stated-levels.ts'
import { wrongFile, wrongUsage } from '../failure.ts'
import {
  findProfileColumns,
  type ProfileColumns,
  type ProfileField,
  profileFields,
} from './profile-columns.ts'
import { calledInMessages, cannotRead } from './read-bytes.ts'

/** A table whose rows are held, with what its columns are. */
export type OpenedFile = {
  /** As messages call it. */
  readonly file: string
  readonly columns: readonly ColumnTitle[]
  readonly rows: readonly TableRow[]
  /** Columns that are never looked at (rule R6), with the kind of thing they hold. */
  readonly sensitive: ReadonlyMap<number, string>
  /** Columns as an HR export has them. */
  readonly mapping: Readonly<Record<number, ImportField>>
  readonly profileColumns: ProfileColumns
}

/** Columns that somebody named: what each is, and its title. */
export type NamedColumn = { readonly field: ImportField | ProfileField; readonly title: string }

export type Directory = {
  readonly people: readonly DirectoryPerson[]
  /** The row of the file that each person stands in. */
  readonly rowOf: ReadonlyMap<string, TableRow>
  readonly levelsFrom: LevelBasis
  /** Cells that could not be used, and rows left out when that is wanted. */
  readonly notes: readonly ImportProblem[]
  readonly rowsLeftOut: number
}

/**
 * Opens a CSV file and finds out what its columns are, by the same guesses as the product's own import.
 *
 * @throws {@link Failure} when it cannot be read.
 */
export async function openFile(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  { delimiter, named = [] }: { delimiter?: Delimiter | undefined; named?: readonly NamedColumn[] } = {},
): Promise<OpenedFile> {
  try {
    const table = await openTable(bytes, delimiter)
    const rows: TableRow[] = []
    for await (const batch of table.rows) rows.push(...batch)

    const guesses = guessColumns(table.columns, table.sample)
    const sensitive = new Map(
      guesses.flatMap(({ index, sensitive: kind }) => (kind === null ? [] : [[index, kind] as const])),
    )
    const open = table.columns.filter(({ index }) => !sensitive.has(index))
    const profileColumns = findProfileColumns(open)
    const mapping: Record<number, ImportField> = Object.fromEntries(
      guesses.map(({ index, guess }) => [index, guess]),
    )
    for (const { index } of profileColumns.values()) mapping[index] = 'ignore'
    for (const { field, title } of named)
      setColumn(columnTitled(title, open, path), field, mapping, profileColumns)

    for (const { cells } of rows) for (const index of sensitive.keys()) cells[index] = ''
    return { file: calledInMessages(path), columns: table.columns, rows, sensitive, mapping, profileColumns }
  } catch (error) {
    throw cannotRead(path, error)
  }
}

/**
 * Everybody in a file, with whom they report to and on which level they stand. The id of a person is their personnel number
 * where everybody has one, else their e-mail address, so the order of rows changes nothing.
 *
 * @param leaveOut - Whether rows that cannot be used are left out, rather than refusing the file.
 * @throws {@link Failure} naming row, column and cure of what is wrong.
 */
export async function readDirectory(
  opened: OpenedFile,
  { leaveOut }: { leaveOut: boolean },
): Promise<Directory> {
  const { file, columns, rows, mapping } = opened
  refuseIncompleteMapping(opened)
  const read = await readPeople([rows], columns, mapping, withoutPause)

  const numbered = read.people.every(({ externalId }) => externalId && !externalId.includes('@'))
  const idOf = new Map(
    read.people.map(({ row, externalId, email }) => [row, numbered ? externalId! : email] as const),
  )
  const title = (field: ImportField) => columns.find(({ index }) => mapping[index] === field)?.header ?? null
  const placed = await placeRows(
    {
      read,
      directory: [],
      columns: { externalId: title('externalId'), email: title('email') },
      levels: null,
      idFor: (row) => idOf.get(row)!,
    },
    withoutPause,
  )

  const problems = placed.problems.filter(({ kind }) => kind === 'problem').sort((a, b) => a.row - b.row)
  if (problems.length > 0 && !leaveOut) throw wrongFile(...problems.map((problem) => ({ file, ...problem })))
  const tableRows = new Map(rows.map((row) => [row.row, row]))
  return {
    people: placed.rows.map(({ id }) => placed.after.everybody.get(id)!),
    rowOf: new Map(placed.rows.map(({ id, person }) => [id, tableRows.get(person.row)!])),
    levelsFrom: placed.after.levelBasis,
    notes: [...placed.problems, ...placed.after.notes].sort((a, b) => a.row - b.row),
    rowsLeftOut: read.rows - placed.rows.length,
  }
}

/** The column with this title; capitals, accents and hyphens do not matter. */
export function findColumn(title: string, columns: readonly ColumnTitle[]): ColumnTitle | undefined {
  const wanted = normaliseHeader(title)
  return columns.find(
    ({ header, key }) => normaliseHeader(header) === wanted || normaliseHeader(key) === wanted,
  )
}

function columnTitled(title: string, columns: readonly ColumnTitle[], path: string): ColumnTitle {
  const column = findColumn(title, columns)
  if (column) return column
  throw wrongUsage(
    `--column: ${calledInMessages(path)} has no column “${title}”. Its columns are ${titlesOf(columns)}.`,
  )
}

export function titlesOf(columns: readonly ColumnTitle[]): string {
  return columns.map(({ header }) => `“${header}”`).join(', ')
}

function setColumn(
  column: ColumnTitle,
  field: ImportField | ProfileField,
  mapping: Record<number, ImportField>,
  profileColumns: Map<ProfileField, ColumnTitle>,
): void {
  for (const [known, { index }] of profileColumns) if (index === column.index) profileColumns.delete(known)
  if (isProfileField(field)) {
    profileColumns.set(field, column)
    mapping[column.index] = 'ignore'
    return
  }
  for (const index of Object.keys(mapping))
    if (mapping[Number(index)] === field) mapping[Number(index)] = 'ignore'
  mapping[column.index] = field
}

function isProfileField(field: string): field is ProfileField {
  return (profileFields as readonly string[]).includes(field)
}

function refuseIncompleteMapping({ file, columns, mapping }: OpenedFile): void {
  if (whatMappingLacks(mapping).length === 0) return
  const used = new Set(Object.values(mapping))
  const missing = used.has('email')
    ? used.has('displayName') || used.has('givenName') || used.has('familyName')
      ? 'externalId'
      : 'displayName'
    : 'email'
  throw wrongFile({
    file,
    message: `No column is known to hold “${importFieldNames[missing]}”. Its columns are ${titlesOf(columns)}; name the right one with --column "${missing}=Title".`,
  })
}
