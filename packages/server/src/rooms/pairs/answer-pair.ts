import { canTake } from '@viceversa/domain/pairs/pair-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { findMyEnrolmentForUpdate } from '../enrolment/queries.ts'
import {
  addAnswer,
  bothAccepted,
  findPairRow,
  hasDeclinedBefore,
  lockAskedPair,
  myAnswer,
  type PairRow,
  startPair,
} from './queries.ts'
import { type MailSender, tellPair } from './tell-pair.ts'

export type Answer = 'accepted' | 'declined'

/**
 * Accepts or declines a proposal. The second yes starts the pair along the programme's time line. A no changes nothing that
 * the partner could see: when the time to answer is over they learn that the pair did not come about, as they would had
 * nobody answered (rule R11). Two answers at the same moment wait for each other.
 */
export async function answerPair(
  db: Db,
  pairId: string,
  answer: Answer,
  me: string,
  sender: MailSender,
  now: Date,
): Promise<{ pair: PairRow; started: boolean }> {
  const pair = (await lockAskedPair(db, pairId)) ?? (await findPairRow(db, pairId))
  // A programme manager sees the row as well, but the answer belongs to its two people.
  if (!pair || ![pair.mentorId, pair.leaderId].includes(me)) {
    throw new ProblemError('not-found', 'There is no such pair, or it is not yours.')
  }
  if (await myAnswer(db, pairId, me)) {
    throw new ProblemError(
      'proposal-answered',
      'Your answer stands. Talk to your programme manager to change it.',
    )
  }
  if (!canTake('answer', pair) || pair.answerBy < now) {
    throw new ProblemError(
      'pair-not-asked',
      'This proposal is closed. If it did not come about, another one follows.',
    )
  }
  // Whoever declines two proposals at once has one of them wait for the other: each may decline once.
  if (answer === 'declined') await findMyEnrolmentForUpdate(db, pair.programmeId, me)
  if (answer === 'declined' && (await hasDeclinedBefore(db, pair.programmeId, me))) {
    throw new ProblemError(
      'declined-once-already',
      'Each may decline once. Talk to your programme manager, who finds another way with you.',
    )
  }

  await addAnswer(db, pairId, me, answer, now)
  const started = answer === 'accepted' && (await bothAccepted(db, pairId))
  if (started) {
    await startPair(db, pair, now)
    await tellPair(db, pair, [pair.mentorId, pair.leaderId], 'pair-confirmed', sender)
  }
  return { pair, started }
}
