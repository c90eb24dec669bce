import type { MailRow } from '@viceversa/domain/mail/contract.ts'
import { z } from 'zod'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import { countMails, type MailFilter, type MailPlace, mailsAfter, wireRow } from './queries.ts'

export type MailListWanted = MailFilter & { readonly after?: string | undefined; readonly limit: number }

/** A page of the outbox, the newest first. `next` goes on after its last row, whatever arrives meanwhile. */
export async function listMails(db: Db, { after, limit, ...filter }: MailListWanted) {
  const rows = await mailsAfter(db, filter, after === undefined ? undefined : placeFrom(after), limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row): MailRow => wireRow(row)),
    total: await countMails(db, filter),
    next: last && rows.length > limit ? cursorOf({ createdAt: last.place, id: last.id }) : null,
  }
}

const place = z.tuple([z.string().regex(/^[\d\-:. +]{10,40}$/), z.uuid()])

function cursorOf({ createdAt, id }: MailPlace): string {
  return Buffer.from(JSON.stringify([createdAt, id])).toString('base64url')
}

function placeFrom(cursor: string): MailPlace {
  try {
    const [createdAt, id] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    return { createdAt, id }
  } catch {
    throw new ProblemError('invalid-request', 'Give back `next` of an earlier page as `after`, unchanged.')
  }
}
