import type { Database } from '../../../../platform/database/connect-database.ts'

const DAY_MS = 86_400_000

/** Once a day: rows of files with which nobody went on are forgotten. A dry run that was promised still needs them. */
export async function forgetOldRows(database: Database, now: Date): Promise<void> {
  await database.asActor({ kind: 'system', because: 'old uploads are forgotten' }, (db) =>
    db
      .updateTable('people_import')
      .set({ rows_gzip: null })
      .where('state', '!=', 'planning')
      .where('created_at', '<', new Date(now.getTime() - DAY_MS))
      .execute(),
  )
}
