import type { MailRow } from '@viceversa/domain/mail/contract.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'

export type MailFilter = {
  readonly state?: MailRow['state'] | undefined
  readonly search?: string | undefined
}

/** The place of a row in the list: its instant, to the microsecond as text, and its id. */
export type MailPlace = { readonly createdAt: string; readonly id: string }

/** The newest first. */
export async function mailsAfter(db: Db, filter: MailFilter, after: MailPlace | undefined, limit: number) {
  return filtered(db, filter)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(mail.created_at, mail.id) < (${after?.createdAt}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .select([...rowColumns, sql<string>`mail.created_at::text`.as('place')])
    .orderBy('mail.created_at', 'desc')
    .orderBy('mail.id', 'desc')
    .limit(limit)
    .execute()
}

export async function countMails(db: Db, filter: MailFilter): Promise<number> {
  const { count } = await filtered(db, filter)
    .select((is) => is.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function findMail(db: Db, mailId: string) {
  const row = await withRecipient(db)
    .where('mail.id', '=', mailId)
    .select([...rowColumns, 'mail.body_text'])
    .executeTakeFirst()
  return row && { ...wireRow(row), bodyText: row.body_text }
}

type Row = {
  id: string
  address: string
  display_name: string | null
  template: string
  subject: string
  state: string
  created_at: Date
  sent_at: Date | null
  last_error: string | null
}

export function wireRow(row: Row): MailRow {
  return {
    id: row.id,
    address: row.address,
    recipientName: row.display_name,
    template: row.template,
    subject: row.subject,
    state: row.state as MailRow['state'],
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    lastError: row.last_error,
  }
}

const rowColumns = [
  'mail.id',
  'mail.address',
  'person.display_name',
  'mail.template',
  'mail.subject',
  'mail.state',
  'mail.created_at',
  'mail.sent_at',
  'mail.last_error',
] as const

function withRecipient(db: Db) {
  return db.selectFrom('mail').leftJoin('person', (join) =>
    join.on((is) =>
      is.or([
        is('person.id', '=', is.ref('mail.person_id')),
        // A sign-in link is written to an address; whose it is, the directory knows.
        is.and([is('mail.person_id', 'is', null), is('person.email', '=', is.ref('mail.address'))]),
      ]),
    ),
  )
}

function filtered(db: Db, { state, search }: MailFilter) {
  const words = search?.trim().split(/\s+/).filter(Boolean) ?? []
  let query = withRecipient(db)
  if (state) query = query.where('mail.state', '=', state)
  for (const word of words) {
    const pattern = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`
    query = query.where((is) =>
      is.or([
        is('mail.address', 'ilike', pattern),
        is('mail.subject', 'ilike', pattern),
        is('person.display_name', 'ilike', pattern),
      ]),
    )
  }
  return query
}
