import { neutralised } from '@viceversa/domain/people/import/neutralise.ts'
import type { Delimiter } from '@viceversa/domain/people/import/reading/dialect.ts'
import { SCORE_PER_POINT } from '@viceversa/matching/types.ts'
import { stringify } from 'csv-stringify/sync'
import type { AnsweredPair } from './match-answer.ts'

const titles = [
  'Mentor',
  'Mentor name',
  'Mentor e-mail',
  'Leader',
  'Leader name',
  'Leader e-mail',
  'Fit',
  'Pinned',
  'Leader learns',
  'Mentor gets back',
  'Shared hours a week',
]

/**
 * Pairs as CSV, in ascending order of mentor: quoted where needed, and no cell that a spreadsheet would carry out.
 *
 * @param excel - Begins with a byte order mark, without which Excel guesses the letters wrong.
 */
export function pairsCsv(
  pairs: readonly AnsweredPair[],
  { delimiter = ',', excel }: { delimiter?: Delimiter | undefined; excel: boolean },
): string {
  const rows = pairs.map(({ mentor, leader, score, pinned, leaderLearns, mentorGetsBack, sharedMinutes }) => [
    mentor.id,
    mentor.name,
    mentor.email,
    leader.id,
    leader.name,
    leader.email,
    (score / SCORE_PER_POINT).toFixed(1),
    pinned ? 'yes' : 'no',
    leaderLearns.join('; '),
    mentorGetsBack.join('; '),
    String(Math.floor(sharedMinutes / 6) / 10),
  ])
  return (
    (excel ? '\ufeff' : '') + stringify([titles, ...rows.map((row) => row.map(neutralised))], { delimiter })
  )
}
