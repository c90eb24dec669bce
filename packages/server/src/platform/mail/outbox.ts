import { sql } from 'kysely'
import type { Db } from '../database/as-actor.ts'
import type { Letter } from './send-mail.ts'

/** Long enough for a slow mail server; after a crash the mail is free again this soon. */
export const LEASE_SECONDS = 50

export type ClaimedMail = Letter & { readonly tries: number }

/**
 * Takes the mail that has waited longest, for as long as the lease. The database's clock decides, so that nodes whose
 * clocks differ do not send the same mail.
 */
export async function claimMail(db: Db): Promise<ClaimedMail | undefined> {
  const { rows } = await sql<ClaimedMail>`
    update mail set tries = tries + 1, next_try_at = now() + make_interval(secs => ${LEASE_SECONDS})
    where id = (
      select id from mail where state = 'waiting' and next_try_at <= now()
      order by next_try_at limit 1 for update skip locked)
    returning id, address as "to", subject, body_text as text, body_html as html, tries`.execute(db)
  return rows[0]
}

/** The mail server has it: the text goes, because it may hold a one-time link. */
export async function markSent(db: Db, id: string): Promise<void> {
  await db
    .updateTable('mail')
    .set({ state: 'sent', sent_at: sql`now()`, body_text: null, body_html: null, last_error: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** @param inSeconds - When to try again; null to give up. */
export async function markRefused(
  db: Db,
  id: string,
  reason: string,
  inSeconds: number | null,
): Promise<void> {
  await db
    .updateTable('mail')
    .set({
      state: inSeconds === null ? 'failed' : 'waiting',
      last_error: reason,
      next_try_at: sql`now() + make_interval(secs => ${inSeconds ?? 0})`,
    })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}
