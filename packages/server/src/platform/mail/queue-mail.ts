import { randomUUID } from 'node:crypto'
import type { Db } from '../database/as-actor.ts'
import { publishUpdate } from '../events/publish-update.ts'
import { mailTemplate } from './mail-template.ts'
import { type MailValues, renderMail } from './render-mail.ts'

export type MailWanted = {
  /** The mail goes with the person when they are removed; null for an address that is nobody's. */
  readonly personId: string | null
  readonly address: string
  /** The name of a file under `content/<language>/mail/`. */
  readonly template: string
  readonly values: MailValues
  /** A BCP 47 tag, English unless named or unless there is no such text. */
  readonly language?: string
}

/**
 * Queues a mail in the caller's transaction: it leaves when that commits, and never existed when it rolls back.
 *
 * Nobody's own words go into a mail, only names, dates and one link.
 *
 * @returns The mail's id, which is its Message-ID as well.
 */
export async function queueMail(db: Db, wanted: MailWanted): Promise<string> {
  const template = await mailTemplate(wanted.template, wanted.language)
  const footer = await mailTemplate('footer', template.language)
  const organisation = await db.selectFrom('organisation').select('name').executeTakeFirst()
  const { subject, text, html } = renderMail(template, footer.body, {
    organisationName: organisation?.name ?? 'your organisation',
    ...wanted.values,
  })

  // The id is made here: whoever queues a mail may not read the outbox, so the database cannot tell it.
  const id = randomUUID()
  await db
    .insertInto('mail')
    .values({
      id,
      person_id: wanted.personId,
      address: wanted.address,
      template: wanted.template,
      subject,
      body_text: text,
      body_html: html,
    })
    .execute()
  await publishUpdate(db, { topic: 'mail', id, to: { administrators: true } })
  return id
}
