import { ProblemError } from '../../../platform/http/problem.ts'
import type { RequestContext } from '../../../platform/http/request-context.ts'
import { isEasyToGuess } from './common-passwords.ts'

/** @throws ProblemError `password-too-common`. */
export async function refuseEasyPassword(context: RequestContext, password: string): Promise<void> {
  const known = await context.act(async (db) => {
    const organisation = await db.selectFrom('organisation').select('name').executeTakeFirst()
    const person = context.session
      ? await db
          .selectFrom('person')
          .where('id', '=', context.session.personId)
          .select(['email', 'given_name', 'family_name', 'display_name'])
          .executeTakeFirst()
      : undefined
    return [organisation?.name, ...Object.values(person ?? {})].filter((word) => word !== undefined)
  })
  expectHardToGuess(password, known)
}

/**
 * @param known - What everybody knows about the owner.
 * @throws ProblemError `password-too-common`.
 */
export function expectHardToGuess(password: string, known: readonly string[]): void {
  if (!isEasyToGuess(password, known)) return
  throw new ProblemError(
    'password-too-common',
    'Guessers try this one early. Use a few words that only you would put together.',
  )
}
