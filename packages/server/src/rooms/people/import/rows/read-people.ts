import type { ImportField, ImportProblem } from '@viceversa/domain/people/contract.ts'
import type { ImportMapping } from '@viceversa/domain/people/import-fields.ts'
import type { Breath } from '../breathe.ts'
import { type DateOrder, settleDate, type WrittenDate } from '../cells/date.ts'
import { dateOrderWatch } from '../cells/date-order.ts'
import type { ColumnTitle } from '../columns/guess-columns.ts'
import type { TableRow } from '../reading/open-table.ts'
import { type FieldColumns, readRow } from './read-row.ts'
import type { LeftOutRow, StatedPerson } from './stated-person.ts'

export type PeopleRead = {
  readonly people: StatedPerson[]
  readonly leftOut: LeftOutRow[]
  readonly problems: ImportProblem[]
  readonly rows: number
}

/**
 * First pass: every row by itself, and the dates of the column together.
 *
 * @param breath - Gives other work its turn; throws when the import was cancelled.
 * @param seen - Called with the number of rows so far.
 */
export async function readPeople(
  batches: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
  titles: readonly Pick<ColumnTitle, 'index' | 'header'>[],
  mapping: ImportMapping,
  breath: Breath,
  seen: (rows: number) => void = () => {},
): Promise<PeopleRead> {
  const columns = fieldColumns(titles, mapping)
  const people: StatedPerson[] = []
  const leftOut: LeftOutRow[] = []
  const problems: ImportProblem[] = []
  const dates = new Map<number, WrittenDate>()
  const order = dateOrderWatch()
  let rows = 0

  for await (const batch of batches) {
    for (const tableRow of batch) {
      const read = readRow(tableRow, columns)
      rows++
      for (const problem of read.problems) problems.push(problem)
      if (read.person) people.push(read.person)
      if (read.leftOut) leftOut.push(read.leftOut)
      if (read.hireDate) {
        order.see(read.hireDate)
        dates.set(tableRow.row, read.hireDate)
      }
      const pause = breath()
      if (pause) await pause
    }
    seen(rows)
  }

  const dateColumn = columns.get('hireDate')?.header ?? null
  const decided = order.decide()
  if (!decided.certain) problems.push(ambiguousDates(dates, dateColumn))
  return { people: withDates(people, dates, decided.order, dateColumn, problems), leftOut, problems, rows }
}

function fieldColumns(
  titles: readonly Pick<ColumnTitle, 'index' | 'header'>[],
  mapping: ImportMapping,
): FieldColumns {
  const columns = new Map<ImportField, { index: number; header: string }>()
  for (const { index, header } of titles) {
    const field = mapping[index]
    if (field && field !== 'ignore') columns.set(field, { index, header })
  }
  return columns
}

function withDates(
  people: readonly StatedPerson[],
  dates: ReadonlyMap<number, WrittenDate>,
  order: DateOrder,
  column: string | null,
  problems: ImportProblem[],
): StatedPerson[] {
  return people.map((person) => {
    const written = dates.get(person.row)
    if (!written) return person
    const hireDate = settleDate(written, order)
    if (hireDate) return { ...person, hireDate }

    const way = order === 'day-first' ? 'day first' : 'month first'
    const message = `This date does not exist when read ${way}, like the other dates of the column. Write it like 2026-09-14.`
    problems.push({ row: person.row, column, code: 'date-invalid', message, kind: 'note' })
    return person
  })
}

function ambiguousDates(dates: ReadonlyMap<number, WrittenDate>, column: string | null): ImportProblem {
  const [row, date] = [...dates].find(([, { kind }]) => kind === 'two-ways')!
  const example = date.kind === 'two-ways' ? `${pad(date.first)}/${pad(date.second)}/${date.year}` : ''
  return {
    row,
    column,
    code: 'dates-ambiguous',
    message: `Dates such as ${example} can be read two ways, and no date of the column tells which. They are read day first; write them like 2026-09-14 to be sure.`,
    kind: 'note',
  }
}

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
