import { getMigrations } from 'better-auth/db/migration'
import { Kysely, PostgresDialect } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../testing/test-app.ts'
import { signInOf } from './sign-in.ts'

const app = await testApp()
afterAll(() => app.close())

describe('the tables of the sign-in library', () => {
  test('have everything that this version of the library wants', async () => {
    const { library } = signInOf(app.platform)
    const db = new Kysely({ dialect: new PostgresDialect({ pool: app.database.signInPool }) })

    const { toBeCreated, toBeAdded } = await getMigrations({
      ...library.options,
      database: { db, type: 'postgres' },
    })

    expect(toBeCreated).toEqual([])
    expect(toBeAdded).toEqual([])
  })

  test('say so when a column is missing', async () => {
    const { library } = signInOf(app.platform)
    const db = new Kysely({ dialect: new PostgresDialect({ pool: app.database.signInPool }) })
    const user = {
      ...library.options.user,
      fields: { ...library.options.user.fields, emailVerified: 'verified_when' },
    }

    const { toBeAdded } = await getMigrations({
      ...library.options,
      user,
      database: { db, type: 'postgres' },
    })

    expect(toBeAdded).toMatchObject([{ table: 'user', fields: { verified_when: {} } }])
  })
})
