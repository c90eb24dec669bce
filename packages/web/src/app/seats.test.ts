import type { MySeat } from '@viceversa/domain/accounts/contract.ts'
import { describe, expect, test } from 'vitest'
import { homeOfSeat, seatAt, seatKey } from './seats.ts'

const seat = (programmeId: string, name: MySeat['seat'], more: Partial<MySeat> = {}): MySeat => ({
  programmeId,
  programmeName: programmeId,
  programmeState: 'running',
  seat: name,
  enrolmentState: name === 'mentor' || name === 'leader' ? 'ready' : null,
  pairIds: [],
  ...more,
})

const manager = seat('fresh-eyes', 'programme-manager')
const leaderToo = seat('fresh-eyes', 'leader', { pairIds: ['pair-1'] })
const mentor = seat('night-shift', 'mentor', { pairIds: ['pair-2'] })
const seats = [manager, leaderToo, mentor]

describe('the seat on a page', () => {
  test('is that of the page’s programme, whatever was chosen before', () => {
    expect(seatAt(seats, '/programmes/fresh-eyes/pairs', seatKey(mentor))).toBe(manager)
  })

  test('is that of the page’s pair', () => {
    expect(seatAt(seats, '/pairs/pair-1', null)).toBe(leaderToo)
    expect(seatAt(seats, '/pairs/pair-2', null)).toBe(mentor)
  })

  test('is the participant’s on the page for joining', () => {
    expect(seatAt(seats, '/programmes/fresh-eyes/join', seatKey(manager))).toBe(leaderToo)
  })

  test('is the one chosen last on pages of no programme', () => {
    expect(seatAt(seats, '/account', seatKey(mentor))).toBe(mentor)
    expect(seatAt(seats, '/account', null)).toBe(manager)
  })

  test('is none for somebody without a seat', () => {
    expect(seatAt([], '/people', null)).toBeUndefined()
  })
})

describe('the home of a seat', () => {
  test.each([
    { who: 'a programme manager', at: '/programmes/fresh-eyes', of: manager },
    { who: 'a leader with a pair', at: '/pairs/pair-1', of: leaderToo },
    {
      who: 'a mentor who has not answered yet',
      at: '/programmes/p/join',
      of: seat('p', 'mentor', { enrolmentState: 'invited' }),
    },
    { who: 'a mentor who waits for a pair', at: '/programmes/p/join', of: seat('p', 'mentor') },
  ])('is $at for $who', ({ of, at }) => {
    expect(homeOfSeat(of)).toBe(at)
  })
})
