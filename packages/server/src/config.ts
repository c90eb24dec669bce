import { z } from 'zod'
import { isLoopback } from './platform/http/loopback.ts'

/**
 * Everything that can be set from outside, read once at start. Every setting has a default that works on a laptop.
 *
 * The list in `docs/operating/configuration.md` is checked against this table by a test.
 */
const environment = z.object({
  VICEVERSA_HOST: z.string().min(1).default('127.0.0.1'),
  VICEVERSA_PORT: wholeNumber('Write a port number from 0 to 65535, such as 3000.', 0, 65_535).default(3000),
  VICEVERSA_ADDRESS: z
    .url({
      protocol: /^https?$/,
      error: 'Write the whole address people type, such as https://mentoring.example.com.',
    })
    .refine(
      (address) => (URL.parse(address)?.pathname ?? '/') === '/',
      'Leave out the path: only scheme, name and port.',
    )
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
    .regex(/^postgres(ql)?:\/\//, 'Write an address such as postgresql://owner:password@host:5432/viceversa.')
    .optional(),
  VICEVERSA_TRUSTED_PROXIES: wholeNumber('Write how many proxies stand in front, 0 to 10.', 0, 10).default(0),
  VICEVERSA_REQUESTS_PER_MINUTE: wholeNumber('Write a number from 20 to 100000.', 20, 100_000).default(200),
  VICEVERSA_LOG: z
    .enum(['silent', 'error', 'warn', 'info', 'debug'], 'Write one of silent, error, warn, info, debug.')
    .default('warn'),
  VICEVERSA_METRICS_TOKEN: z.string().min(16, 'Use at least 16 characters.').optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'Write an address such as smtps://user:password@mail.example.com:465.')
    .refine(URL.canParse, 'Write an address such as smtps://user:password@mail.example.com:465.')
    .optional(),
  SMTP_SENDER: z
    .string()
    .regex(/^[^\r\n]*@[^\r\n]+$/, 'Write who mails come from, such as Mentoring <mentoring@example.com>.')
    .optional(),
})

export type Config = {
  readonly host: string
  readonly port: number
  /** What people type, without a slash at the end; links in mails start with it. */
  readonly address: string
  /** Whether somebody named the address; otherwise it follows from host and port. */
  readonly addressGiven: boolean
  readonly dataFolder: string
  /** Undefined: the data folder keeps one of its own making. */
  readonly secret: string | undefined
  readonly databaseUrl: string | undefined
  /** How many proxies in front may be believed about the client's address. */
  readonly trustedProxies: number
  /** How many requests one network address may send in a minute. */
  readonly requestsPerMinute: number
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  readonly metricsToken: string | undefined
  readonly smtpUrl: string | undefined
  readonly smtpSender: string | undefined
}

/** Once running, a secret has been found or made. */
export type RunningConfig = Config & { readonly secret: string }

export const settingNames: readonly string[] = Object.keys(environment.shape)

/** Settings that cannot work, each named with what to write instead. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** @throws ConfigError naming every setting that needs another look, never its value: it may be a secret. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(settingNames.map((name) => [name, env[name]?.trim() || undefined]))
  const { data, error } = environment.safeParse(given)
  if (error) throw refusal(error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`))
  if (data.DATABASE_URL && !data.VICEVERSA_SECRET) {
    throw refusal([
      'VICEVERSA_SECRET: DATABASE_URL needs it beside it, the same on every node: at least 32 characters, for example from `openssl rand -hex 32`.',
    ])
  }
  if (data.SMTP_URL && !data.SMTP_SENDER) {
    throw refusal([
      'SMTP_SENDER: SMTP_URL needs it beside it: who mails come from, such as Mentoring <mentoring@example.com>.',
    ])
  }
  return {
    host: data.VICEVERSA_HOST,
    port: data.VICEVERSA_PORT,
    address: new URL(data.VICEVERSA_ADDRESS ?? `http://${nameOf(data.VICEVERSA_HOST)}:${data.VICEVERSA_PORT}`)
      .origin,
    addressGiven: data.VICEVERSA_ADDRESS !== undefined,
    dataFolder: data.VICEVERSA_DATA,
    secret: data.VICEVERSA_SECRET,
    databaseUrl: data.DATABASE_URL,
    trustedProxies: data.VICEVERSA_TRUSTED_PROXIES,
    requestsPerMinute: data.VICEVERSA_REQUESTS_PER_MINUTE,
    logLevel: data.VICEVERSA_LOG,
    metricsToken: data.VICEVERSA_METRICS_TOKEN,
    smtpUrl: data.SMTP_URL,
    smtpSender: data.SMTP_SENDER,
  }
}

function wholeNumber(sentence: string, least: number, most: number) {
  return z.coerce.number(sentence).int(sentence).min(least, sentence).max(most, sentence)
}

function refusal(lines: readonly string[]): ConfigError {
  return new ConfigError(['Some settings need another look:', ...lines].join('\n  '))
}

/** Passkeys work on `localhost`, not on a bare address of the machine itself. */
function nameOf(host: string): string {
  if (isLoopback(host) || host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
