import { readFile, readlink, symlink } from 'node:fs/promises'
import path from 'node:path'
import { EmbeddedPostgresError } from '../errors.ts'

type Link = { readonly source: string; readonly target: string }

/**
 * Makes the shared-library links that the package's install script would make; npm cannot pack links and its
 * install scripts are not run here. Two applications may do this at once, and a link that exists is left alone.
 */
export async function linkSharedLibraries(packageFolder: string): Promise<void> {
  await Promise.all((await linksOf(packageFolder)).map((link) => makeLink(packageFolder, link)))
}

async function linksOf(packageFolder: string): Promise<Link[]> {
  try {
    return JSON.parse(
      await readFile(path.join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8'),
    ) as Link[]
  } catch (error) {
    if (isCode(error, 'ENOENT')) return []
    throw error
  }
}

async function makeLink(packageFolder: string, { source, target }: Link): Promise<void> {
  const link = path.join(packageFolder, target)
  const destination = path.relative(path.dirname(link), path.join(packageFolder, source))
  try {
    if ((await readlink(link)) === destination) return
  } catch {
    // Missing, or a plain file that some other installer copied: the next step tells them apart.
  }
  try {
    await symlink(destination, link)
  } catch (error) {
    if (isCode(error, 'EEXIST')) return
    throw new EmbeddedPostgresError(
      `PostgreSQL needs the link ${link}, which could not be made (${(error as Error).message}). ` +
        'Start Viceversa once as the account that ran `npm ci`.',
    )
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
