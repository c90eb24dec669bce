import { openPairStates } from '@viceversa/domain/pairs/pair-states.ts'
import { type RawBuilder, sql } from 'kysely'

/**
 * Whether a row of `pair` takes up a seat of somebody: it waits or runs, and that person has not declined it. A decline
 * frees the one who declined at once; the other is free when the time to answer is over, and cannot tell why (rule R11).
 *
 * @param person - The id of that person, a column or a value.
 */
export function takesSeatOf(person: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(pair.state in (${sql.join(openPairStates)})
    and ${person} in (pair.mentor_id, pair.leader_id)
    and not exists (
      select from pair_answer
      where pair_answer.pair_id = pair.id and pair_answer.person_id = ${person}
        and pair_answer.answer = 'declined'))`
}

/**
 * How a row of `pair` stands for programme managers, who see which proposals were declined as soon as they are. In the
 * table such a pair waits until its time is over, then counts as run out.
 */
export const stateForManagers = sql`(case
  when pair.state in ('asked', 'expired') and exists (
    select from pair_answer where pair_answer.pair_id = pair.id and pair_answer.answer = 'declined')
  then 'declined' else pair.state end)`
