import { describe, expect, test } from 'vitest'
import { type NeedsYouFacts, needsYou } from './needs-you.ts'

const quiet: NeedsYouFacts = {
  state: 'running',
  invited: { mentor: 30, leader: 12 },
  unanswered: { count: 0, since: null },
  readyWithoutPair: { mentor: 3, leader: 0 },
  pairsAsked: 12,
  pairs: [],
}

describe('what needs a programme manager', () => {
  test('is nothing when everybody is invited, matched and on rhythm; spare mentors are wanted (rule R13)', () => {
    expect(needsYou(quiet)).toEqual([])
  })

  test('starts with opening, and asks for nothing else before', () => {
    const draft = { ...quiet, state: 'draft', invited: { mentor: 0, leader: 0 }, pairsAsked: 0 } as const
    expect(kinds(draft)).toEqual(['open-the-programme'])
  })

  test('is inviting while one side has nobody', () => {
    expect(kinds({ ...quiet, state: 'open', invited: { mentor: 30, leader: 0 } })).toEqual(['invite-people'])
  })

  test('is matching, with the number of pairs it can give, while nobody was asked', () => {
    const ready = { ...quiet, pairsAsked: 0, readyWithoutPair: { mentor: 28, leader: 12 } }
    expect(needsYou(ready)).toMatchObject([{ kind: 'match', count: 12 }])
  })

  test('puts people before paper, and the longest waiting first', () => {
    const busy: NeedsYouFacts = {
      ...quiet,
      unanswered: { count: 4, since: '2026-05-01T08:00:00.000Z' },
      readyWithoutPair: { mentor: 3, leader: 1 },
      pairs: [
        { id: 'late', state: 'active', signal: 'needs-you', since: '2026-04-20T00:00:00.000Z' },
        { id: 'later', state: 'active', signal: 'needs-you', since: '2026-04-01T00:00:00.000Z' },
        { id: 'fine', state: 'active', signal: 'on-rhythm', since: null },
        { id: 'no', state: 'declined', signal: 'paused', since: '2026-06-01T00:00:00.000Z' },
        { id: 'line', state: 'frozen', signal: 'needs-you', since: '2026-06-09T00:00:00.000Z' },
      ],
    }
    expect(needsYou(busy).map(({ kind, pairId }) => pairId ?? kind)).toEqual([
      'no',
      'line',
      'later',
      'late',
      'people-without-pair',
      'answers-outstanding',
    ])
  })
})

function kinds(facts: NeedsYouFacts): string[] {
  return needsYou(facts).map(({ kind }) => kind)
}
