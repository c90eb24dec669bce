import type { Db } from '../database/as-actor.ts'
import { DatabaseUnavailableError } from '../database/errors.ts'
import { publishUpdate } from '../events/publish-update.ts'
import type { Platform } from '../platform.ts'
import { explainRefusal, isFinal } from './explain-refusal.ts'
import { findMailServer, type MailServer } from './mail-server.ts'
import { type ClaimedMail, claimMail, markRefused, markSent } from './outbox.ts'
import { type Postman, postmanOf } from './send-mail.ts'

export type MailDelivery = {
  /** Sends everything that is due. Rounds do not overlap; a call during one asks for another. */
  deliverNow(): Promise<void>
  /** Ends after the mail that is being sent. */
  stop(): Promise<void>
}

const LOOK_EVERY_MILLISECONDS = 15_000
const FIRST_PAUSE_SECONDS = 30
const LONGEST_PAUSE_SECONDS = 6 * 3600
/** With the pauses above, about three days. */
const MOST_TRIES = 20

/**
 * Sends the mails of the outbox, on every node at once: each mail is taken by one of them. A mail is marked as sent
 * right after the mail server has taken it, so a crash in between sends it a second time, under the same Message-ID,
 * and no crash loses one. Without a mail server, mails wait.
 */
export function startMailDelivery(platform: Platform): MailDelivery {
  const { database, log } = platform
  let stopped = false
  let round: Promise<void> | undefined
  let again = false

  async function deliverNow(): Promise<void> {
    if (round) {
      again = true
      return round
    }
    round = rounds().finally(() => {
      round = undefined
    })
    return round
  }

  async function rounds(): Promise<void> {
    do {
      again = false
      try {
        await deliverAll(platform, () => stopped)
      } catch (error) {
        if (!(error instanceof DatabaseUnavailableError))
          log.error({ err: error }, 'Mails could not be delivered.')
      }
    } while (again && !stopped)
  }

  const unsubscribe = database.subscribe({
    onPayload(payload) {
      if (payload.includes('"topic":"mail"')) void deliverNow()
    },
    onGap: () => void deliverNow(),
  })
  const timer = setInterval(deliverNow, LOOK_EVERY_MILLISECONDS)
  void deliverNow()

  return {
    deliverNow,
    async stop() {
      stopped = true
      unsubscribe()
      clearInterval(timer)
      await round
    },
  }
}

async function deliverAll(platform: Platform, isStopped: () => boolean): Promise<void> {
  const server = await asDelivery(platform, async (db) =>
    (await isInvented(db)) ? undefined : findMailServer(db, platform.config),
  )
  if (!server) return
  const postman = postmanOf(server)
  try {
    while (!isStopped()) {
      const mail = await asDelivery(platform, claimMail)
      if (!mail) return
      await deliverOne(platform, postman, server, mail)
    }
  } finally {
    postman.close()
  }
}

async function deliverOne(
  platform: Platform,
  postman: Postman,
  server: MailServer,
  mail: ClaimedMail,
): Promise<void> {
  const { id, tries } = mail
  try {
    await postman.send(mail)
  } catch (error) {
    const reason = explainRefusal(error, server)
    const pause = isFinal(error) || tries >= MOST_TRIES ? null : pauseAfter(tries)
    platform.log.warn({ mail: id, tries, givenUp: pause === null }, 'The mail server did not take a mail.')
    await asDelivery(platform, async (db) => {
      await markRefused(db, id, reason, pause)
      await publishUpdate(db, { topic: 'mail', id, to: { administrators: true } })
    })
    return
  }
  await asDelivery(platform, async (db) => {
    await markSent(db, id)
    await publishUpdate(db, { topic: 'mail', id, to: { administrators: true } })
  })
}

/** Nobody gets a mail from the sample organisation. */
async function isInvented(db: Db): Promise<boolean> {
  const organisation = await db.selectFrom('organisation').select('kind').executeTakeFirst()
  return organisation?.kind === 'sample'
}

/** Seconds, doubling with each try. */
function pauseAfter(tries: number): number {
  return Math.min(LONGEST_PAUSE_SECONDS, FIRST_PAUSE_SECONDS * 2 ** (tries - 1))
}

function asDelivery<T>({ database }: Platform, work: (db: Db) => Promise<T>): Promise<T> {
  return database.asActor({ kind: 'system', because: 'deliver mails' }, work)
}
