import { queueMail } from '../../../platform/mail/queue-mail.ts'
import type { Platform } from '../../../platform/platform.ts'

/**
 * Mails a sign-in link. The token stands behind `#`, so no server, proxy or log on the way ever sees it, and nothing
 * that merely opens the address uses the link up.
 */
export async function queueSignInLink(
  platform: Platform,
  { personId, address, token }: { personId: string; address: string; token: string },
): Promise<void> {
  const url = `${platform.config.address}/sign-in/link#${token}`
  await platform.database.asActor({ kind: 'anonymous' }, (db) =>
    queueMail(db, { personId, address, template: 'sign-in-link', values: { url } }),
  )
}
