import { describe, expect, test } from 'vitest'
import { isFiltered, readDirectorySearch } from './directory-search.ts'

describe('the address of the directory', () => {
  test('keeps search, filters and order', () => {
    const given = { search: 'moyo', department: 'Claims', level: '3', sort: 'level', direction: 'descending' }
    expect(readDirectorySearch(given)).toEqual({ ...given, level: 3 })
  })

  test('leaves out what it does not know, and what says nothing', () => {
    expect(readDirectorySearch({ search: '', level: 'high', sort: 'pay', gender: 'f' })).toEqual({})
  })

  test('counts as filtered by a search or a filter, never by its order', () => {
    expect(isFiltered({ search: 'moyo' })).toBe(true)
    expect(isFiltered({ status: 'left' })).toBe(true)
    expect(isFiltered({ sort: 'level', direction: 'descending' })).toBe(false)
  })
})
