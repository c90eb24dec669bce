import { canTake } from '@viceversa/domain/pairs/pair-states.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { findMyEnrolmentForUpdate } from '../enrolment/queries.ts'
import {
  addAnswer,
  addressesOf,
  bothAccepted,
  closePair,
  findPairRow,
  hasDeclinedBefore,
  lockAskedPair,
  myAnswer,
  type PairRow,
  startPair,
} from './queries.ts'

export type Answer = 'accepted' | 'declined'

/**
 * Accepts or declines a proposal. The second yes starts the pair along the programme's time line; one no closes it, and
 * the partner learns only that it did not come about. Two answers at the same moment wait for each other.
 */
export async function answerPair(
  db: Db,
  pairId: string,
  answer: Answer,
  me: string,
  sender: { readonly address: string },
  now: Date,
): Promise<PairRow> {
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
  if (answer === 'declined') {
    await closePair(db, pairId, now)
    await tell(db, pair, [otherOf(pair, me)], 'pair-not-coming-about', sender)
  } else if (await bothAccepted(db, pairId)) {
    await startPair(db, pair, now)
    await tell(db, pair, [pair.mentorId, pair.leaderId], 'pair-confirmed', sender)
  }
  return pair
}

function otherOf(pair: PairRow, me: string): string {
  return pair.mentorId === me ? pair.leaderId : pair.mentorId
}

async function tell(
  db: Db,
  pair: PairRow,
  personIds: readonly string[],
  template: string,
  sender: { readonly address: string },
): Promise<void> {
  const people = await addressesOf(db, personIds)
  for (const personId of personIds) {
    const person = people.get(personId)
    if (!person) continue
    await queueMail(db, {
      personId,
      address: person.email,
      template,
      values: {
        givenName: person.givenName,
        programmeName: pair.programmeName,
        link: `${sender.address}/pairs/${pair.id}`,
      },
    })
  }
}
