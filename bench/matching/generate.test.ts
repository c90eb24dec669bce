import { describe, expect, test } from 'vitest'
import { generate } from './generate.ts'
import { type Instance, type Kind, kinds } from './instance.ts'
import { inventPeople, TOPICS } from './people.ts'

describe('an instance', () => {
  test.each(kinds)('%s is the same for the same seed and another for another', (kind) => {
    const { instance } = generate(kind, 200, 7)
    expect(generate(kind, 200, 7).instance).toEqual(instance)
    expect(generate(kind, 200, 8).instance).not.toEqual(instance)
  })

  test.each([
    { kind: 'std', mentorSeats: 1234, leaderSeats: 1593, edges: 56_495 },
    { kind: 'unit', mentorSeats: 990, leaderSeats: 990, edges: 55_204 },
    { kind: 'hot', mentorSeats: 1240, leaderSeats: 798, edges: 31_278 },
  ] as const)('$kind of 1,000 lets about 8 % of the pairs meet and has its seats', (expected) => {
    const { instance, looked, allowed, pinned } = generate(expected.kind, 1000)
    expect(looked).toBe(1000 * (expected.kind === 'hot' ? 500 : 1000))
    expect(allowed / looked).toBeGreaterThan(0.07)
    expect(allowed / looked).toBeLessThan(0.09)
    expect(pinned).toBe(10)
    expectWithin(0.03, seatsOf(instance.mentorSeats), expected.mentorSeats)
    expectWithin(0.03, seatsOf(instance.leaderSeats), expected.leaderSeats)
    expectWithin(0.15, instance.leader.length, expected.edges)
  })

  test.each(kinds)('%s is well formed', (kind) => {
    const { instance } = generate(kind, 500)
    const { start, leader, weight, mentorSeats, leaderSeats } = instance
    expect(start.at(-1)).toBe(leader.length)
    expect([...weight].every((w) => w >= 1 && w <= 100_000)).toBe(true)
    const mostSeats = kind === 'unit' ? [1, 1] : [2, 3]
    expect([Math.max(...mentorSeats), Math.max(...leaderSeats)]).toEqual(mostSeats)
    mentorSeats.forEach((seats, mentor) => {
      const partners = leader.subarray(start[mentor], start[mentor + 1])
      expect(partners).toEqual(Int32Array.from(new Set(partners)).sort())
      if (seats === 0) expect(partners).toHaveLength(0)
    })
    expect([...leader].every((partner) => leaderSeats[partner]! > 0)).toBe(true)
  })

  test('keeps the 60 best of everybody, on either side', () => {
    const { start, leader } = generate('std', 2000).instance
    const degrees = [...start.subarray(1)].map((end, mentor) => end - start[mentor]!)
    expect(Math.max(...degrees)).toBeGreaterThan(60)
    expect(leader.length).toBeLessThan(60 * (2000 + 2000))
    // Who has more than 60 has them because the other side keeps them: some leader has few others.
    expect(degrees.filter((n) => n > 60).length).toBeLessThan(1200)
  })
})

describe('demand', () => {
  test.each([
    ['std', 0.2],
    ['hot', 0.35],
  ] as const)('of %s crowds on few topics, which are not the ones most mentors know', (kind: Kind, share) => {
    const { wants, skill } = inventPeople(kind, 2000, 1)
    const wanted = counts(wants.flat())
    const offered = counts([...skill.keys()].filter((at) => skill[at]! > 0).map((at) => at % TOPICS))
    expect(Math.max(...wanted) / wants.length).toBeGreaterThan(share)
    expect(offered.indexOf(Math.max(...offered))).not.toBe(wanted.indexOf(Math.max(...wanted)))
  })
})

test('a chosen instance stays what it is, so that figures of different days compare', () => {
  expect(fingerprint(generate('std', 300).instance)).toBe(FINGERPRINT)
})
const FINGERPRINT = 1_642_192_566

function fingerprint(instance: Instance): number {
  let hash = 0
  for (const part of Object.values(instance)) for (const n of part) hash = (Math.imul(hash, 31) + n) | 0
  return hash
}

function counts(topics: readonly number[]): number[] {
  const times = new Array<number>(TOPICS).fill(0)
  for (const topic of topics) times[topic]!++
  return times
}

function expectWithin(share: number, found: number, expected: number): void {
  expect(Math.abs(found / expected - 1), `${found} for ${expected}`).toBeLessThan(share)
}

function seatsOf(seats: Int32Array): number {
  let sum = 0
  for (const n of seats) sum += n
  return sum
}
