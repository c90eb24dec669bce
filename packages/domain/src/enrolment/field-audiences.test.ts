import { describe, expect, test } from 'vitest'
import { profile } from './contract.ts'
import { fieldAudiences } from './field-audiences.ts'

describe('the table of audiences', () => {
  test('has a line for taking part and for every field of the profile, and for nothing else', () => {
    expect(fieldAudiences.map(({ field }) => field)).toEqual(['taking-part', ...Object.keys(profile.shape)])
  })

  test('always includes the person', () => {
    expect(fieldAudiences.filter(({ readers }) => !readers.includes('you'))).toEqual([])
  })
})
