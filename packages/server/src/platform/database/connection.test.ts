import { describe, expect, test } from 'vitest'
import { configFor, targetOf } from './connection.ts'

describe('an address', () => {
  test.each([
    'postgres://owner:s3cret@db.example:5433/viceversa?sslmode=verify-full',
    'postgresql://owner:s3cret@/viceversa?host=/run/postgresql',
    'postgres:///viceversa?host=/run/postgresql&user=owner&password=s3cret',
  ])('may be written as %s', (address) => {
    expect(targetOf(address)).toMatchObject({ user: 'owner', password: 's3cret' })
  })

  test('keeps everything else when somebody else enters, or another database', () => {
    const other = targetOf('postgres://owner:s3cret@db.example:5433/viceversa?sslmode=verify-full')
      .as('viceversa_login', 'a&b=c')
      .at('other')

    const url = new URL(other.url)
    expect(other).toMatchObject({ user: 'viceversa_login', password: 'a&b=c' })
    expect([url.host, url.pathname, url.searchParams.get('sslmode')]).toEqual([
      'db.example:5433',
      '/other',
      'verify-full',
    ])
  })

  test('keeps options of its own beside the role that we enter as', () => {
    const { connectionString } = configFor(
      targetOf('postgres://owner@db.example/viceversa?options=-c%20geqo%3Doff'),
      'viceversa_jobs',
      'pgboss',
    )

    expect(new URL(connectionString).searchParams.get('options')).toBe(
      '-c geqo=off -c role=viceversa_jobs -c search_path=pgboss',
    )
  })

  test('of something else than PostgreSQL is refused', () => {
    expect(() => targetOf('mysql://owner@db.example/viceversa')).toThrow(TypeError)
  })
})
