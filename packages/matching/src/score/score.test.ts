import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { candidates } from '../candidates.ts'
import { explain } from '../explain.ts'
import { cohort } from '../testing/cohort.ts'
import { inputOf, leader, mentor } from '../testing/world.ts'
import {
  defaultWeights,
  FULL_SCORE,
  type MatchPerson,
  type Part,
  type PartName,
  partNames,
} from '../types.ts'
import { possiblePoints } from './score.ts'

function partOf(name: PartName, one: Partial<MatchPerson>, other: Partial<MatchPerson>): Part {
  const market = candidates(inputOf([mentor('Amina', one), leader('CFO', other)]))
  return explain(market, { mentorId: 'Amina', leaderId: 'CFO' }).parts.find(({ part }) => part === name)!
}

describe('goals (R9, R10)', () => {
  const offers = (...themes: string[]) => ({ offers: themes })
  const wants = (...themes: string[]) => ({ wants: themes })

  test.each([
    {
      one: offers('ai', 'shifts'),
      other: wants('ai', 'shifts'),
      points: 40_000,
      because: 'every wish is met',
    },
    { one: offers('ai'), other: wants('ai', 'shifts'), points: 20_000, because: 'one wish of two is met' },
    {
      one: offers('ai', 'video', 'games'),
      other: wants('ai'),
      points: 40_000,
      because: 'more than asked does no harm',
    },
    {
      one: offers('ai', 'ai'),
      other: wants('ai', 'ai', 'shifts'),
      points: 20_000,
      because: 'a theme counts once',
    },
    { one: offers('video'), other: wants('ai'), points: 0, because: 'nothing that is wanted is offered' },
    { one: offers('ai'), other: wants(), points: 0, because: 'nobody wants anything' },
    {
      one: wants('budgets'),
      other: offers('budgets'),
      points: 40_000,
      because: 'only the mentor asked, and gets it',
    },
    {
      one: { ...offers('ai'), ...wants('budgets') },
      other: { ...wants('ai') },
      points: 26_666,
      because: 'the leader gets all, which counts twice, and the mentor nothing',
    },
    {
      one: wants('budgets'),
      other: { ...wants('ai'), ...offers('budgets') },
      points: 13_333,
      because: 'the mentor gets all, which counts once, and the leader nothing',
    },
  ])('give $points points, as $because', ({ one, other, points }) => {
    expect(partOf('goals', one, other).points).toBe(points)
  })

  test('name the themes of both sides that they rest on', () => {
    const amina = { ...offers('shifts', 'ai'), ...wants('budgets', 'boards') }
    const cfo = { ...offers('boards'), ...wants('ai', 'shifts', 'video') }
    expect(partOf('goals', amina, cfo)).toEqual({
      part: 'goals',
      // Two thirds count twice, one half once: 11 of 18.
      points: 24_444,
      possible: 40_000,
      leaderGets: ['ai', 'shifts'],
      leaderWanted: 3,
      mentorGets: ['boards'],
      mentorWanted: 2,
    })
  })

  test('are ranked by each side on what it wants itself', () => {
    const market = candidates(
      inputOf([
        mentor('Amina', { ...offers('ai'), ...wants('budgets') }),
        leader('CFO', { ...wants('ai'), ...offers('boards') }),
      ]),
    )
    const others = 15_000
    expect([...market.mentorScore, ...market.leaderScore]).toEqual([others, others + 40_000])
  })
})

describe('interests and way of working', () => {
  const likes = (interests: string[], workStyle: string[]) => ({ interests, workStyle })

  test.each([
    {
      one: likes(['tea'], ['walking']),
      other: likes(['tea'], ['walking']),
      points: 25_000,
      because: 'both lists are alike',
    },
    {
      one: likes(['tea'], ['walking']),
      other: likes(['tea'], ['writing']),
      points: 12_500,
      because: 'one of the lists is',
    },
    {
      one: likes(['tea'], []),
      other: likes(['tea'], ['writing']),
      points: 25_000,
      because: 'an empty list is left out',
    },
    { one: likes([], []), other: likes(['tea'], ['writing']), points: 0, because: 'nothing is known' },
    {
      one: likes(['tea'], []),
      other: likes(['tea', 'chess', 'rowing'], []),
      points: 12_500,
      because: 'a long list does not win by its length',
    },
  ])('give $points points, as $because', ({ one, other, points }) => {
    expect(partOf('workStyle', one, other).points).toBe(points)
  })

  test('name what both have', () => {
    expect(
      partOf('workStyle', likes(['tea', 'chess'], ['walking']), likes(['chess', 'tea'], ['direct'])),
    ).toMatchObject({
      interests: ['tea', 'chess'],
      workStyle: [],
    })
  })
})

describe('a different department', () => {
  test.each([
    { one: 'Care', other: 'Finance', points: 20_000 },
    { one: 'Care', other: 'Care', points: 0 },
    { one: null, other: 'Finance', points: 0 },
    { one: null, other: null, points: 0 },
  ])('gives $points points for $one and $other', ({ one, other, points }) => {
    expect(partOf('department', { department: one }, { department: other })).toEqual({
      part: 'department',
      points,
      possible: 20_000,
      mentor: one,
      leader: other,
    })
  })
})

describe('time', () => {
  test.each([
    { hours: 0, points: 0 },
    { hours: 2, points: 5_000 },
    { hours: 6, points: 15_000 },
    { hours: 8, points: 15_000 },
  ])('gives $points points for $hours shared hours', ({ hours, points }) => {
    const availability = Array.from({ length: hours }, (_, hour) => 9 + hour)
    expect(partOf('time', { availability }, {}).points).toBe(points)
  })
})

describe('a score', () => {
  test('is the sum of its parts, in candidates as in explanations (R12)', () => {
    const market = candidates(cohort(12, 8, 2))
    let seen = 0
    market.mentors.forEach(({ id: mentorId }, m) => {
      for (let edge = market.start[m]!; edge < market.start[m + 1]!; edge++) {
        const leaderId = market.leaders[market.leader[edge]!]!.id
        const { parts, score, allowed } = explain(market, { mentorId, leaderId })
        expect(parts.map(({ part }) => part)).toEqual(partNames)
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score)
        expect(score).toBe(market.score[edge])
        expect(allowed).toBe(true)
        seen++
      }
    })
    expect(seen).toBe(market.count.allowed)
  })

  test('is full when everything fits', () => {
    const themes = { offers: ['ai'], wants: ['ai'], interests: ['tea'], workStyle: ['walking'] }
    const market = candidates(
      inputOf([
        mentor('Amina', { ...themes, department: 'Care' }),
        leader('CFO', { ...themes, department: 'Finance' }),
      ]),
    )
    expect([...market.score]).toEqual([FULL_SCORE])
  })
})

describe('possible points', () => {
  test('are thousands of the default weights', () => {
    expect(possiblePoints(defaultWeights)).toEqual({
      goals: 40_000,
      workStyle: 25_000,
      department: 20_000,
      time: 15_000,
    })
  })

  test('add up to the full score for any weights but none', () => {
    const weight = fc.nat({ max: 1000 })
    fc.assert(
      fc.property(
        fc.record({ goals: weight, workStyle: weight, department: weight, time: weight }),
        (weights) => {
          const possible = possiblePoints(weights)
          const sum = partNames.reduce((total, name) => total + possible[name], 0)
          const isNone = partNames.every((name) => weights[name] === 0)
          expect(sum).toBe(isNone ? 0 : FULL_SCORE)
          for (const name of partNames) if (weights[name] === 0) expect(possible[name]).toBe(0)
        },
      ),
    )
  })

  test('of thirds give the point left over to the first part', () => {
    expect(possiblePoints({ goals: 1, workStyle: 1, department: 1, time: 0 })).toEqual({
      goals: 33_334,
      workStyle: 33_333,
      department: 33_333,
      time: 0,
    })
  })
})
