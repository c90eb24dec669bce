import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { inPieces, readTable } from '../testing/import-text.ts'
import { limits } from './limits.ts'
import { openRows, openTable } from './open-table.ts'

const header = 'Vorname;Nachname;E-Mail;Abteilung'
const people = `${header}\r\nJürgen;Größe;juergen@example.com;Einkauf\r\nZoë;O’Neill;zoe@example.com;Büro`

describe('opening a file as a table', () => {
  test.each([
    { encoding: 'utf-8', bytes: Buffer.from(people), because: 'UTF-8 without a mark' },
    { encoding: 'utf-8', bytes: Buffer.from(`\ufeff${people}`), because: 'UTF-8 with a mark' },
    { encoding: 'utf-16le', bytes: Buffer.from(`\ufeff${people}`, 'utf16le'), because: 'UTF-16 with a mark' },
    { encoding: 'utf-16le', bytes: Buffer.from(people, 'utf16le'), because: 'UTF-16 without a mark' },
    {
      encoding: 'utf-16be',
      bytes: Buffer.from(`\ufeff${people}`, 'utf16le').swap16(),
      because: 'big-endian UTF-16',
    },
    {
      encoding: 'utf-16be',
      bytes: Buffer.from(people, 'utf16le').swap16(),
      because: 'the same without a mark',
    },
    {
      encoding: 'windows-1252',
      bytes: iconv.encode(people, 'win1252'),
      because: 'what Excel of western Europe saves',
    },
  ])('reads $encoding: $because', async ({ encoding, bytes }) => {
    const { table, rows } = await readTable(bytes)

    expect(table.encoding()).toBe(encoding)
    expect(table.delimiter).toBe(';')
    expect(table.columns.map((column) => column.header)).toEqual([
      'Vorname',
      'Nachname',
      'E-Mail',
      'Abteilung',
    ])
    expect(rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [2, 'Jürgen', 'Größe', 'juergen@example.com', 'Einkauf'],
      [3, 'Zoë', 'O’Neill', 'zoe@example.com', 'Büro'],
    ])
  })

  test('decides the encoding by the first letter beyond ASCII, however far down it stands', async () => {
    const plain = Array.from({ length: 5000 }, (_, i) => `Ann;Lee;ann${i}@example.com;Sales`).join('\n')
    const { table, rows } = await readTable(
      iconv.encode(`${header}\n${plain}\nJürgen;Größe;j@example.com;Büro`, 'win1252'),
    )

    expect(table.encoding()).toBe('windows-1252')
    expect(rows.at(-1)?.cells[0]).toBe('Jürgen')
  })

  test('takes Excel at its word when the first line says sep=', async () => {
    const { table, rows } = await readTable('sep=;\r\nName;E-mail\r\n"Lee, Ann";ann@example.com\r\n')

    expect(table.delimiter).toBe(';')
    expect(rows).toEqual([{ row: 2, cells: ['Lee, Ann', 'ann@example.com'], problems: [] }])
  })

  test('takes a delimiter that somebody names, whatever the file looks like', async () => {
    const bytes = inPieces('Name;Wants|Offers\nAnn;a,b|c\n')

    expect((await openTable(bytes, '|')).columns.map(({ header }) => header)).toEqual([
      'Name;Wants',
      'Offers',
    ])
  })

  test('reads a list without titles from its first row on', async () => {
    const { rows } = await openRows(inPieces('ann@example.com;bob@example.com\n\ncy@example.com;\n'))

    const cells: string[][] = []
    for await (const batch of rows) cells.push(...batch.map((row) => row.cells))
    expect(cells).toEqual([['ann@example.com', 'bob@example.com'], [''], ['cy@example.com', '']])
  })

  test('knows the two header rows of SuccessFactors, with data from row three (R5)', async () => {
    const { table, rows } = await readTable(
      'STATUS,USERID,FIRSTNAME,LASTNAME,EMAIL,MANAGER\nStatus,User ID,First Name,Last Name,Email,Manager\nactive,007,Ann,Lee,ann@example.com,NO_MANAGER\n',
    )

    expect(table.headerRows).toBe(2)
    expect(table.columns[1]).toEqual({ index: 1, key: 'USERID', header: 'User ID' })
    expect(rows.map(({ row }) => row)).toEqual([3])
  })

  test('passes over the heading a report prints above its titles', async () => {
    const { table, rows } = await readTable(
      'All workers as of 1 May\n\nName,Email,Dept\nAnn Lee,ann@example.com,Sales\n',
    )

    expect(table.columns.map(({ header }) => header)).toEqual(['Name', 'Email', 'Dept'])
    expect(rows[0]?.row).toBe(4)
  })

  test('keeps a quotation mark inside a bare cell', async () => {
    const { rows } = await readTable('Name\tTitle\nAnn Lee\t5" screens and "more"\n')

    expect(rows[0]).toEqual({ row: 2, cells: ['Ann Lee', '5" screens and "more"'], problems: [] })
  })

  test('any table, in any delimiter, encoding and quoting, reads back the same', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'aZ09 éß,;|\t"\'\n=-@Жø'), maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 2, max: 5 })
          .chain((width) =>
            fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
          ),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('utf8', 'utf8-mark', 'utf16le', 'utf16be'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        async (cells, delimiter, encoding, lineEnd, quoteAll) => {
          const titles = cells[0]!.map((_, i) => `Column ${i}`)
          const written = [titles, ...cells]
            .map((row) => row.map((each) => quoted(each, quoteAll, delimiter)).join(delimiter))
            .join(lineEnd)
          const filled = cells.filter((row) => row.some((each) => each.trim() !== ''))
          if (filled.length === 0) return

          const { rows } = await readTable(encode(`sep=${delimiter}\n${written}`, encoding))

          expect(rows.map((row) => row.cells)).toEqual(filled)
          expect(rows.flatMap((row) => row.problems)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  test('finds the delimiter by itself', async () => {
    for (const delimiter of [',', ';', '\t', '|']) {
      const rows = [
        ['Name', 'E-mail', 'Note'],
        ['"Lee, Ann; the 2nd"', 'ann@example.com', '"a|b\tc"'],
        ['Bo', 'bo@example.com', 'x'],
      ]
      const { table } = await readTable(rows.map((row) => row.join(delimiter)).join('\n'))

      expect(table.delimiter).toBe(delimiter)
    }
  })
})

describe('a row of the wrong shape', () => {
  test('is named with its number and what to do, and the others are read', async () => {
    const { rows } = await readTable(
      'Name,Email,Dept\nAnn,ann@example.com\nBo,bo@example.com,Sales,\nCy,cy@example.com,Sales,London\n',
    )

    expect(rows.map(({ row, problems }) => [row, ...problems.map(({ message }) => message)])).toEqual([
      [2, 'This row has 2 cells for 3 columns. Add what is missing, or take out a line break inside a cell.'],
      [3],
      [
        4,
        'This row has 4 cells for 3 columns. Put quotation marks around a cell that contains the separator.',
      ],
    ])
  })

  test('is named when a quotation mark leaves its cell open', async () => {
    const { rows } = await readTable('Name,Email\n"Ann" Lee,ann@example.com\n"""Bo"" Ek",bo@example.com\n')

    expect(
      rows.map(({ problems }) => problems.map(({ row, column, code }) => ({ row, column, code }))),
    ).toEqual([[{ row: 2, column: 'Name', code: 'stray-quote' }], []])
  })

  test('is named when a cell is longer than any cell should be', async () => {
    const { rows } = await readTable(`Name,Note\nAnn,${'x'.repeat(10_001)}\n`)

    expect(rows[0]?.problems[0]).toMatchObject({
      row: 2,
      column: 'Note',
      message: 'This cell holds 10,001 characters; 10,000 is the most. Shorten it.',
    })
    expect(rows[0]?.cells[1]).toHaveLength(100)
  })
})

describe('a file that is no list of people', () => {
  const zip = (name: string) =>
    Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      Buffer.alloc(26),
      Buffer.from(name),
      Buffer.alloc(50),
    ])
  const fiveMegabytes = 'x'.repeat(5_000_000)

  test.each([
    {
      what: 'an Excel workbook',
      bytes: zip('xl/workbook.xml'),
      says: 'This is an Excel workbook. In Excel choose File, Save as, CSV UTF-8, and use that file.',
    },
    {
      what: 'an old Excel workbook',
      bytes: Buffer.from('\xd0\xcf\x11\xe0rest', 'latin1'),
      says: 'This is an old Excel workbook',
    },
    { what: 'a PDF', bytes: '%PDF-1.7', says: 'This is a PDF.' },
    {
      what: 'a picture',
      bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
      says: 'This is a picture (PNG).',
    },
    { what: 'a web page called .xls', bytes: '<html><table>', says: 'This is a web page' },
    { what: 'JSON', bytes: '[{"name":"Ann"}]', says: 'This is a JSON file.' },
    {
      what: 'any other binary file',
      bytes: Buffer.from([1, 0, 0, 2, 0, 0, 0, 9, 200, 0, 0, 1]),
      says: 'This is not a text file',
    },
    { what: 'an empty file', bytes: '', says: 'This file is empty.' },
    { what: 'blank lines', bytes: '\n\n  \n', says: 'This file holds no text.' },
    {
      what: 'titles alone',
      bytes: 'Name,Email\n',
      says: 'This file holds titles of columns but nobody below them.',
    },
    {
      what: 'people without titles',
      bytes: 'Ann,Lee,ann@example.com\nBo,Ek,bo@example.com\n',
      says: 'The first row holds a person',
    },
    {
      what: 'a quotation mark never closed',
      bytes: 'Name,Email\nAnn,ann@example.com\nBo,"bo@example.com\nCy,cy@example.com\n',
      says: 'In row 3, column 2, a quotation mark (") opens a cell and is never closed.',
    },
    {
      what: '5 MB in one cell',
      bytes: `Name,Email\nAnn,${fiveMegabytes}\n`,
      says: 'The cell in row 2, column 2 is longer than a cell of a list of people can be (10,000 characters).',
    },
    {
      what: '5 MB in one quoted cell',
      bytes: `Name,Email\nAnn,"${fiveMegabytes}"\n`,
      says: 'The cell in row 2, column 2 is longer',
    },
    {
      what: 'a mark that swallows thousands of lines',
      bytes: `Name,Email\n"Ann,ann@example.com\n${'Bo,bo@example.com\n'.repeat(100_000)}`,
      says: 'In row 2, column 1, a quotation mark (") opens a cell',
    },
    {
      what: 'too many columns',
      bytes: `${Array.from({ length: limits.columns + 1 }, (_, i) => `c${i}`).join()}\n1\n`,
      says: 'This file has 301 columns; 300 is the most we read.',
    },
    {
      what: 'letters saved twice',
      bytes: 'Name,Email\nJosÃ© GarcÃ­a,jose@example.com\n',
      says: 'Row 2, column “Name”, reads “JosÃ© GarcÃ­a”, so the file was saved in the wrong encoding.',
    },
    {
      what: 'letters lost',
      bytes: 'Name,Email\nJos\ufffd,jose@example.com\n',
      says: 'Row 2, column “Name”, reads “Jos\ufffd”',
    },
    {
      what: 'Shift JIS',
      bytes: iconv.encode('名前,メール\n山田太郎,taro@example.com\nソニー,b@example.com', 'shiftjis'),
      says: 'in an encoding we cannot tell',
    },
  ])('says so for $what', async ({ bytes, says }) => {
    await expect(readTable(bytes)).rejects.toMatchObject({
      name: 'UnreadableFileError',
      message: expect.stringContaining(says),
    })
  })

  test('but a few damaged names among many rows are problems of their rows', async () => {
    const sound = Array.from({ length: 500 }, (_, i) => `Ann,ann${i}@example.com`).join('\n')
    const { rows } = await readTable(`Name,Email\n${sound}\nJosÃ©,jose@example.com\n`)

    expect(rows.at(-1)?.problems).toEqual([
      {
        row: 502,
        column: 'Name',
        code: 'damaged-letters',
        kind: 'problem',
        message: '“JosÃ©” is garbled; it probably reads “José”. Correct it, and save the file as CSV UTF-8.',
      },
    ])
  })

  test('does not read on when nobody asks for more rows', async () => {
    let taken = 0
    const endless = async function* () {
      yield Buffer.from('Name,Email\n')
      for (;;) {
        taken++
        yield Buffer.from('Ann,ann@example.com\n'.repeat(1000))
      }
    }
    const table = await openTable(endless())
    await table.rows.return(undefined)

    expect(taken).toBeLessThan(20)
    expect(await openTable(inPieces('a,b\n1,2'))).toMatchObject({ delimiter: ',' })
  })
})

function quoted(cell: string, always: boolean, delimiter: string): string {
  const needed = always || cell.includes(delimiter) || /["\n\r]/.test(cell)
  return needed ? `"${cell.replaceAll('"', '""')}"` : cell
}

function encode(text: string, encoding: string): Buffer {
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le')
  if (encoding === 'utf16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16()
  return Buffer.from(encoding === 'utf8-mark' ? `\ufeff${text}` : text)
}
