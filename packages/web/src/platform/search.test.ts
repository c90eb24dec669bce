import { expect, test } from 'vitest'
import { countOf, given, oneOf, wordsOf } from './search.ts'

test('an address may say a known word, a short text, or a whole number from 1, and nothing else', () => {
  expect(oneOf(['left'], 'left')).toBe('left')
  expect(oneOf(['left'], 'right')).toBeUndefined()
  expect(wordsOf('Claims')).toBe('Claims')
  expect(wordsOf('x'.repeat(201))).toBeUndefined()
  expect(wordsOf(['Claims'])).toBeUndefined()
  expect([countOf('3'), countOf(3)]).toEqual([3, 3])
  expect(['0', '-1', '1.5', '', ' ', 'many', null, true, [3]].map(countOf)).toEqual(Array(9).fill(undefined))
})

test('what says nothing is left out', () => {
  expect(given({ search: '', level: undefined, site: 'Leeds' })).toEqual({ site: 'Leeds' })
})
