import type { serverCheck } from '@viceversa/domain/organisation/contract.ts'
import { sql } from 'kysely'
import type { z } from 'zod'
import { isLoopback } from '../../platform/http/loopback.ts'
import type { Platform } from '../../platform/platform.ts'
import { secondsJobsWait, sendsMail } from './queries.ts'

type Check = z.infer<typeof serverCheck>

const SLOW_BACKGROUND_SECONDS = 120

/** Looks at the server now. A check that cannot be made says so instead of failing the others. */
export async function serverChecks(platform: Platform): Promise<Check[]> {
  return Promise.all([
    database(platform),
    backgroundWork(platform),
    address(platform),
    mail(platform),
    network(platform),
  ])
}

async function database(platform: Platform): Promise<Check> {
  const began = performance.now()
  await platform.database.asActor({ kind: 'anonymous' }, (db) => sql`select 1`.execute(db))
  const milliseconds = Math.max(1, Math.round(performance.now() - began))
  return { name: 'database', state: 'working', detail: `Reachable, answers in ${milliseconds} ms` }
}

async function backgroundWork(platform: Platform): Promise<Check> {
  const seconds = await secondsJobsWait(platform)
  return seconds < SLOW_BACKGROUND_SECONDS
    ? { name: 'background-work', state: 'working', detail: 'Nothing is late' }
    : {
        name: 'background-work',
        state: 'not-working',
        detail: `Work has been waiting for ${Math.round(seconds / 60)} minutes`,
      }
}

async function address({ config }: Platform): Promise<Check> {
  const { protocol, hostname } = new URL(config.address)
  if (protocol === 'https:') return { name: 'address', state: 'working', detail: config.address }
  return isLoopback(hostname)
    ? { name: 'address', state: 'optional', detail: `${config.address}, for this machine only` }
    : {
        name: 'address',
        state: 'not-working',
        detail: `${config.address} is not encrypted. Put a TLS proxy in front and set VICEVERSA_ADDRESS.`,
      }
}

async function mail(platform: Platform): Promise<Check> {
  return (await sendsMail(platform))
    ? { name: 'mail', state: 'working', detail: 'A mail server is set' }
    : { name: 'mail', state: 'optional', detail: 'Mails wait in the outbox' }
}

async function network({ config }: Platform): Promise<Check> {
  const called = [
    config.databaseUrl && `the database at ${new URL(config.databaseUrl).hostname}`,
    config.smtpUrl && `the mail server at ${new URL(config.smtpUrl).hostname}`,
  ].filter((place) => typeof place === 'string')
  return {
    name: 'network',
    state: 'working',
    detail:
      called.length > 0 ? `Calls ${called.join(' and ')}, nobody else` : 'Calls nobody but your mail server',
  }
}
