import { describe, expect, test } from 'vitest'
import { whatMappingLacks } from './import-fields.ts'

describe('what a mapping lacks', () => {
  test('is nothing when there is an e-mail address and a name', () => {
    expect(whatMappingLacks({ 0: 'email', 1: 'displayName', 2: 'ignore', 3: 'ignore' })).toEqual([])
  })

  test('is said in sentences', () => {
    expect(whatMappingLacks({ 0: 'managerId', 1: 'site', 2: 'site' })).toEqual([
      'Choose the column that holds the work e-mail address.',
      'Choose the column that holds the name: the full name, or given name and family name.',
      'Managers are given by personnel number, so choose the column that holds the personnel number as well.',
      'Site is chosen for more than one column. Keep one of them.',
    ])
  })
})
