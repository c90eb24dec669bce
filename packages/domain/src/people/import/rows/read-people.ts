import type { DateOrder, ImportField, ImportProblem } from '../../contract.ts'
import type { ImportMapping } from '../../import-fields.ts'
import type { Breath } from '../breath.ts'
import { settleDate, type TwoWayDate, type WrittenDate } from '../cells/date.ts'
import { canBeBoth, dateOrderWatch } from '../cells/date-order.ts'
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

export type ReadPeopleOptions = {
  /** How a person said that dates are written; `null` or absent: as the column tells. */
  readonly dateOrder?: DateOrder | null
  /** Called with the number of rows so far. */
  readonly seen?: (rows: number) => void
}

/**
 * First pass: every row by itself, and the dates of the column together.
 *
 * @param breath - Gives other work its turn; throws when the import was cancelled.
 */
export async function readPeople(
  batches: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>,
  titles: readonly Pick<ColumnTitle, 'index' | 'header'>[],
  mapping: ImportMapping,
  breath: Breath,
  { dateOrder = null, seen = () => {} }: ReadPeopleOptions = {},
): Promise<PeopleRead> {
  const columns = fieldColumns(titles, mapping)
  const people: StatedPerson[] = []
  const leftOut: LeftOutRow[] = []
  const problems: ImportProblem[] = []
  const dates = new Map<number, WrittenDate>()
  const watch = dateOrderWatch()
  let rows = 0

  for await (const batch of batches) {
    for (const tableRow of batch) {
      const read = readRow(tableRow, columns)
      rows++
      for (const problem of read.problems) problems.push(problem)
      if (read.person) people.push(read.person)
      if (read.leftOut) leftOut.push(read.leftOut)
      if (read.hireDate) {
        watch.see(read.hireDate)
        dates.set(tableRow.row, read.hireDate)
      }
      const pause = breath()
      if (pause) await pause
    }
    seen(rows)
  }

  const column = columns.get('hireDate')?.header ?? null
  const decided = watch.decide()
  if (!decided.certain && dateOrder === null) problems.push(...ambiguousDates(dates, decided.order, column))
  const dated = withDates(people, dates, dateOrder ?? decided.order, column)
  return {
    people: dated.people,
    leftOut: [...leftOut, ...dated.leftOut],
    problems: [...problems, ...dated.problems],
    rows,
  }
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

/** Reads every date in the order of the column. A date that only the other order knows leaves its row out. */
function withDates(
  people: readonly StatedPerson[],
  dates: ReadonlyMap<number, WrittenDate>,
  order: DateOrder,
  column: string | null,
): Omit<PeopleRead, 'rows'> {
  const leftOut: LeftOutRow[] = []
  const problems: ImportProblem[] = []
  const dated = people.flatMap((person): StatedPerson[] => {
    const { row, externalId, email, displayName } = person
    const written = dates.get(row)
    if (!written) return [person]
    const hireDate = settleDate(written, order)
    if (hireDate) return [{ ...person, hireDate }]

    const meant = settleDate(written, otherOrder(order))
    if (meant && written.kind === 'two-ways') {
      problems.push({
        row,
        column,
        code: 'date-order',
        message: contradiction(written, order, meant),
        kind: 'problem',
      })
      leftOut.push({ row, externalId, email, name: displayName })
      return []
    }
    const message = `This date does not exist when read ${inWords(order)}, like the other dates of the column. Write it like 2026-09-14.`
    problems.push({ row, column, code: 'date-invalid', message, kind: 'note' })
    return [person]
  })
  return { people: dated, leftOut, problems }
}

function contradiction({ text }: TwoWayDate, order: DateOrder, meant: string): string {
  const other = inWords(otherOrder(order))
  return `“${text}” can only be read ${other}, and the dates of this column are read ${inWords(order)}. Write it like ${meant}, or choose ${other} for the column.`
}

function ambiguousDates(
  dates: ReadonlyMap<number, WrittenDate>,
  order: DateOrder,
  column: string | null,
): ImportProblem[] {
  for (const [row, date] of dates) {
    if (!canBeBoth(date)) continue
    const message = `Dates such as ${date.text} can be read two ways. They are read ${inWords(order)}; choose the other order where the columns are set, or write them like 2026-09-14.`
    return [{ row, column, code: 'dates-ambiguous', message, kind: 'note' }]
  }
  return []
}

function otherOrder(order: DateOrder): DateOrder {
  return order === 'day-first' ? 'month-first' : 'day-first'
}

function inWords(order: DateOrder): string {
  return order === 'day-first' ? 'day first' : 'month first'
}
