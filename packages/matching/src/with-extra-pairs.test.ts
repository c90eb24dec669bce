import { expect, test } from 'vitest'
import { candidatesOf } from './testing/world.ts'
import { withExtraPairs } from './with-extra-pairs.ts'

test('extra pairs take their place among the others, row by row and in ascending order of leader', () => {
  const all = [
    { mentor: 'Amina', leader: 'CFO', score: 1, mentorScore: 2, leaderScore: 3 },
    { mentor: 'Amina', leader: 'CTO', score: 4, mentorScore: 5, leaderScore: 6 },
    { mentor: 'Bilal', leader: 'CFO', score: 7, mentorScore: 8, leaderScore: 9 },
    { mentor: 'Bilal', leader: 'CTO', score: 10, mentorScore: 11, leaderScore: 12 },
  ]
  const some = candidatesOf([all[1]!, all[2]!])
  const extra = [
    { ...all[3]!, mentor: 1, leader: 1 },
    { ...all[0]!, mentor: 0, leader: 0 },
  ]
  const { start, leader, score, mentorScore, leaderScore } = candidatesOf(all)
  expect(withExtraPairs(some, extra)).toMatchObject({ start, leader, score, mentorScore, leaderScore })
})
