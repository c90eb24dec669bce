import type { Database } from '../../../../platform/database/connect-database.ts'

const DAY_MS = 86_400_000

/** At start: nobody works on these any more. What was being applied was one transaction, so nothing of it is there. */
export async function closeInterruptedImports(database: Database): Promise<void> {
  await database.asActor({ kind: 'system', because: 'the server starts' }, (db) =>
    db
      .updateTable('people_import')
      .set({
        state: 'failed',
        failure: 'The server stopped in the middle of it. Nothing was changed. Run the dry run again.',
        progress: null,
      })
      .where('state', 'in', ['planning', 'applying'])
      .execute(),
  )
}

/** Once a day: rows of files with which nobody went on are forgotten. */
export async function forgetOldRows(database: Database, now: Date): Promise<void> {
  await database.asActor({ kind: 'system', because: 'old uploads are forgotten' }, (db) =>
    db
      .updateTable('people_import')
      .set({ rows_gzip: null })
      .where('created_at', '<', new Date(now.getTime() - DAY_MS))
      .execute(),
  )
}
