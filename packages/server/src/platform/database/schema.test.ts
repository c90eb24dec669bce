import { afterAll, describe, expect, test } from 'vitest'
import { databaseTypes, writtenDatabaseTypes } from '../../testing/generate-database-types.ts'
import { cloneDatabase } from '../../testing/test-database.ts'

const database = await cloneDatabase()
afterAll(() => database.close())

describe('the types of the tables', () => {
  test('are those of the migrations; after a new one, run `npm run generate:database`', async () => {
    expect(await databaseTypes(database.superuser)).toBe(await writtenDatabaseTypes())
  })
})
