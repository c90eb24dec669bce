import { describe, expect, test } from 'vitest'
import { openText, sealText } from './sealed-text.ts'

describe('a sealed text', () => {
  const sealed = sealText('the secret', 'mail password', 'correct horse')

  test('opens with the secret and the purpose it was sealed with', () => {
    expect(openText('the secret', 'mail password', sealed)).toBe('correct horse')
  })

  test('stays shut for another secret, another purpose, or when it was changed', () => {
    const bytes = Buffer.from(sealed, 'base64url')
    bytes[bytes.length - 1]! ^= 1
    expect(openText('another secret', 'mail password', sealed)).toBeUndefined()
    expect(openText('the secret', 'something else', sealed)).toBeUndefined()
    expect(openText('the secret', 'mail password', bytes.toString('base64url'))).toBeUndefined()
    expect(openText('the secret', 'mail password', 'short')).toBeUndefined()
  })

  test('looks different each time', () => {
    expect(sealText('the secret', 'mail password', 'correct horse')).not.toBe(sealed)
    expect(Buffer.from(sealed, 'base64url').includes('correct')).toBe(false)
  })
})
