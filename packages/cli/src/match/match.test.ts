import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { folderWith, home, type Ran, viceversa } from '../testing/run-viceversa.ts'
import { type MatchAnswer, matchAnswer } from './match-answer.ts'

const oracle = 'packages/domain/src/people/import/testing/people-oracle-hr.csv'
const PERIOD = ['--period', '2026-09-07..2027-03-05']

/** Two mentors and two leaders below one head, with everything that can be said of them. */
const people = `Employee ID,Name,Work email,Department,Manager ID,Seat,Offers,Wants,Languages,Availability,Time zone
1,Head One,head@example.com,Board,,leader,Strategy,AI at work,en,Mon-Fri 9-17,Europe/London
2,Lead Two,two@example.com,Sales,1,leader,Strategy; Networks,Social media; ai at work,en; pt,Mon-Fri 9-17,Europe/Lisbon
3,Mid Three,three@example.com,Care,1,,,,,,
4,Low Four,four@example.com,Care,3,,,,,,
5,Ann Five,ann@example.com,Care,4,mentor,AI at work,Networks,en,Mon-Fri 9-17,Europe/London
6,Bob Six,bob@example.com,Care,4,mentor,Social media,Strategy,English,Mon-Fri 9-17,Europe/London
`
const bySeat = ['--mentors', 'Seat=mentor', '--leaders', 'Seat=leader', ...PERIOD]

function answerIn({ out, err, code }: Ran): MatchAnswer {
  expect(err.replace(/^Note: .*\n/gm, '')).toBe('')
  expect(code).toBe(0)
  return matchAnswer.parse(JSON.parse(out))
}

function pairsIn(answer: MatchAnswer): string[] {
  return answer.pairs.map(({ mentor, leader }) => `${mentor.id} ${leader.id}`)
}

describe('viceversa match', () => {
  test('reads a real HR export of 107 people and proposes verified pairs by level (R8)', async () => {
    const answer = answerIn(
      await viceversa([
        'match',
        oracle,
        '--mentors',
        'level>=4',
        '--leaders',
        'level<=2',
        '--json',
        ...PERIOD,
      ]),
    )

    expect(answer.people.rows).toBe(107)
    expect(answer.figures.pairs).toBe(10)
    expect(answer.leftOver.filter(({ seat }) => seat === 'mentor')).toEqual([])
    expect(answer.verified).toBe(true)
    expect(answer.levelsFrom).toBe('reporting-lines')
  })

  test('gives the same pairs whatever the order of the rows', async () => {
    const [titles, ...rows] = readFileSync(join(home, oracle), 'utf8').trim().split('\n')
    const turned = folderWith({ 'people.csv': [titles, ...rows.toReversed()].join('\n') })
    const args = [
      '--mentors',
      'level>=3',
      '--leaders',
      'level<=2',
      '--rule',
      'level-gap=1',
      '--json',
      ...PERIOD,
    ]

    const one = answerIn(await viceversa(['match', oracle, ...args]))
    const other = answerIn(await viceversa(['match', join(turned, 'people.csv'), ...args]))

    expect(pairsIn(other)).toEqual(pairsIn(one))
    expect({ ...other, milliseconds: null }).toEqual({ ...one, milliseconds: null })
  })

  test('takes the sample organisation with its profiles in a second file, as the help shows', async () => {
    const ran = await viceversa([
      'match',
      'content/en/sample/people.csv',
      ...[
        '--profiles',
        'content/en/sample/participants.csv',
        '--mentors',
        'seat=mentor',
        '--leaders',
        'seat=leader',
      ],
      ...PERIOD,
    ])

    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain('24 pairs from 31 mentors and 24 leaders')
    expect(ran.out).toContain('verified: yes')
    expect(ran.out).toContain('Without a pair: 7')
    expect(ran.out).not.toContain('\u001b')
  })

  test('says why a pair fits: what each learns, in the words of the file', async () => {
    const folder = folderWith({ 'people.csv': people })
    const answer = answerIn(await viceversa(['match', 'people.csv', ...bySeat, '--json'], { cwd: folder }))

    expect(pairsIn(answer)).toEqual(['5 2'])
    expect(answer.pairs[0]).toMatchObject({
      leaderLearns: ['AI at work'],
      mentorGetsBack: ['Networks'],
      sharedMinutes: 40 * 60,
    })
    expect(answer.leftOver.map(({ seat, id, reason }) => `${seat} ${id} ${reason}`)).toEqual([
      'mentor 6 others-come-first',
      'leader 1 nobody-allowed',
    ])
  })

  test('explains what would help whoever is left over, and what each relaxed rule would give', async () => {
    const folder = folderWith({ 'people.csv': people })
    const { out } = await viceversa(['match', 'people.csv', ...bySeat, '--explain'], { cwd: folder })

    expect(out).toContain('learns AI at work; gives back Networks; 40 h shared a week')
    expect(out).toContain('reporting line: in the way of 1, without it for them alone: Head One (1)')
    expect(out).toMatch(/--rule reporting-line=off +2 \(\+1\) +4 \(\+2\)/)

    const answer = answerIn(
      await viceversa(['match', 'people.csv', ...bySeat, '--explain', '--json'], { cwd: folder }),
    )
    expect(answer.relaxed?.find(({ rule }) => rule === 'reportingLine')).toMatchObject({
      to: 'off',
      pairs: 2,
      people: 4,
    })
  })

  test('takes people from a list of numbers and addresses, with or without a title', async () => {
    const folder = folderWith({
      'people.csv': people,
      'mentors.csv': 'E-mail\nBOB@example.com\n',
      'leaders.txt': '2\n',
    })
    const answer = answerIn(
      await viceversa(
        ['match', 'people.csv', '--mentors', 'mentors.csv', '--leaders', 'leaders.txt', '--json', ...PERIOD],
        { cwd: folder },
      ),
    )

    expect(pairsIn(answer)).toEqual(['6 2'])
  })

  test('keeps pins, bans, vetoes and earlier pairs', async () => {
    const folder = folderWith({
      'people.csv': people,
      'pair.csv': 'Leader,Mentor\n2,6\n',
      'ann.csv': 'ann@example.com;2\n',
    })
    const withList = async (...lists: string[]) =>
      JSON.parse(
        (await viceversa(['match', 'people.csv', ...bySeat, ...lists, '--json'], { cwd: folder })).out,
      ) as MatchAnswer

    expect(
      (await withList('--pins', 'pair.csv')).pairs.map(({ mentor, pinned }) => [mentor.id, pinned]),
    ).toEqual([['6', true]])
    for (const option of ['--bans', '--vetoes', '--earlier-pairs', '--conflicts'])
      expect(pairsIn(await withList(option, 'ann.csv')), option).toEqual(['6 2'])
    const nobody = await withList('--vetoes', 'ann.csv', '--bans', 'pair.csv')
    expect(nobody.pairs).toEqual([])
  })

  test('finds the answer for each objective and changes it with rules and weights', async () => {
    const folder = folderWith({ 'people.csv': people })
    for (const objective of ['most-people', 'best-fit', 'generous', 'stable']) {
      const answer = answerIn(
        await viceversa(['match', 'people.csv', ...bySeat, '--objective', objective, '--json'], {
          cwd: folder,
        }),
      )
      expect(answer).toMatchObject({ objective, verified: true })
    }
    const changed = answerIn(
      await viceversa(
        [
          'match',
          'people.csv',
          ...bySeat,
          '--rule',
          'reporting-line=off',
          '--rule',
          'level-gap=3',
          '--weight',
          'goals=100',
          '--weight',
          'time=0',
          '--json',
        ],
        { cwd: folder },
      ),
    )
    expect(changed.rules.find(({ rule }) => rule === 'levelGap')).toMatchObject({ on: true, value: 3 })
    expect(changed.weights).toEqual({ goals: 100, workStyle: 25, department: 20, time: 0 })
    expect(changed.pairs.map(({ leader }) => leader.id)).toEqual(['1'])
  })

  test('reads other delimiters and encodings, from standard input too', async () => {
    const excel = `sep=;\n${people.replaceAll(';', '/').replaceAll(',', ';').replace('Ann Five', 'Ánn Five')}`
    const ran = await viceversa(['match', '-', ...bySeat, '--json'], { input: `\ufeff${excel}` })

    expect(answerIn(ran).pairs[0]?.mentor.name).toBe('Ánn Five')
  })
})

describe('the pairs as CSV', () => {
  const dangerous = people.replace('Ann Five', '"=cmd|\' /C calc\'!A0, ""Ann"""')
  const named = people.replace('Ann Five', '"-Ann ""the"" Five"')

  test('are quoted, safe to open in a spreadsheet, and read back', async () => {
    const folder = folderWith({ 'people.csv': named })
    expect(
      await viceversa(['match', 'people.csv', ...bySeat, '--out', 'pairs.csv'], { cwd: folder }),
    ).toMatchObject({ code: 0 })

    const text = readFileSync(join(folder, 'pairs.csv'), 'utf8')
    const [row] = parse(text, { columns: true }) as Record<string, string>[]
    expect(row).toMatchObject({ Mentor: '5', Leader: '2', 'Leader learns': 'AI at work', Pinned: 'no' })
    expect(row?.['Mentor name']).toBe(`'-Ann "the" Five`)
    expect(readdirSync(folder).sort()).toEqual(['pairs.csv', 'people.csv'])
  })

  test('never carry a formula: a file with one is refused', async () => {
    const folder = folderWith({ 'people.csv': dangerous })
    const ran = await viceversa(['match', 'people.csv', ...bySeat, '--out', 'pairs.csv'], { cwd: folder })

    expect(ran.code).toBe(3)
    expect(ran.err).toContain('people.csv, row 6, column “Name”')
    expect(readdirSync(folder)).toEqual(['people.csv'])
  })

  test('go to standard output alone, with the sentences elsewhere', async () => {
    const folder = folderWith({ 'people.csv': people })
    const { out, err } = await viceversa(
      ['match', 'people.csv', ...bySeat, '--out', '-', '--delimiter', ','],
      { cwd: folder },
    )

    expect(parse(out, { columns: true })).toHaveLength(1)
    expect(err).toContain('verified: yes')
  })

  test('replace no file without --force, and none that is read even so', async () => {
    const folder = folderWith({ 'people.csv': people, 'pairs.csv': 'mine' })
    const write = (...more: string[]) =>
      viceversa(['match', 'people.csv', ...bySeat, ...more], { cwd: folder })

    expect(await write('--out', 'pairs.csv')).toMatchObject({
      code: 2,
      err: expect.stringContaining('add --force to replace it'),
    })
    expect(readFileSync(join(folder, 'pairs.csv'), 'utf8')).toBe('mine')
    expect(await write('--out', 'people.csv', '--force')).toMatchObject({
      code: 2,
      err: expect.stringContaining('which is read'),
    })
    expect(await write('--out', 'pairs.csv', '--dry', '--force')).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, 'pairs.csv'), 'utf8')).toBe('mine')
    expect(await write('--out', 'pairs.csv', '--force', '--excel')).toMatchObject({ code: 0 })
    expect(readFileSync(join(folder, 'pairs.csv'), 'utf8')).toMatch(/^\ufeffMentor,/)
  })

  test('end quietly when nobody reads on', async () => {
    const command = `set -o pipefail; "$0" packages/cli/bin/viceversa.mjs simulate --runs 3 --json | head -1`
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', command, process.execPath], {
      cwd: home,
    })

    expect({ stdout, stderr }).toEqual({ stdout: '[\n', stderr: '' })
  })
})

test('the help fits a terminal of 80 columns', async () => {
  for (const args of [['--help'], ['match', '--help'], ['simulate', '-h']]) {
    const { code, out } = await viceversa(args)
    expect(code).toBe(0)
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([])
  }
})
