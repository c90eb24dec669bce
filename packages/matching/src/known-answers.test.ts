import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { match } from './match.ts'
import { seeded } from './testing/random.ts'
import { candidatesFromCosts, candidatesOf } from './testing/world.ts'
import { FULL_SCORE, type Objective } from './types.ts'
import { verify } from './verify.ts'

const data = new URL('../test-data/', import.meta.url)

function leastCost(costs: readonly (readonly number[])[], objective: Objective = 'most-people'): number {
  const market = candidatesFromCosts(costs)
  const solution = match(market, { objective })
  expect(verify(market, solution).faults).toEqual([])
  return solution.figures.pairs * FULL_SCORE - solution.figures.total
}

function square(n: number, cost: (i: number, j: number) => number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => cost(i, j)))
}

describe('the known answer', () => {
  test.each([
    { file: 'assign500.txt.gz', optimum: 991 },
    { file: 'assign600.txt.gz', optimum: 1176 },
    { file: 'assign700.txt.gz', optimum: 1362 },
  ])('of $file of the OR-Library is found: $optimum', ({ file, optimum }) => {
    const text = gunzipSync(readFileSync(new URL(file, data))).toString()
    const [n = 0, ...numbers] = text.trim().split(/\s+/).map(Number)
    expect(leastCost(square(n, (i, j) => numbers[i * n + j]!))).toBe(optimum)
  })

  // Cost (i + 1)(j + 1): the cheapest pairs the largest with the smallest, by the rearrangement inequality.
  test('of the problem of Machol and Wien, on which many methods are slow, is found', () => {
    const n = 150
    const expected = Array.from({ length: n }, (_, i) => (i + 1) * (n - i)).reduce((a, b) => a + b)
    expect(leastCost(square(n, (i, j) => (i + 1) * (j + 1)))).toBe(expected)
  })

  test('is the first pairing by id where all pairs fit equally well', () => {
    const market = candidatesFromCosts(square(120, () => 40_000))
    for (const objective of ['most-people', 'best-fit', 'generous', 'stable'] as const) {
      const { pairs } = match(market, { objective })
      expect(pairs.map(({ mentorId }) => mentorId.slice(1))).toEqual(
        pairs.map(({ leaderId }) => leaderId.slice(1)),
      )
    }
  })

  test('is any pairing, with the sum of both, where each cost is one of the mentor and one of the leader', () => {
    const random = seeded(5)
    const mentorCosts = Array.from({ length: 80 }, () => Math.floor(random() * 30_000))
    const leaderCosts = Array.from({ length: 80 }, () => Math.floor(random() * 30_000))
    const expected = [...mentorCosts, ...leaderCosts].reduce((a, b) => a + b)
    expect(leastCost(square(80, (i, j) => mentorCosts[i]! + leaderCosts[j]!))).toBe(expected)
  })

  test('is the one that was hidden, where prices and a pairing were drawn first', () => {
    const random = seeded(6)
    const n = 200
    const draw = (below: number) => Math.floor(random() * below)
    const rowPrice = Array.from({ length: n }, () => draw(20_000))
    const columnPrice = Array.from({ length: n }, () => draw(20_000))
    const hidden = Array.from({ length: n }, (_, i) => (i * 7 + 3) % n)
    const costs = square(
      n,
      (i, j) => rowPrice[i]! + columnPrice[j]! + (hidden[i] === j ? 0 : 1 + draw(40_000)),
    )
    const market = candidatesFromCosts(costs)
    const name = (i: number) => `l${String(i).padStart(4, '0')}`
    expect(match(market).pairs.map(({ leaderId }) => leaderId)).toEqual(hidden.map(name))
  })

  test('of the textbook example of hospitals and residents is found', () => {
    const { residents, hospitals, capacity, stable } = JSON.parse(
      readFileSync(new URL('hr-textbook.json', data), 'utf8'),
    ) as Record<'residents' | 'hospitals' | 'stable', Record<string, string[]>> & {
      capacity: Record<string, number>
    }
    const liking = (list: string[], name: string) => 10 * (list.length - list.indexOf(name))
    const market = candidatesOf(
      Object.entries(residents).flatMap(([resident, wishes]) =>
        wishes.map((hospital) => ({
          mentor: resident,
          leader: hospital,
          score: 0,
          mentorScore: liking(wishes, hospital),
          leaderScore: liking(hospitals[hospital]!, resident),
        })),
      ),
      capacity,
    )
    const pairs = match(market, { objective: 'stable' }).pairs
    const heldBy = (hospital: string) => pairs.filter((p) => p.leaderId === hospital).map((p) => p.mentorId)
    for (const [hospital, expected] of Object.entries(stable))
      expect(heldBy(hospital).sort()).toEqual([...expected].sort())
  })
})
