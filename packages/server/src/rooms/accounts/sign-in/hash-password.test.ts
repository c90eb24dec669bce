import { describe, expect, test } from 'vitest'
import { hashPassword, isOutdated, verifyPassword } from './hash-password.ts'

describe('hashing a password', () => {
  test('uses argon2id with 19 MiB, two passes and one lane, and says so in the hash', async () => {
    expect(await hashPassword('seven quiet herons at noon')).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    )
  })

  test('gives the same password another hash every time', async () => {
    const [first, second] = await Promise.all([
      hashPassword('a long password'),
      hashPassword('a long password'),
    ])

    expect(first).not.toBe(second)
  })

  test('knows the password again, and no other', async () => {
    const stored = await hashPassword('seven quiet herons at noon')

    expect(await verifyPassword('seven quiet herons at noon', stored)).toBe(true)
    expect(await verifyPassword('seven quiet herons at moon', stored)).toBe(false)
  })

  test('knows a password whose letters another keyboard composes differently', async () => {
    const stored = await hashPassword('caf\u00e9 de la gare du midi')

    expect(await verifyPassword('cafe\u0301 de la gare du midi', stored)).toBe(true)
  })

  test('agrees with the test vector of another implementation', async () => {
    // From the tests of phc-winner-argon2, version 0x13.
    const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'

    expect(await verifyPassword('password', reference)).toBe(true)
    expect(await verifyPassword('Password', reference)).toBe(false)
  })

  test.each([
    {
      stored: '$argon2id$v=19$m=7168,t=5,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
      outdated: true,
    },
    {
      stored: '$argon2id$v=19$m=19456,t=1,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
      outdated: true,
    },
    {
      stored: '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
      outdated: false,
    },
  ])('tells whether a hash cost less than now: $outdated', ({ stored, outdated }) => {
    expect(isOutdated(stored)).toBe(outdated)
  })
})
