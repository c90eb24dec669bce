import type { Me } from '@viceversa/domain/accounts/contract.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { findPreferences } from './me.ts'

type Changes = { [Key in keyof Me['preferences']]?: Me['preferences'][Key] | undefined }

/** What is left out stays as it is. */
export async function updatePreferences(
  db: Db,
  personId: string,
  { theme, timeZone, locale }: Changes,
): Promise<Me['preferences']> {
  const changes = {
    ...(theme === undefined ? {} : { theme }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(locale === undefined ? {} : { locale }),
  }
  await db
    .insertInto('person_preference')
    .values({ person_id: personId, ...changes })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet({ person_id: personId, ...changes }))
    .execute()
  return findPreferences(db, personId)
}
