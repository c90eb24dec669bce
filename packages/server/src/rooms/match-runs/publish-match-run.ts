import { canTake } from '@viceversa/domain/match-runs/match-run-states.ts'
import { commonGround } from '@viceversa/domain/pairs/common-ground.ts'
import type { MatchPerson } from '@viceversa/matching/types.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { holdWhoTakesPart } from '../enrolment/queries.ts'
import { askPairs } from '../pairs/ask-pairs.ts'
import { askEngine } from './engine/engine.ts'
import { matchRunNotDraft, withRefusalsNamed } from './errors.ts'
import { holdMatchable } from './hold-matchable.ts'
import { fingerprintOf, readMarket, taskFor } from './market.ts'
import { findMatchRunForUpdate } from './queries.ts'
import { partToWire } from './to-wire.ts'

/** Nobody needs to be told that they share the language the whole organisation works in. */
const ORGANISATION_LANGUAGE = 'en'

/**
 * Asks the two people of every proposed pair, or changes nothing at all. What is published is what was looked at: when
 * people, rules or decisions have changed since, the fingerprint differs and the caller looks again (rule R12).
 */
export async function publishMatchRun(
  db: Db,
  matchRunId: string,
  seen: string,
  sender: { readonly address: string },
  now: Date,
): Promise<{ pairs: number; people: number; personIds: string[]; programmeId: string }> {
  const run = await findMatchRunForUpdate(db, matchRunId)
  if (!run) throw new ProblemError('not-found', 'There is no such match run.')
  if (!canTake('publish', run)) throw matchRunNotDraft(run.state)
  // Two scenarios of one programme, published at once, would give away the same seats.
  await holdMatchable(db, run.programmeId, now, true)
  // And nobody may be proposed who leaves at this moment.
  await holdWhoTakesPart(db, run.programmeId)

  const market = await readMarket(db, run.programmeId)
  const task = taskFor(run, market)
  if (fingerprintOf(task) !== seen) {
    throw new ProblemError(
      'proposal-changed',
      'People, rules or decisions have changed. Look at the new proposal first.',
    )
  }
  const answer = await withRefusalsNamed(db, () => askEngine('proposal', task))
  if (!answer.verified) throw new Error('The independent check did not agree with the engine.')
  if (answer.pairs.length === 0) {
    throw new ProblemError(
      'nothing-to-publish',
      'Under these rules nobody can be paired. Relax one of them first.',
    )
  }

  await askPairs(
    db,
    market.programme,
    answer.pairs.map(({ mentorId, leaderId, score, parts }) => ({
      matchRunId,
      mentorId,
      leaderId,
      fit: score,
      reasons: parts.map(partToWire),
      commonGround: commonGround(
        personOf(market.people, 'mentor', mentorId),
        personOf(market.people, 'leader', leaderId),
        ORGANISATION_LANGUAGE,
      ),
    })),
    sender,
    now,
  )
  await db
    .updateTable('match_run')
    .set({ state: 'published', published_at: now, updated_at: now, version: run.version + 1 })
    .where('id', '=', matchRunId)
    .execute()

  const personIds = [...new Set(answer.pairs.flatMap(({ mentorId, leaderId }) => [mentorId, leaderId]))]
  return { pairs: answer.pairs.length, people: personIds.length, personIds, programmeId: run.programmeId }
}

function personOf(people: readonly MatchPerson[], seat: 'mentor' | 'leader', id: string): MatchPerson {
  const person = people.find((one) => one.seat === seat && one.id === id)
  if (!person) throw new Error('The engine named somebody it was not told about.')
  return person
}
