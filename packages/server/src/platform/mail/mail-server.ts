import type { RunningConfig } from '../../config.ts'
import type { Db } from '../database/as-actor.ts'
import { isLoopback } from '../http/loopback.ts'
import { openText } from './sealed-text.ts'

/** How mail leaves this server. */
export type MailServer = {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  readonly userName: string | null
  readonly password: string | null
  readonly senderName: string
  readonly senderAddress: string
}

/** TLS from the first byte, TLS after a greeting in clear, or none at all. */
export type MailSecurity = 'tls' | 'starttls' | 'none'

export const MAIL_PASSWORD = 'mail password'

/** The mail server in use: the environment's before the stored one; undefined when mails are to wait. */
export async function findMailServer(db: Db, config: RunningConfig): Promise<MailServer | undefined> {
  return mailServerFrom(config) ?? (await storedMailServer(db, config))
}

/** What SMTP_URL and SMTP_SENDER say. */
export function mailServerFrom({ smtpUrl, smtpSender }: RunningConfig): MailServer | undefined {
  if (!smtpUrl || !smtpSender) return undefined
  const url = new URL(smtpUrl)
  const security = securityOf(url)
  const [, name, address] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(smtpSender) ?? [
    undefined,
    'Viceversa',
    smtpSender,
  ]
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (security === 'tls' ? 465 : security === 'starttls' ? 587 : 25),
    security,
    userName: decodeURIComponent(url.username) || null,
    password: decodeURIComponent(url.password) || null,
    senderName: name?.replaceAll('"', '') || 'Viceversa',
    senderAddress: address!.trim(),
  }
}

/** `smtp:` insists on encryption too, except to this very machine or where `?security=none` says so. */
function securityOf(url: URL): MailSecurity {
  if (url.protocol === 'smtps:') return 'tls'
  return url.searchParams.get('security') === 'none' || isLoopback(url.hostname) ? 'none' : 'starttls'
}

async function storedMailServer(db: Db, config: RunningConfig): Promise<MailServer | undefined> {
  const row = await db.selectFrom('mail_setting').selectAll().executeTakeFirst()
  return (
    row && {
      host: row.host,
      port: row.port,
      security: row.security as MailSecurity,
      userName: row.user_name,
      password: row.password_sealed
        ? (openText(config.secret, MAIL_PASSWORD, row.password_sealed) ?? null)
        : null,
      senderName: row.sender_name,
      senderAddress: row.sender_address,
    }
  )
}
