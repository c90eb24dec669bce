import type { ImportColumn } from '../../contract.ts'
import { cleanText } from '../cells/clean-text.ts'
import { readDate, settleDate } from '../cells/date.ts'
import { dateOrderWatch } from '../cells/date-order.ts'
import type { TableRow } from '../reading/open-table.ts'

type DatesOfColumn = ImportColumn['dates']

/**
 * Watches the rows go by for columns whose dates can be read two ways.
 *
 * @param withheld - Sensitive columns, of which nothing is looked at (rule R6).
 */
export function watchDateColumns(withheld: ReadonlySet<number>) {
  const watches = new Map<number, ReturnType<typeof dateOrderWatch>>()
  return {
    async *rows(batches: AsyncIterable<TableRow[]>): AsyncGenerator<TableRow[]> {
      for await (const batch of batches) {
        for (const { cells } of batch) cells.forEach(look)
        yield batch
      }
    },
    /** What is to be decided about a column, once every row has gone by; `null` for nothing. */
    ofColumn(index: number): DatesOfColumn {
      const decided = watches.get(index)?.decide()
      if (!decided?.example) return null
      const { order, example } = decided
      return {
        assumed: order,
        example: example.text,
        dayFirst: settleDate(example, 'day-first'),
        monthFirst: settleDate(example, 'month-first'),
      }
    },
  }

  function look(cell: string, index: number): void {
    if (withheld.has(index)) return
    const text = /^[\s'=]/.test(cell) ? cleanText(cell) : cell
    if (!/^\d{1,2}[/-]\d/.test(text)) return
    const date = readDate(text)
    if (!date) return
    const watch = watches.get(index) ?? dateOrderWatch()
    watches.set(index, watch)
    watch.see(date)
  }
}
