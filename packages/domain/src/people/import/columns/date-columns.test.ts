import { describe, expect, test } from 'vitest'
import type { TableRow } from '../reading/open-table.ts'
import { watchDateColumns } from './date-columns.ts'

async function watched(columns: readonly string[][], withheld: number[] = []) {
  const watch = watchDateColumns(new Set(withheld))
  const rows = columns[0]!.map((_, row): TableRow => {
    return { row: row + 2, cells: columns.map((cells) => cells[row]!), problems: [] }
  })
  const batches = (async function* () {
    yield rows
  })()
  const seen: TableRow[] = []
  for await (const batch of watch.rows(batches)) seen.push(...batch)
  expect(seen).toEqual(rows)
  return columns.map((_, index) => watch.ofColumn(index))
}

describe('a column of dates', () => {
  test('that can be read two ways tells which order is assumed, and how one of them reads in each', async () => {
    expect(await watched([['2025-01-02', '05/05/2025', ' 03/04/2025']])).toEqual([
      {
        assumed: 'day-first',
        example: '03/04/2025',
        dayFirst: '2025-04-03',
        monthFirst: '2025-03-04',
      },
    ])
  })

  test('that holds both orders shows one that contradicts', async () => {
    expect(await watched([['04/25/2025', '04/26/2025', '27/04/2025']])).toEqual([
      { assumed: 'month-first', example: '27/04/2025', dayFirst: '2025-04-27', monthFirst: null },
    ])
  })

  test.each([
    ['is settled by one date', ['03/04/2025', '25/04/2025']],
    ['is written with dots or year first', ['03.04.2025', '2025-04-03']],
    ['holds no dates', ['1/2', '12-34-56 78', 'Ann', '']],
  ])('that %s leaves nothing to choose', async (_, cells) => {
    expect(await watched([cells])).toEqual([null])
  })

  test('that is sensitive is not looked at (R6)', async () => {
    expect(await watched([['03/04/1975'], ['03/04/2025']], [0])).toEqual([
      null,
      expect.objectContaining({ example: '03/04/2025' }),
    ])
  })
})
