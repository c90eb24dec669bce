import type { mailSettings } from '@viceversa/domain/mail/contract.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import type { RunningConfig } from '../../config.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { publishUpdate } from '../../platform/events/publish-update.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import {
  findMailServer,
  MAIL_PASSWORD,
  type MailServer,
  mailServerFrom,
} from '../../platform/mail/mail-server.ts'
import { sealText } from '../../platform/mail/sealed-text.ts'

export type MailSettings = z.infer<typeof mailSettings>

/** Settings as somebody typed them. Password: a new one, null for none, left out to keep the stored one. */
export type TypedSettings = MailSettings & { readonly password?: string | null | undefined }

/** How mail leaves, without the password, which no answer ever holds. */
export async function showSettings(db: Db, config: RunningConfig) {
  const server = await findMailServer(db, config)
  return {
    settings: server ? withoutPassword(server) : null,
    fromEnvironment: mailServerFrom(config) !== undefined,
    passwordSet: server?.password != null,
  }
}

/** Saves the settings; mails that wait leave with them at once. */
export async function saveSettings(db: Db, config: RunningConfig, typed: TypedSettings, now: Date) {
  refuseFixed(config)
  const { password, ...settings } = typed
  const written = {
    host: settings.host,
    port: settings.port,
    security: settings.security,
    user_name: settings.userName,
    sender_name: settings.senderName,
    sender_address: settings.senderAddress,
    updated_at: now,
    ...(password !== undefined && {
      password_sealed: password === null ? null : sealText(config.secret, MAIL_PASSWORD, password),
    }),
  }
  await db
    .insertInto('mail_setting')
    .values(written)
    .onConflict((conflict) => conflict.column('only_row').doUpdateSet(written))
    .execute()
  await db
    .updateTable('mail')
    .set({ next_try_at: sql`now()` })
    .where('state', '=', 'waiting')
    .where('tries', '>', 0)
    .execute()
  await publishUpdate(db, { topic: 'mail', to: { administrators: true } })
  return { settings }
}

/** Mails then wait in the outbox. */
export async function removeSettings(db: Db, config: RunningConfig): Promise<void> {
  refuseFixed(config)
  await db.deleteFrom('mail_setting').execute()
  await publishUpdate(db, { topic: 'mail', to: { administrators: true } })
}

/** The mail server that typed settings describe; a password that was left out is the stored one. */
export async function serverFrom(db: Db, config: RunningConfig, typed: TypedSettings): Promise<MailServer> {
  const { password, ...settings } = typed
  if (password !== undefined) return { ...settings, password }
  const stored = await findMailServer(db, config)
  // A kept password goes only to the server it was meant for.
  const same = stored?.host === settings.host && stored.userName === settings.userName
  return { ...settings, password: same ? stored.password : null }
}

function withoutPassword({ password: _, ...settings }: MailServer): MailSettings {
  return settings
}

function refuseFixed(config: RunningConfig): void {
  if (!mailServerFrom(config)) return
  throw new ProblemError(
    'not-allowed',
    'Mail is set by SMTP_URL where the server is started. Change it there, or take it away there to change it here.',
  )
}
