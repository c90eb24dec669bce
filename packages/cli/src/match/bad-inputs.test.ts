import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith, viceversa } from '../testing/run-viceversa.ts'

const people = `Employee ID,Name,Work email,Manager ID,Seat,Hours,Capacity,Gender
1,Head One,head@example.com,,leader,Mon 9-12,1,f
2,Mid Two,two@example.com,1,,,,m
3,Ann Three,ann@example.com,2,mentor,Mon 9-12,1,f
`
const who = ['--mentors', 'Seat=mentor', '--leaders', 'Seat=leader', '--rule', 'reporting-line=off']
const folder = folderWith({
  'people.csv': people,
  'empty.csv': '',
  'binary.csv': Uint8Array.from([1, 0, 0, 2, 0, 0, 0, 9, 200, 0, 0, 1]),
  'workbook.csv': 'PK\x03\x04 xl/ [Content_Types].xml',
  'no-email.csv': 'Name,Team\nAnn,Sales\n',
  'bad-hours.csv': people.replace('mentor,Mon 9-12', 'mentor,Someday'),
  'bad-capacity.csv': people.replace('mentor,Mon 9-12,1', 'mentor,Mon 9-12,two'),
  'twice.csv': people.replace('3,Ann', '2,Ann'),
  'no-managers.csv': 'Name,Work email,Seat\nAnn,ann@example.com,mentor\nBob,bob@example.com,leader\n',
  'strangers.csv': 'E-mail\nnobody@example.com\n',
  'pin.csv': 'mentor,leader\n3,99\n',
  'wrong-pin.csv': 'mentor,leader\n2,1\n',
  'pinned.csv': 'mentor,leader\n3,1\n',
  'same.csv': 'mentor,leader\n3,3\n',
  'pins.csv': '3,1\n3,2\n',
})

describe('a file that is wrong is named with row, column and cure (exit code 3)', () => {
  test.each([
    { file: 'missing.csv', says: 'missing.csv: There is no such file.' },
    { file: '.', says: '.: This is a folder.' },
    { file: 'empty.csv', says: 'empty.csv: This file is empty.' },
    { file: 'binary.csv', says: 'binary.csv: This is not a text file' },
    {
      file: 'workbook.csv',
      says: 'workbook.csv: This is an Excel workbook. In Excel choose File, Save as, CSV UTF-8',
    },
    {
      file: 'no-email.csv',
      says: 'no-email.csv: No column is known to hold “Work e-mail”. Its columns are “Name”, “Team”',
    },
    { file: 'bad-hours.csv', says: 'bad-hours.csv, row 4, column “Hours”: “Someday” are not hours' },
    {
      file: 'bad-capacity.csv',
      says: 'bad-capacity.csv, row 4, column “Capacity”: “two” is not a number of pairs.',
    },
    {
      file: 'twice.csv',
      says: 'twice.csv, row 3, column “Employee ID”: The personnel number “2” also stands in row 4.',
    },
    { file: 'no-managers.csv', says: 'no-managers.csv: Nobody’s level is known' },
  ])('$file', async ({ file, says }) => {
    const ran = await viceversa(['match', file, ...who, '--out', 'never.csv'], { cwd: folder })

    expect(ran.err).toContain(`viceversa: ${says}`)
    expect(ran).toMatchObject({ code: 3, out: '' })
  })

  test.each([
    { more: ['--pins', 'pin.csv'], says: 'pin.csv, row 2, column “leader”: “99” is nobody we know.' },
    { more: ['--pins', 'wrong-pin.csv'], says: 'wrong-pin.csv, row 2: “2” is not among the mentors.' },
    {
      more: ['--pins', 'pinned.csv', '--rule', 'level-gap=5'],
      says: 'pinned.csv, row 2: Ann Three (3) and Head One (1) may not be a pair: level gap of 5 or more.',
    },
    {
      more: ['--pins', 'pinned.csv', '--bans', 'pinned.csv'],
      says: 'pinned.csv, row 2: Ann Three (3) and Head One (1) are pinned and banned.',
    },
    {
      more: ['--pins', 'pins.csv', '--leaders', 'level=2', '--rule', 'level-gap=1'],
      says: 'pins.csv: Ann Three (3) is pinned 2 times and can have 1 pair.',
    },
    { more: ['--vetoes', 'same.csv'], says: 'same.csv, row 2: Both columns name the same person.' },
    {
      more: ['--mentors', 'strangers.csv'],
      says: 'strangers.csv, row 2, column “E-mail”: “nobody@example.com” is nobody we know.',
    },
    { more: ['--profiles', 'no-email.csv'], says: 'no-email.csv: No column says whose profile a row is.' },
    {
      more: ['--out', 'no/such/folder.csv'],
      says: 'no/such/folder.csv: The folder for this file does not exist.',
    },
    { more: ['--out', '.'], says: '.: This is a folder.' },
  ])('$more', async ({ more, says }) => {
    const { code, err } = await viceversa(['match', 'people.csv', ...who, ...more], { cwd: folder })

    expect(err).toContain(`viceversa: ${says}`)
    expect(code).toBe(3)
  })

  test('unless rows that are wrong are to be left out', async () => {
    const { code, err } = await viceversa(
      ['match', 'twice.csv', '--mentors', 'Seat=mentor', '--leaders', 'Seat=leader', '--leave-out-bad-rows'],
      { cwd: folder },
    )

    expect(err).toContain('There is no mentor: nobody fits --mentors “Seat=mentor”.')
    expect(code).toBe(4)
  })
})

describe('a command that cannot be meant says what to write (exit code 2)', () => {
  test.each([
    { args: [], says: 'Say what to do: match or simulate.' },
    { args: ['mach'], says: 'There is no command “mach”.' },
    { args: ['match'], says: 'Name the CSV file with the people' },
    { args: ['match', 'people.csv'], says: 'Say who the mentors are' },
    {
      args: ['match', 'people.csv', ...who, '--objectiv', 'x'],
      says: 'There is no option --objectiv. Do you mean --objective?',
    },
    {
      args: ['match', 'people.csv', ...who, '--objective', 'nice'],
      says: '--objective: there is no “nice”.',
    },
    { args: ['match', 'people.csv', ...who, '--rule', 'veto=off'], says: '--rule: a veto has no switch.' },
    {
      args: ['match', 'people.csv', ...who, '--rule', 'level-gap=two'],
      says: '--rule level-gap: “two” is not a number of levels.',
    },
    {
      args: ['match', 'people.csv', ...who, '--weight', 'goals=1.5'],
      says: '--weight goals: “1.5” is not a whole number',
    },
    {
      args: ['match', 'people.csv', ...who, '--period', '2026-02-30..2026-03-01'],
      says: '--period: “2026-02-30..2026-03-01” is not two days.',
    },
    { args: ['match', 'people.csv', ...who, '--delimiter', 'x'], says: '--delimiter: “x” is none we read.' },
    {
      args: ['match', 'people.csv', ...who, '--column', 'badge=No'],
      says: '--column: “badge” is nothing a column can be.',
    },
    {
      args: ['match', 'people.csv', ...who, '--json', '--out', '-'],
      says: 'Both --json and --out - write to standard output.',
    },
    {
      args: ['match', 'people.csv', ...who, '--mentors', 'nope.csv'],
      says: '--mentors: “nope.csv” is neither a file',
    },
    {
      args: ['match', 'people.csv', ...who, '--mentors', 'Team=a'],
      says: '--mentors: there is no column “Team”.',
    },
    {
      args: ['match', 'people.csv', ...who, '--mentors', 'level<=top'],
      says: '--mentors: “level<=top” cannot be read as a condition.',
    },
    {
      args: ['match', 'people.csv', ...who, '--mentors', 'Gender=f'],
      says: '--mentors: nobody is chosen by “Gender”.',
    },
    {
      args: ['simulate', '--people', 'many'],
      says: '--people: “many” is not a whole number from 10 to 100,000.',
    },
    { args: ['simulate', '--keep', 'people.csv'], says: 'people.csv is already there.' },
  ])('$args', async ({ args, says }) => {
    const ran = await viceversa(args, { cwd: folder })

    expect(ran.err).toContain(`viceversa: ${says}`)
    expect(ran).toMatchObject({ code: 2, out: '' })
  })
})

test('no possible pair is an answer of its own, and nothing is written (exit code 4)', async () => {
  const ran = await viceversa(['match', 'people.csv', ...who, '--rule', 'level-gap=9', '--out', 'none.csv'], {
    cwd: folder,
  })

  expect(ran.code).toBe(4)
  expect(ran.out).toContain('0 pairs from 1 mentor and 1 leader')
  expect(ran.out).toMatch(/level gap of 9 or more +1 +1/)
  expect(await viceversa(['match', 'none.csv', ...who], { cwd: folder })).toMatchObject({
    code: 3,
    err: expect.stringContaining('There is no such file.'),
  })
})

test('what a file holds never moves the cursor of a terminal', async () => {
  const risky = folderWith({ 'people.csv': people.replace('Ann Three', 'Ann \u009b2J\u202eThree') })
  const { out, err } = await viceversa(['match', join(risky, 'people.csv'), ...who])

  expect(out).toContain('Ann 2JThree')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these must not be there
  expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u0080-\u009f\u202e]/)
})
