import { sql } from 'kysely'
import { ProblemError } from '../../../platform/http/problem.ts'
import { FIRST_PAUSE_SECONDS, FREE_TRIES, LONGEST_PAUSE_SECONDS } from './limits.ts'
import type { SignIn } from './sign-in.ts'

/** What is being guessed at, for one address. */
export type Subject = { readonly what: 'password' | 'link'; readonly email: string }

/**
 * Counts a try before it is made, so that many at once are no way around the pause. Known and unknown addresses are
 * counted alike; a quarter of an hour of quiet forgets.
 *
 * @throws ProblemError `too-many-requests` while the address has to wait.
 */
export async function beginAttempt(signIn: SignIn, subject: Subject, now: Date): Promise<void> {
  const key = subjectKey(signIn, subject)
  const pause = sql`least(${FIRST_PAUSE_SECONDS} * power(2, least(attempt.tries - ${FREE_TRIES}, 20)), ${LONGEST_PAUSE_SECONDS})`
  const resumesAt = sql<Date>`case when attempt.tries < ${FREE_TRIES} then attempt.last_try_at
    else attempt.last_try_at + make_interval(secs => ${pause}) end`
  const forgotten = sql<boolean>`attempt.last_try_at < ${now}::timestamptz - make_interval(secs => ${LONGEST_PAUSE_SECONDS})`

  const counted = await signIn.db
    .insertInto('attempt')
    .values({ subject: key, tries: 1, last_try_at: now })
    .onConflict((conflict) =>
      conflict
        .column('subject')
        .doUpdateSet({
          tries: sql<number>`case when ${forgotten} then 1 else attempt.tries + 1 end`,
          last_try_at: now,
        })
        .where(sql<boolean>`${resumesAt} <= ${now}`),
    )
    .returning('tries')
    .executeTakeFirst()
  if (counted) return

  const held = await signIn.db
    .selectFrom('attempt')
    .where('subject', '=', key)
    .select(resumesAt.as('resumesAt'))
    .executeTakeFirst()
  const seconds = Math.max(1, Math.ceil(((held?.resumesAt.getTime() ?? 0) - now.getTime()) / 1000))
  throw new ProblemError('too-many-requests', `Try again ${inWords(seconds)}.`, {
    retryAfterSeconds: seconds,
  })
}

export async function attemptSucceeded(signIn: SignIn, subject: Subject): Promise<void> {
  await signIn.db.deleteFrom('attempt').where('subject', '=', subjectKey(signIn, subject)).execute()
}

function subjectKey(signIn: SignIn, { what, email }: Subject): string {
  return `${what}:${signIn.fingerprint(what, email)}`
}

function inWords(seconds: number): string {
  if (seconds <= 90) return `in ${seconds} seconds`
  return `in ${Math.ceil(seconds / 60)} minutes`
}
