import { createHmac } from 'node:crypto'
import { Kysely, PostgresDialect } from 'kysely'
import type { Platform } from '../../../platform/platform.ts'
import { sessionCookieName } from './cookies.ts'
import { createLibrary, type SignInLibrary } from './library.ts'
import type { SignInTables } from './tables.ts'

/** What signing in keeps for as long as the application runs. */
export type SignIn = {
  readonly platform: Platform
  readonly library: SignInLibrary
  /** The schema `sign_in`, entered as `viceversa_sign_in`. */
  readonly db: Kysely<SignInTables>
  readonly cookieName: string
  /** A keyed hash, for what must be found again but not read. */
  readonly fingerprint: (...parts: string[]) => string
}

const signIns = new WeakMap<Platform, SignIn>()

/** The sign-in of this installation, made at first use. */
export function signInOf(platform: Platform): SignIn {
  const known = signIns.get(platform)
  if (known) return known

  const { secret } = platform.config
  if (!secret) throw new Error('Signing in needs the secret of the installation.')
  const key = createHmac('sha256', secret).update('sign-in').digest('base64url')
  const db = new Kysely<SignInTables>({
    dialect: new PostgresDialect({ pool: platform.database.signInPool }),
  })
  const signIn: SignIn = {
    platform,
    db,
    library: createLibrary(platform, db, key),
    cookieName: sessionCookieName(platform.config.address),
    fingerprint: (...parts) => createHmac('sha256', key).update(parts.join('\n')).digest('base64url'),
  }
  signIns.set(platform, signIn)
  return signIn
}
