import { sql } from 'kysely'
import type { Db } from '../../../platform/database/as-actor.ts'
import type { SignIn } from './sign-in.ts'

export type Account = { readonly id: string; readonly personId: string; readonly email: string }

/**
 * The account of somebody who may sign in, made when they first ask: people of the directory who still work here and
 * were given something to do. Everybody else has none.
 */
export async function accountOfAddress(signIn: SignIn, email: string): Promise<Account | undefined> {
  const { rows } = await sql<{ id: string; email: string }>`
    select id, email from public.person
    where email = ${email} and status = 'active' and public.has_something_to_do_here(id)`.execute(signIn.db)
  const [person] = rows
  return person && ensureAccount(signIn, person.id)
}

/** The account of somebody in the directory, made if there is none. Two at once make one. */
export async function ensureAccount(signIn: SignIn, personId: string): Promise<Account> {
  await sql`
    insert into "user" (person_id, email)
    select id, email from public.person where id = ${personId}
    on conflict do nothing`.execute(signIn.db)
  const account = await signIn.db
    .selectFrom('user')
    .where('person_id', '=', personId)
    .select(['id', 'person_id as personId', 'email'])
    .executeTakeFirstOrThrow()
  return account
}

/**
 * Writes an account in the transaction of the change that brings its person into being, so that there is never an
 * administrator without a way in.
 *
 * @param passwordHash - From `hashPassword`; without one the person signs in by link.
 */
export async function createAccountWith(
  db: Db,
  person: { personId: string; email: string; passwordHash: string | undefined },
): Promise<void> {
  await asSignIn(db, async (tables) => {
    const { id } = await tables
      .insertInto('user')
      .values({ person_id: person.personId, email: person.email })
      .returning('id')
      .executeTakeFirstOrThrow()
    if (person.passwordHash === undefined) return
    await tables
      .insertInto('account')
      .values({ user_id: id, account_id: id, provider_id: 'credential', password: person.passwordHash })
      .execute()
  })
}

/** Within the transaction of a person's request, becomes the role that sees the sign-in tables, and itself again. */
async function asSignIn<T>(
  db: Db,
  work: (tables: ReturnType<SignIn['db']['withSchema']>) => Promise<T>,
): Promise<T> {
  await sql`select set_config('role', 'viceversa_sign_in', true)`.execute(db)
  const done = await work((db as unknown as SignIn['db']).withSchema('sign_in'))
  await sql`select set_config('role', 'viceversa_app', true)`.execute(db)
  return done
}
