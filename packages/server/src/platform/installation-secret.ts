import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * The secret of an installation that was given none: made at the first start and kept in the data folder, readable for
 * its owner alone.
 *
 * @throws {Error} when the file is there but holds no secret.
 */
export async function installationSecret(dataFolder: string): Promise<string> {
  const file = path.join(dataFolder, 'secret')
  await mkdir(dataFolder, { recursive: true, mode: 0o700 })
  try {
    // Fails when the file is there: the first start makes it, every other reads it.
    await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const secret = (await readFile(file, 'utf8')).trim()
  if (secret.length < 32) {
    throw new Error(
      `The file ${file} holds no secret. Put the one from your backup there; without it nobody's session and no stored mail password can be read.`,
    )
  }
  return secret
}
