import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { isUnavailable } from './unavailable.ts'

const withCode = (code: string) => Object.assign(new Error('something'), { code })

describe('a database that cannot be reached', () => {
  test.each([
    ['the server is shutting down', withCode('57P01')],
    ['the server is starting up', withCode('57P03')],
    ['the server has no connection left', withCode('53300')],
    ['the connection was lost', withCode('08006')],
    ['nobody listens', withCode('ECONNREFUSED')],
    ['the socket is gone', withCode('ENOENT')],
    ['the name is unknown', withCode('ENOTFOUND')],
    [
      'every address of the name fails',
      new AggregateError([withCode('ECONNREFUSED'), withCode('ECONNREFUSED')]),
    ],
    ['it takes connections and says nothing', new Error('timeout expired')],
    ['the pool waited too long', new Error('timeout exceeded when trying to connect')],
    ['the connection broke in the middle', new Error('Connection terminated unexpectedly')],
  ])('is told from other failures: %s', (_because, error) => {
    expect(isUnavailable(error)).toBe(true)
  })

  test.each([
    ['a unique constraint', withCode('23505')],
    ['a refused permission', withCode('42501')],
    ['a mistake of ours', new TypeError('undefined is not a function')],
    ['no error at all', 'Connection terminated'],
  ])('is not what is wrong with %s', (_what, error) => {
    expect(isUnavailable(error)).toBe(false)
  })

  test('is what the driver says of a place where nobody listens', async () => {
    const client = new pg.Client({ host: '/nowhere', port: 1 })

    await expect(client.connect().catch(isUnavailable)).resolves.toBe(true)
  })
})
