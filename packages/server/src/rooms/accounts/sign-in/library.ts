import { randomUUID } from 'node:crypto'
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { passkey } from '@better-auth/passkey'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { magicLink, twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'
import { cookiePrefix, isSecure, sessionCookieName } from './cookies.ts'
import { hashPassword, verifyPassword } from './hash-password.ts'
import { hashingSessionTokens } from './hashed-session-tokens.ts'
import { SECOND_FACTOR_SECONDS, SESSION_SECONDS, SIGN_IN_LINK_SECONDS } from './limits.ts'
import { queueSignInLink } from './queue-sign-in-link.ts'

import type { SignInTables } from './tables.ts'

export type SignInLibrary = ReturnType<typeof createLibrary>

/**
 * The sign-in library (better-auth) on our tables. Its own HTTP addresses are not reachable: our routes call the few
 * functions they need, so nobody can sign up, and there is one place for limits, problems and cross-site checks.
 */
export function createLibrary(platform: Platform, db: Kysely<SignInTables>, secret: string) {
  const { address } = platform.config
  const adapter = kyselyAdapter(db, { type: 'postgres', transaction: true })
  return betterAuth({
    ...libraryOptions(platform),
    secret,
    database: (options: BetterAuthOptions) => hashingSessionTokens(adapter(options)),
    plugins: [
      magicLink({
        disableSignUp: true,
        expiresIn: SIGN_IN_LINK_SECONDS,
        storeToken: 'hashed',
        sendMagicLink: ({ email, token, metadata }) =>
          queueSignInLink(platform, { personId: String(metadata?.personId), address: email, token }),
      }),
      secondFactorAfterLinksToo(),
      passkey({
        rpID: new URL(address).hostname,
        rpName: 'Viceversa',
        origin: new URL(address).origin,
        // A passkey stands for both factors only when the device has asked who is there.
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError('UNAUTHORIZED')
          },
        },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        schema: {
          passkey: {
            fields: {
              publicKey: 'public_key',
              userId: 'user_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      sessionsForRooms,
    ],
  })
}

/** The part of the options that says how our tables are called; a test compares it with the migrated database. */
export function libraryOptions({ config: { address }, clock, log }: Platform) {
  return {
    appName: 'Viceversa',
    baseURL: address,
    basePath: '/api/auth',
    trustedOrigins: [new URL(address).origin],
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // Messages only: what the library adds to them may hold addresses.
    logger: { level: 'error', log: (_level, message) => log.error({ library: 'sign-in' }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 15,
      maxPasswordLength: 256,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }: { hash: string; password: string }) => verifyPassword(password, hash),
      },
    },
    user: {
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        personId: { type: 'string', required: true, input: false, unique: true, fieldName: 'person_id' },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      disableSessionRefresh: true,
      freshAge: 0,
      cookieCache: { enabled: false },
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        startedAt: { type: 'date', required: true, input: false, fieldName: 'started_at' },
        lastSeenAt: { type: 'date', required: true, input: false, fieldName: 'last_seen_at' },
      },
    },
    account: {
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = clock.now()
            return { data: { ...session, startedAt: now, lastSeenAt: now } }
          },
        },
      },
    },
    advanced: {
      cookiePrefix: cookiePrefix(address),
      useSecureCookies: false,
      defaultCookieAttributes: { secure: isSecure(address), httpOnly: true, sameSite: 'lax', path: '/' },
      cookies: { session_token: { name: sessionCookieName(address) } },
      database: { generateId: () => randomUUID() },
      ipAddress: { disableIpTracking: true },
    },
  } satisfies BetterAuthOptions
}

/** The library asks for the second factor after a password; a link in the mailbox is one factor too. */
function secondFactorAfterLinksToo() {
  const plugin = twoFactor({
    issuer: 'Viceversa',
    allowPasswordless: true,
    twoFactorCookieMaxAge: SECOND_FACTOR_SECONDS,
    backupCodeOptions: { storeBackupCodes: 'encrypted' },
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'two_factor',
        fields: {
          backupCodes: 'backup_codes',
          userId: 'user_id',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })
  const [ask] = plugin.hooks.after
  if (!ask) throw new Error('The second factor has no place in signing in.')
  return {
    ...plugin,
    hooks: {
      after: [
        { ...ask, matcher: (context) => context.path === '/magic-link/verify' || ask.matcher(context) },
      ],
    },
  } satisfies typeof plugin
}

/** Opens a session without a sign-in: after set-up, an invitation, a change of persona. Never reachable from outside. */
const sessionsForRooms = {
  id: 'sessions-for-rooms',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (context) => {
        const user = await context.context.internalAdapter.findUserById(context.body.userId)
        if (!user) throw new APIError('NOT_FOUND')
        const session = await context.context.internalAdapter.createSession(user.id)
        await setSessionCookie(context, { session, user })
        return { sessionId: session.id }
      },
    ),
  },
}
