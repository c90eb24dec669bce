import { describe, expect, test } from 'vitest'
import { missingFromProfile } from './completeness.ts'

const complete = { offers: ['ai-at-work'], wants: ['career'], languages: ['en'], availability: [33, 34] }

describe('a complete profile', () => {
  test.each(['mentor', 'leader'] as const)('lacks nothing for a %s', (seat) => {
    expect(missingFromProfile(seat, complete)).toEqual([])
  })

  test('names what a mentor offers and what they want back: both sides learn', () => {
    expect(missingFromProfile('mentor', { ...complete, offers: [] })).toEqual(['offers'])
    expect(missingFromProfile('mentor', { ...complete, wants: [] })).toEqual(['wants'])
  })

  test('asks a leader only what they want to learn', () => {
    expect(missingFromProfile('leader', { ...complete, offers: [] })).toEqual([])
    expect(missingFromProfile('leader', { ...complete, wants: [] })).toEqual(['wants'])
  })

  test('holds one language and two different hours of the week', () => {
    expect(missingFromProfile('leader', { ...complete, languages: [] })).toEqual(['languages'])
    expect(missingFromProfile('leader', { ...complete, availability: [33, 33] })).toEqual(['availability'])
  })

  test('lacks everything before the first answer', () => {
    expect(missingFromProfile('mentor', null)).toEqual(['offers', 'wants', 'languages', 'availability'])
  })
})
