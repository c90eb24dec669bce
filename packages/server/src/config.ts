import { z } from 'zod'

/**
 * Everything that can be set from outside, read once at start. Every setting has a default that works on a laptop.
 *
 * The list in `docs/operating/configuration.md` is checked against this table by a test.
 */
const environment = z.object({
  VICEVERSA_HOST: z.string().min(1).default('127.0.0.1'),
  VICEVERSA_PORT: z.coerce.number('Write a port number, such as 3000.').int().min(0).max(65535).default(3000),
  VICEVERSA_ADDRESS: z
    .url('Write the whole address people type, such as https://mentoring.example.com.')
    .optional(),
  VICEVERSA_DATA: z.string().min(1).default('./data'),
  VICEVERSA_SECRET: z
    .string()
    .min(32, 'Use at least 32 characters; `openssl rand -hex 32` makes a good one.')
    .refine(
      (secret) => new Set(secret).size >= 8,
      'This repeats a few characters; `openssl rand -hex 32` makes a good one.',
    )
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'Write an address such as postgresql://user:password@host:5432/viceversa.')
    .optional(),
  VICEVERSA_TRUSTED_PROXIES: z.coerce
    .number('Write how many proxies stand in front, 0 for none.')
    .int()
    .min(0)
    .max(10)
    .default(0),
  VICEVERSA_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  VICEVERSA_METRICS_TOKEN: z.string().min(16, 'Use at least 16 characters.').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'Write an address such as smtps://user:password@mail.example.com:465.')
    .optional(),
  SMTP_SENDER: z.string().min(3).optional(),
})

export type Config = {
  readonly host: string
  readonly port: number
  /** What people type; links in mails start with it. */
  readonly address: string
  readonly dataFolder: string
  /** Undefined: the embedded database's folder keeps one of its own making. */
  readonly secret: string | undefined
  readonly databaseUrl: string | undefined
  /** How many proxies in front may be believed about the client's address. */
  readonly trustedProxies: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly metricsToken: string | undefined
  readonly smtpUrl: string | undefined
  readonly smtpSender: string | undefined
}

export const settingNames = Object.keys(environment.shape)

/** A setting that cannot work, named with what to write instead. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** @throws ConfigError naming every setting that needs another look. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(settingNames.map((name) => [name, env[name] || undefined]))
  const { data, error } = environment.safeParse(given)
  if (error) {
    const lines = error.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`)
    throw new ConfigError(`Some settings need another look:\n${lines.join('\n')}`)
  }
  if (data.DATABASE_URL && !data.VICEVERSA_SECRET) {
    throw new ConfigError(
      'DATABASE_URL needs VICEVERSA_SECRET beside it, the same on every node: at least 32 characters, for example from `openssl rand -hex 32`.',
    )
  }
  const address = data.VICEVERSA_ADDRESS ?? `http://${nameOf(data.VICEVERSA_HOST)}:${data.VICEVERSA_PORT}`
  return {
    host: data.VICEVERSA_HOST,
    port: data.VICEVERSA_PORT,
    address: address.replace(/\/+$/, ''),
    dataFolder: data.VICEVERSA_DATA,
    secret: data.VICEVERSA_SECRET,
    databaseUrl: data.DATABASE_URL,
    trustedProxies: data.VICEVERSA_TRUSTED_PROXIES,
    logLevel: data.VICEVERSA_LOG,
    metricsToken: data.VICEVERSA_METRICS_TOKEN,
    smtpUrl: data.SMTP_URL,
    smtpSender: data.SMTP_SENDER,
  }
}

/** Passkeys work on `localhost`, not on a bare address of the machine itself. */
function nameOf(host: string): string {
  return host === '127.0.0.1' || host === '::1' || host === '0.0.0.0' ? 'localhost' : host
}
