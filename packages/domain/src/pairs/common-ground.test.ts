import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commonGround, type GroundProfile } from './common-ground.ts'

const nothing: GroundProfile = { offers: [], wants: [], workStyle: [], interests: [], languages: [] }

describe('common ground (rule R14)', () => {
  test('starts with a theme, an interest and a way of working', () => {
    const mentor = {
      ...nothing,
      offers: ['ai', 'social'],
      interests: ['music', 'cooking'],
      workStyle: ['walk-and-talk'],
    }
    const leader = {
      ...nothing,
      wants: ['social', 'ai'],
      interests: ['cooking', 'music'],
      workStyle: ['walk-and-talk'],
    }

    expect(commonGround(mentor, leader, 'en')).toEqual([
      { kind: 'theme', value: 'social' },
      { kind: 'interest', value: 'music' },
      { kind: 'work-style', value: 'walk-and-talk' },
    ])
  })

  test('goes on with what the mentor gets back and with a second theme when there is nothing else', () => {
    const mentor = { ...nothing, offers: ['ai', 'social'], wants: ['career-paths'] }
    const leader = { ...nothing, wants: ['ai', 'social'], offers: ['career-paths'] }

    expect(commonGround(mentor, leader, 'en').map(({ value }) => value)).toEqual([
      'ai',
      'career-paths',
      'social',
    ])
  })

  test('names a language only when it is not the one everybody speaks', () => {
    const speaks = { ...nothing, languages: ['en-GB', 'pt-BR'] }

    expect(commonGround(speaks, { ...speaks, languages: ['pt', 'en'] }, 'en')).toEqual([
      { kind: 'language', value: 'pt' },
    ])
  })

  test('is really common, at most three points, none twice', () => {
    const list = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'))
    const profile = fc.record({
      offers: list,
      wants: list,
      workStyle: list,
      interests: list,
      languages: list,
    })
    fc.assert(
      fc.property(profile, profile, (mentor, leader) => {
        const points = commonGround(mentor, leader, 'en')
        expect(points.length).toBeLessThanOrEqual(3)
        expect(new Set(points.map(({ kind, value }) => `${kind} ${value}`)).size).toBe(points.length)
        for (const { kind, value } of points) {
          if (kind === 'theme')
            expect(mentor.offers.includes(value) && leader.wants.includes(value)).toBe(true)
          if (kind === 'interest')
            expect(mentor.interests.includes(value) && leader.interests.includes(value)).toBe(true)
        }
      }),
    )
  })
})
