import { describe, expect, test } from 'vitest'
import { fingerprintOf, recallMapping, rememberMapping } from './remembered-mapping.ts'

const titled = (...titles: string[]) => titles.map((title, index) => ({ index, key: title, header: title }))

describe('a remembered mapping', () => {
  const columns = titled('Employee ID', 'Name', 'Name', 'E-Mail')
  const remembered = rememberMapping(columns, {
    0: 'externalId',
    1: 'givenName',
    2: 'familyName',
    3: 'email',
  })

  test('fits the next file with the same titles, in another order and spelling (R5)', () => {
    const next = titled('e-mail', 'NAME', 'employee_id', 'Name')

    expect(fingerprintOf(next)).toBe(fingerprintOf(columns))
    expect(recallMapping(next, remembered)).toEqual({
      0: 'email',
      1: 'givenName',
      2: 'externalId',
      3: 'familyName',
    })
  })

  test('goes by the titles people see where keys stand above them', () => {
    const keyed = columns.map((column) => ({ ...column, key: `KEY${column.index}` }))

    expect(fingerprintOf(keyed)).toBe(fingerprintOf(columns))
  })

  test('is not offered for a file with one column more', () => {
    expect(fingerprintOf(titled('Employee ID', 'Name', 'Name', 'E-Mail', 'Site'))).not.toBe(
      fingerprintOf(columns),
    )
  })
})
