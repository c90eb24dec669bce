import type { signInMethods } from '@viceversa/domain/accounts/contract.ts'
import type { z } from 'zod'
import type { Platform } from '../../platform/platform.ts'
import { signInOf } from './sign-in/sign-in.ts'

export async function signInMethodsOf(
  platform: Platform,
  personId: string,
): Promise<z.input<typeof signInMethods>> {
  const { db } = signInOf(platform)
  const account = await db
    .selectFrom('user')
    .where('person_id', '=', personId)
    .select(({ exists, selectFrom }) => [
      'id',
      'two_factor_enabled',
      exists(
        selectFrom('account')
          .select('account.id')
          .whereRef('account.user_id', '=', 'user.id')
          .where('provider_id', '=', 'credential')
          .where('password', 'is not', null),
      ).as('has_password'),
    ])
    .executeTakeFirst()
  if (!account) return { password: false, twoFactor: false, passkeys: [] }
  const passkeys = await db
    .selectFrom('passkey')
    .where('user_id', '=', account.id)
    .select(['id', 'name', 'created_at'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return {
    password: Boolean(account.has_password),
    twoFactor: account.two_factor_enabled ?? false,
    passkeys: passkeys.map(({ id, name, created_at }) => ({
      id,
      name: name ?? '',
      createdAt: created_at?.toISOString() ?? null,
    })),
  }
}
