import type { Db } from '../../platform/database/as-actor.ts'

/** Adds those who are new before it takes off those who are gone, so that the programme is never without a manager. */
export async function writeManagers(
  db: Db,
  programmeId: string,
  before: readonly string[],
  after: readonly string[],
): Promise<void> {
  const added = after.filter((id) => !before.includes(id))
  const gone = before.filter((id) => !after.includes(id))
  if (added.length > 0) {
    await db
      .insertInto('programme_manager')
      .values(added.map((person_id) => ({ programme_id: programmeId, person_id })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (gone.length > 0) {
    await db
      .deleteFrom('programme_manager')
      .where('programme_id', '=', programmeId)
      .where('person_id', 'in', gone)
      .execute()
  }
}
