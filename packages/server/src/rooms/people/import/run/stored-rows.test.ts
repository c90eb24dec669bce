import { describe, expect, test } from 'vitest'
import { packRows, unpackRows } from './stored-rows.ts'

describe('rows kept between reading and applying', () => {
  test('hold nothing of a sensitive column, not even in a remark about its letters (R6)', async () => {
    const remark = (column: string) =>
      ({ row: 2, column, code: 'damaged-letters', message: `“${column}Ã©”`, kind: 'problem' }) as const
    const rows = [{ row: 2, cells: ['Ann', 'Nice'], problems: [remark('Name'), remark('Place of birth')] }]
    const batches = (async function* () {
      yield rows
    })()

    const kept = await unpackRows(await packRows(batches, new Set([1]), new Set(['Place of birth'])))

    expect(kept.flat()).toEqual([{ row: 2, cells: ['Ann', ''], problems: [remark('Name')] }])
  })
})
