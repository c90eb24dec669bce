import { randomUUID } from 'node:crypto'
import type { FitPart } from '@viceversa/domain/match-runs/contract.ts'
import type { CommonGround } from '@viceversa/domain/pairs/contract.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import type { ProgrammeRow } from '../programmes/queries.ts'
import { addressesOf } from './queries.ts'

export type PairToAsk = {
  readonly matchRunId: string
  readonly mentorId: string
  readonly leaderId: string
  readonly fit: number
  readonly reasons: readonly FitPart[]
  readonly commonGround: readonly CommonGround[]
}

/**
 * Creates the pairs and asks both people of each, in the caller's transaction (rule R11). The mails name nobody: who it
 * would be, and why, waits behind the sign-in.
 */
export async function askPairs(
  db: Db,
  programme: ProgrammeRow,
  pairs: readonly PairToAsk[],
  sender: { readonly address: string },
  now: Date,
): Promise<void> {
  const answerBy = new Date(now.getTime() + programme.accept_within_days * 86_400_000)
  const asked = pairs.map((pair) => ({ ...pair, id: randomUUID() }))
  await db
    .insertInto('pair')
    .values(
      asked.map((pair) => ({
        id: pair.id,
        programme_id: programme.id,
        match_run_id: pair.matchRunId,
        mentor_id: pair.mentorId,
        leader_id: pair.leaderId,
        fit: pair.fit,
        reasons: JSON.stringify(pair.reasons),
        common_ground: JSON.stringify(pair.commonGround),
        asked_at: now,
        answer_by: answerBy,
      })),
    )
    .execute()

  const people = await addressesOf(
    db,
    asked.flatMap(({ mentorId, leaderId }) => [mentorId, leaderId]),
  )
  for (const pair of asked) {
    for (const personId of [pair.mentorId, pair.leaderId]) {
      const person = people.get(personId)
      if (!person) continue
      await queueMail(db, {
        personId,
        address: person.email,
        template: 'pair-asked',
        values: {
          givenName: person.givenName,
          programmeName: programme.name,
          days: String(programme.accept_within_days),
          link: `${sender.address}/pairs/${pair.id}`,
        },
      })
    }
  }
}
