import type { RunningConfig } from '../../config.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { findMailServer } from '../../platform/mail/mail-server.ts'

/** Whether mails leave this server; otherwise they wait in the outbox for somebody to hand on. */
export async function sendsMail(db: Db, config: RunningConfig): Promise<boolean> {
  return (await findMailServer(db, config)) !== undefined
}
