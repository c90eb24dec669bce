import { describe, expect, test } from 'vitest'
import { readPeopleSearch } from './people-search.ts'

describe('the address of the people page', () => {
  test('keeps its filters', () => {
    expect(readPeopleSearch({ tab: 'invite', department: 'Care', level: '3' })).toEqual({
      tab: 'invite',
      department: 'Care',
      level: 3,
    })
  })

  test('leaves out what it does not know, and filters that were taken off', () => {
    expect(readPeopleSearch({ tab: 'elsewhere', level: 'high', seat: undefined, next: '/x' })).toEqual({})
  })
})
