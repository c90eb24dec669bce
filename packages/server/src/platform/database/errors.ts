/** The data folder is in use by another running application. Two never share one. */
export class SharedFolderError extends Error {
  override name = 'SharedFolderError'

  constructor(dataFolder: string, holder: string | undefined) {
    const who = holder ? `Another Viceversa (process ${holder})` : 'Another Viceversa'
    super(
      `${who} is already running on the data folder ${dataFolder}. Stop it, or name another folder in VICEVERSA_DATA.`,
    )
  }
}

/** The embedded PostgreSQL cannot run here. The message says why and what to do, in one or two sentences. */
export class EmbeddedPostgresError extends Error {
  override name = 'EmbeddedPostgresError'
}

/** The database in DATABASE_URL cannot serve. The message says why and what to do. */
export class UnsuitableDatabaseError extends Error {
  override name = 'UnsuitableDatabaseError'
}

/** A migration that was applied earlier has another content now, or a new one fails. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/**
 * The database could not be reached, or the connection broke in the middle. Work that was being committed at that
 * moment may or may not have happened; work that was acknowledged earlier did. Trying again later is right.
 */
export class DatabaseUnavailableError extends Error {
  override name = 'DatabaseUnavailableError'

  constructor(cause: unknown) {
    super('The database cannot be reached at the moment.', { cause })
  }
}
