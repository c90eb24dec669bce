import { describe, expect, test } from 'vitest'
import { strandGeometry } from './strand-geometry.ts'

const shape = { length: 600, lead: 0, tail: 0, middle: 40, swing: 17, upright: false }

describe('the strand', () => {
  test('crosses once per session, halfway through its share of the length', () => {
    const { crossings, nodes } = strandGeometry({ ...shape, sessions: 6 })
    expect(crossings).toHaveLength(6)
    expect(nodes).toEqual([50, 150, 250, 350, 450, 550])
  })

  test('lets the two lines take turns on top', () => {
    const { crossings } = strandGeometry({ ...shape, sessions: 3 })
    expect(crossings.map(({ over }) => over.side)).toEqual(['mentor', 'leader', 'mentor'])
  })

  test('starts each crossing where the one before ended, for each line', () => {
    const { crossings } = strandGeometry({ ...shape, sessions: 5 })
    const endsAt = (path: string) => path.split('L').at(-1)?.split(',')[1]
    const startsAt = (path: string) => path.slice(1).split('L')[0]?.split(',')[1]
    for (const side of ['mentor', 'leader']) {
      const paths = crossings.map(({ under, over }) => (under.side === side ? under.path : over.path))
      expect(paths.slice(1).map(startsAt)).toEqual(paths.slice(0, -1).map(endsAt))
    }
  })

  test('runs straight before the first and after the last session of a programme', () => {
    const { ends, nodes } = strandGeometry({ ...shape, sessions: 2, lead: 100, tail: 60 })
    expect(ends.map(({ path }) => path)).toEqual([
      'M0,23L100,23',
      'M0,57L100,57',
      'M540,23L600,23',
      'M540,57L600,57',
    ])
    expect(nodes).toEqual([210, 430])
  })

  test('stands upright with the axes exchanged', () => {
    const { ends } = strandGeometry({ ...shape, sessions: 1, lead: 10, tail: 0, upright: true })
    expect(ends[0]?.path).toBe('M23,0L23,10')
  })
})
