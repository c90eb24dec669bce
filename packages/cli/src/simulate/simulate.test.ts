import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { matchAnswer } from '../match/match-answer.ts'
import { folderWith, viceversa } from '../testing/run-viceversa.ts'

const PERIOD = ['--period', '2026-09-07..2027-03-05']

describe('viceversa simulate', () => {
  test('matches invented people and tells who could not be, and how long it took', async () => {
    const { code, out, err } = await viceversa(['simulate', '--people', '200', ...PERIOD])

    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('200 invented people, seed 1')
    expect(out).toContain('verified: yes')
    expect(out).toMatch(/Without a pair: \d+/)
    expect(out).toMatch(/Comparing took \d+ ms, matching \d+ ms, checking \d+ ms\./)
  })

  test('keeps the people as a file that match reads to the same pairs', async () => {
    const folder = folderWith({})
    const simulated = await viceversa(
      ['simulate', '--people', '150', '--seed', '5', '--keep', 'people.csv', '--json', ...PERIOD],
      { cwd: folder },
    )
    const matched = await viceversa(
      ['match', 'people.csv', '--mentors', 'Seat=mentor', '--leaders', 'Seat=leader', '--json', ...PERIOD],
      { cwd: folder },
    )

    const { answer, seed } = JSON.parse(simulated.out)
    expect(seed).toBe(5)
    expect(matchAnswer.parse(answer).pairs.length).toBeGreaterThan(5)
    expect(matchAnswer.parse(JSON.parse(matched.out)).pairs).toEqual(answer.pairs)
    expect(readFileSync(join(folder, 'people.csv'), 'utf8').split('\n')).toHaveLength(152)
  })

  test('has as many mentors and leaders as asked for, small or large', async () => {
    for (const [people, mentors, leaders] of [
      [100, 20, 10],
      [3000, 600, 300],
    ]) {
      const { out } = await viceversa(['simulate', '--people', `${people}`, '--json', ...PERIOD])
      expect(JSON.parse(out).answer.people).toEqual({ rows: people, mentors, leaders })
    }
  })

  test('repeats itself for a seed and shows a row per run', async () => {
    const table = async () =>
      (await viceversa(['simulate', '--people', '100', '--runs', '3', ...PERIOD])).out.split('\n')
    const pairsOf = (lines: string[]) => lines.slice(1, 4).map((line) => line.trim().split(/ +/).slice(0, 7))
    const [one, other] = [await table(), await table()]

    expect(one[0]?.trim().split(/ +/)).toEqual([
      'seed',
      'mentors',
      'leaders',
      'allowed',
      'pairs',
      'without',
      'fit',
      'compare',
      'match',
      'verify',
    ])
    expect(pairsOf(one).map(([seed]) => seed)).toEqual(['1', '2', '3'])
    expect(pairsOf(other)).toEqual(pairsOf(one))
    expect(one[4]).toMatch(/^ median/)
  })
})
