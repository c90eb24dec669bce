import type { RequestContext } from '../../../platform/http/request-context.ts'
import { queueMail } from '../../../platform/mail/queue-mail.ts'
import type { Account } from './account.ts'

/** Tells the owner by mail that their way in has changed, in case it was not them. */
export async function tellOfChange(
  context: RequestContext,
  { personId, email }: Account,
  what: 'password' | 'second-factor' | 'passkey',
): Promise<void> {
  await context.act((db) =>
    queueMail(db, {
      personId,
      address: email,
      template: `${what}-changed`,
      values: { url: `${context.platform.config.address}/account` },
    }),
  )
}
