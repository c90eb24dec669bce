import type { Db } from '../../platform/database/as-actor.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { addressesOf } from './queries.ts'

export type MailSender = { readonly address: string }

type PairToTell = { readonly id: string; readonly programmeName: string }

/** Queues one mail about a pair to some of its people. It names nobody: who it is about waits behind the sign-in. */
export async function tellPair(
  db: Db,
  pair: PairToTell,
  personIds: readonly string[],
  template: 'pair-confirmed' | 'pair-not-coming-about',
  sender: MailSender,
): Promise<void> {
  if (personIds.length === 0) return
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
