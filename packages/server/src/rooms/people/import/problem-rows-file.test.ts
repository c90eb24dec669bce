import { neutralised, restored } from '@viceversa/domain/people/import/neutralise.ts'
import { readTable } from '@viceversa/domain/people/import/testing/import-text.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemRowsFile } from './problem-rows-file.ts'

describe('the file of rows to mend', () => {
  const problem = { row: 3, column: 'Name', code: 'formula', kind: 'problem', message: 'Mend it.' } as const

  test('can be uploaded again once it is mended, with the reason beside each row', async () => {
    const file = [
      ...problemRowsFile(['Name', 'Email'], [{ row: 3, cells: ['=1+1', 'ann@example.com'] }], [problem]),
    ].join('')

    expect(file).toBe(
      '\ufeff"Name","Email","Row in the file","What to mend"\r\n"\'=1+1","ann@example.com","3","Name: Mend it."\r\n',
    )
    expect((await readTable(file)).rows[0]?.cells.map(restored)).toEqual([
      '=1+1',
      'ann@example.com',
      '3',
      'Name: Mend it.',
    ])
  })

  test.each(['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', "'=1", '＝1'])(
    'opens %j as text in a spreadsheet',
    (cell) => {
      expect(neutralised(cell)).toBe(`'${cell}`)
    },
  )

  test('loses not one character of any cell, names such as -Ana, =Lee and ’t Hooft included', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...`'=+-@ \t\r\nAé`) }),
    )
    fc.assert(
      fc.property(text, (cell) => {
        expect(restored(neutralised(cell))).toBe(cell)
      }),
    )
    for (const name of ['-Ana', '=Lee', "'t Hooft", "''x", "'=x"])
      expect(restored(neutralised(name))).toBe(name)
  })
})
