import { describe, expect, test } from 'vitest'
import {
  InvalidCandidatesError,
  InvalidMatchInputError,
  PinNotAllowedError,
  PinnedAndBannedError,
  PinsOverCapacityError,
  SamePersonError,
  UnknownParticipantError,
} from './errors.ts'
import { match } from './match.ts'
import { candidatesOf, leader, mentor } from './testing/world.ts'
import type { Candidates, MatchSettings } from './types.ts'

const good = candidatesOf([
  { mentor: 'Amina', leader: 'CFO', score: 90_000 },
  { mentor: 'Amina', leader: 'CTO', score: 80_000 },
  { mentor: 'Bilal', leader: 'CFO', score: 70_000 },
])
const ints = (...values: number[]) => Int32Array.from(values)
/** As somebody may hand in who does not look at types: plain lists, with what no whole number can be. */
const list = (...values: number[]) => values as unknown as Int32Array

describe('candidates from elsewhere', () => {
  const wrong: { path: string; place: number | null; what: string; changes: Partial<Candidates> }[] = [
    { path: 'start', place: null, what: 'too short', changes: { start: ints(0, 3) } },
    { path: 'start', place: 0, what: 'late', changes: { start: ints(1, 2, 3) } },
    { path: 'start', place: 2, what: 'early to end', changes: { start: ints(0, 1, 2) } },
    { path: 'start', place: 2, what: 'going back', changes: { start: ints(0, 4, 3) } },
    { path: 'start', place: 1, what: 'NaN', changes: { start: list(0, Number.NaN, 3) } },
    { path: 'leader', place: 1, what: 'out of range', changes: { leader: ints(0, 2, 0) } },
    { path: 'leader', place: 0, what: 'negative', changes: { leader: ints(-1, 1, 0) } },
    { path: 'leader', place: 2, what: 'a fraction', changes: { leader: list(0, 1, 0.5) } },
    { path: 'leader', place: 1, what: 'twice', changes: { leader: ints(0, 0, 0) } },
    { path: 'leader', place: 1, what: 'out of order', changes: { leader: ints(1, 0, 0) } },
    { path: 'score', place: null, what: 'too short', changes: { score: ints(1, 2) } },
    { path: 'score', place: 1, what: 'NaN', changes: { score: list(1, Number.NaN, 3) } },
    { path: 'score', place: 2, what: 'above all points', changes: { score: ints(1, 2, 100_001) } },
    { path: 'score', place: 0, what: 'negative', changes: { score: ints(-1, 2, 3) } },
    { path: 'mentorScore', place: null, what: 'too long', changes: { mentorScore: ints(1, 2, 3, 4) } },
    { path: 'leaderScore', place: 0, what: 'endless', changes: { leaderScore: list(Infinity, 2, 3) } },
    { path: 'mentors', place: 1, what: 'out of order', changes: { mentors: [mentor('B'), mentor('A')] } },
    { path: 'mentors', place: 1, what: 'twice', changes: { mentors: [mentor('A'), mentor('A')] } },
    {
      path: 'leaders',
      place: 0,
      what: 'in the wrong seat',
      changes: { leaders: [mentor('A'), leader('B')] },
    },
    {
      path: 'leaders',
      place: 1,
      what: 'with half a seat',
      changes: { leaders: [leader('A'), leader('B', { capacity: 0.5 })] },
    },
    { path: 'leader', place: 0, what: 'the mentor', changes: { leaders: [leader('Amina'), leader('CTO')] } },
  ]

  test.each(wrong)('are refused with their place: $path, $what', ({ path, place, changes }) => {
    const handedIn = { ...good, ...changes }
    expect(() => match(handedIn)).toThrow(InvalidCandidatesError)
    expect(() => match(handedIn)).toThrow(expect.objectContaining({ path, place }))
  })

  test('are taken as they are when they are right', () => {
    expect(match(structuredClone(good)).pairs).toEqual(match(good).pairs)
  })

  test('may be ten million pairs, and one that is wrong among them is found', () => {
    const side = 3163
    const ids = Array.from({ length: side }, (_, i) => String(i).padStart(5, '0'))
    const pairs = side * side
    const score = new Int32Array(pairs)
    score[pairs - 1] = -1
    const handedIn: Candidates = {
      ...good,
      mentors: ids.map((id) => mentor(`m${id}`)),
      leaders: ids.map((id) => leader(`l${id}`)),
      start: Int32Array.from({ length: side + 1 }, (_, i) => i * side),
      leader: new Int32Array(pairs).map((_, i) => i % side),
      score,
      mentorScore: score,
      leaderScore: score,
    }
    expect(() => match(handedIn)).toThrow(expect.objectContaining({ path: 'score', place: pairs - 1 }))
  })
})

describe('settings that cannot be meant', () => {
  const [amina, bilal] = ['Amina', 'Bilal'].map((mentorId) => ({ mentorId, leaderId: 'CFO' })) as [
    { mentorId: string; leaderId: string },
    { mentorId: string; leaderId: string },
  ]
  const zoe = { mentorId: 'Zoe', leaderId: 'CFO' }
  const capacity = (id: string, seats: number) => ({ seat: 'mentor' as const, id, capacity: seats })
  const wrong: {
    what: string
    settings: MatchSettings
    error: new (...args: never[]) => Error
    culprit: object
  }[] = [
    {
      what: 'an objective that does not exist',
      settings: { objective: 'best' as 'best-fit' },
      error: InvalidMatchInputError,
      culprit: { path: 'objective' },
    },
    {
      what: 'a pin of nobody',
      settings: { pins: [zoe] },
      error: UnknownParticipantError,
      culprit: { participant: { seat: 'mentor', id: 'Zoe' } },
    },
    {
      what: 'a ban of nobody',
      settings: { bans: [zoe] },
      error: UnknownParticipantError,
      culprit: { participant: { seat: 'mentor', id: 'Zoe' } },
    },
    {
      what: 'seats of nobody',
      settings: { capacities: [capacity('Zoe', 1)] },
      error: UnknownParticipantError,
      culprit: { participant: { seat: 'mentor', id: 'Zoe' } },
    },
    ...[-1, 0.5, Number.NaN, Infinity].map((seats) => ({
      what: `${seats} seats`,
      settings: { capacities: [capacity('Amina', seats)] },
      error: InvalidMatchInputError,
      culprit: { path: 'capacities', personId: 'Amina' },
    })),
    {
      what: 'seats given twice',
      settings: { capacities: [capacity('Amina', 1), capacity('Amina', 2)] },
      error: InvalidMatchInputError,
      culprit: { path: 'capacities', personId: 'Amina' },
    },
    {
      what: 'a pair both pinned and banned',
      settings: { pins: [amina], bans: [amina] },
      error: PinnedAndBannedError,
      culprit: { pair: amina },
    },
    {
      what: 'more pins than seats',
      settings: { pins: [amina, bilal] },
      error: PinsOverCapacityError,
      culprit: { participant: { seat: 'leader', id: 'CFO' }, pins: 2, capacity: 1 },
    },
    {
      what: 'a pin that breaks a rule',
      settings: { pins: [{ mentorId: 'Bilal', leaderId: 'CTO' }] },
      error: PinNotAllowedError,
      culprit: { pair: { mentorId: 'Bilal', leaderId: 'CTO' } },
    },
  ]

  test.each(wrong)('are refused with the culprit: $what', ({ settings, error, culprit }) => {
    expect(() => match(good, settings)).toThrow(error)
    expect(() => match(good, settings)).toThrow(expect.objectContaining(culprit))
  })

  test('are refused when they pin somebody to themselves', () => {
    const priya = candidatesOf([
      { mentor: 'Priya', leader: 'CFO', score: 1 },
      { mentor: 'Amina', leader: 'Priya', score: 1 },
    ])
    const pins = [{ mentorId: 'Priya', leaderId: 'Priya' }]
    expect(() => match(priya, { pins })).toThrow(SamePersonError)
  })

  test('may name the same pin or ban more than once', () => {
    expect(match(good, { pins: [bilal, bilal] }).pairs).toEqual(match(good, { pins: [bilal] }).pairs)
    expect(match(good, { bans: [bilal, bilal] }).pairs).toEqual(match(good, { bans: [bilal] }).pairs)
  })
})
