import { constants } from 'node:fs'
import { access, lstat, mkdir } from 'node:fs/promises'
import { EmbeddedPostgresError } from '../errors.ts'
import { layoutOf } from './create-cluster.ts'
import { accountsForRoot } from './server-account.ts'

/**
 * Creates the data folder, or makes sure that it is ours.
 *
 * @throws {@link EmbeddedPostgresError} when it cannot be made or belongs to another account. Root could take it
 *   over, but the account that made it could then never start again.
 */
export async function ensureFolder(dataFolder: string): Promise<void> {
  try {
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
    await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The data folder ${dataFolder} cannot be used (${(error as Error).message}). Start Viceversa as the account ` +
        'that it belongs to, or name another folder in VICEVERSA_DATA.',
    )
  }
  const stranger = await strangerOwning(layoutOf(dataFolder).cluster)
  if (stranger === undefined) return
  throw new EmbeddedPostgresError(
    `The data folder ${dataFolder} belongs to the account with number ${stranger}. Start Viceversa as that account, ` +
      'or name another folder in VICEVERSA_DATA.',
  )
}

async function strangerOwning(cluster: string): Promise<number | undefined> {
  const ourselves = process.getuid?.()
  if (ourselves === undefined) return undefined
  const owner = await lstat(cluster).then(
    ({ uid }) => uid,
    () => ourselves,
  )
  const ours =
    ourselves === 0 ? Object.values(accountsForRoot).map(({ fileOwner }) => fileOwner?.uid) : [ourselves]
  return ours.includes(owner) ? undefined : owner
}
