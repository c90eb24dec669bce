import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig, settingNames } from './config.ts'

const SECRET = '8c1f0a9be27d4c63a5e2f1b7d9c04a68'

describe('the settings', () => {
  test('work on a laptop without any', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      address: 'http://localhost:3000',
      addressGiven: false,
      dataFolder: './data',
      secret: undefined,
      databaseUrl: undefined,
      trustedProxies: 0,
      requestsPerMinute: 200,
      logLevel: 'warn',
      metricsToken: undefined,
      smtpUrl: undefined,
      smtpSender: undefined,
    })
  })

  test('may be empty, which is the same as not being there', () => {
    expect(readConfig({ VICEVERSA_PORT: '', VICEVERSA_SECRET: ' ' })).toEqual(readConfig({}))
  })

  test.each([
    { name: 'VICEVERSA_PORT', value: 'http', says: 'Write a port number from 0 to 65535' },
    { name: 'VICEVERSA_PORT', value: '70000', says: 'Write a port number from 0 to 65535' },
    {
      name: 'VICEVERSA_ADDRESS',
      value: 'mentoring.example.com',
      says: 'Write the whole address people type',
    },
    {
      name: 'VICEVERSA_ADDRESS',
      value: 'ftp://mentoring.example.com',
      says: 'Write the whole address people type',
    },
    { name: 'VICEVERSA_ADDRESS', value: 'https://example.com/mentoring', says: 'Leave out the path' },
    { name: 'VICEVERSA_SECRET', value: 'short', says: 'Use at least 32 characters' },
    { name: 'VICEVERSA_SECRET', value: '12345678'.slice(0, 4).repeat(10), says: 'repeats a few characters' },
    {
      name: 'DATABASE_URL',
      value: 'mysql://localhost/viceversa',
      says: 'Write an address such as postgresql://',
    },
    {
      name: 'DATABASE_URL',
      value: 'postgresql://localhost/viceversa',
      says: 'DATABASE_URL needs it beside it',
    },
    { name: 'VICEVERSA_TRUSTED_PROXIES', value: 'yes', says: 'Write how many proxies stand in front' },
    { name: 'VICEVERSA_REQUESTS_PER_MINUTE', value: '1', says: 'Write a number from 20' },
    { name: 'VICEVERSA_LOG', value: 'loud', says: 'Write one of silent, error, warn, info, debug' },
    { name: 'VICEVERSA_METRICS_TOKEN', value: 'short', says: 'Use at least 16 characters' },
    { name: 'SMTP_URL', value: 'mail.example.com', says: 'Write an address such as smtps://' },
    { name: 'SMTP_URL', value: 'smtp://mail.example.com', says: 'SMTP_URL needs it beside it' },
    { name: 'SMTP_SENDER', value: 'nobody', says: 'Write who mails come from' },
  ])('say about $name $value: $says', ({ name, value, says }) => {
    const sentence = refusalOf({ [name]: value })

    expect(sentence).toMatch(/^Some settings need another look:\n {2}/)
    expect(sentence).toContain(says)
  })

  test('never repeat a secret that cannot be used', () => {
    const secrets = {
      VICEVERSA_SECRET: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      VICEVERSA_METRICS_TOKEN: 'hush-hush',
      DATABASE_URL: 'mysql://owner:hush-hush@db/viceversa',
      SMTP_URL: 'imap://user:hush-hush@mail.example.com',
    }
    const sentence = refusalOf(secrets)
    for (const name of Object.keys(secrets)) expect(sentence).toContain(name)
    expect(sentence).not.toMatch(/hush|aaaa/)
  })

  test('are all told about at once', () => {
    const sentence = refusalOf({ VICEVERSA_PORT: 'x', VICEVERSA_LOG: 'loud' })
    expect(sentence).toContain('VICEVERSA_PORT')
    expect(sentence).toContain('VICEVERSA_LOG')
  })

  test('give links the address people type, without a slash too many', () => {
    expect(readConfig({ VICEVERSA_ADDRESS: 'https://Mentoring.Example.com/' }).address).toBe(
      'https://mentoring.example.com',
    )
    expect(readConfig({ VICEVERSA_HOST: '0.0.0.0', VICEVERSA_PORT: '8080' }).address).toBe(
      'http://localhost:8080',
    )
  })

  test('take an external database together with a secret', () => {
    const config = readConfig({ DATABASE_URL: 'postgresql://db/viceversa', VICEVERSA_SECRET: SECRET })
    expect(config).toMatchObject({ databaseUrl: 'postgresql://db/viceversa', secret: SECRET })
  })

  test('are each described in the handbook, and nothing else is', async () => {
    const page = await readFile(new URL('../../../docs/operating/configuration.md', import.meta.url), 'utf8')
    const described = [...page.matchAll(/^### `(\w+)`$/gm)].map(([, name]) => name)
    expect(described.toSorted()).toEqual([...settingNames].toSorted())
  })
})

function refusalOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigError) return error.message
    throw error
  }
  throw new Error('These settings were taken.')
}
