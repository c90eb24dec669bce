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
  const [id] = await queueMails(db, [wanted])
  return id!
}

/**
 * The same for many mails, in one statement.
 *
 * @returns Their ids, in their order.
 */
export async function queueMails(db: Db, wanted: readonly MailWanted[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const organisation = await db.selectFrom('organisation').select('name').executeTakeFirst()
  const organisationName = organisation?.name ?? 'your organisation'

  const mails = []
  for (const { personId, address, template: name, values, language } of wanted) {
    const template = await mailTemplate(name, language)
    const footer = await mailTemplate('footer', template.language)
    const { subject, text, html } = renderMail(template, footer.body, { organisationName, ...values })
    mails.push({
      // Made here: whoever queues a mail may not read the outbox, so the database cannot tell it.
      id: randomUUID(),
      person_id: personId,
      address,
      template: name,
      subject,
      body_text: text,
      body_html: html,
    })
  }
  await db.insertInto('mail').values(mails).execute()
  const only = mails.length === 1 ? mails[0] : undefined
  await publishUpdate(db, { topic: 'mail', ...(only && { id: only.id }), to: { administrators: true } })
  return mails.map(({ id }) => id)
}
