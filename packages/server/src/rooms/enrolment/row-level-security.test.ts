import type { FieldReader } from '@viceversa/domain/enrolment/contract.ts'
import { profile as profileShape } from '@viceversa/domain/enrolment/contract.ts'
import { type AudienceField, fieldAudiences } from '@viceversa/domain/enrolment/field-audiences.ts'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import type { Db } from '../../platform/database/as-actor.ts'
import { testApp } from '../../testing/test-app.ts'
import { openedProgramme } from '../../testing/test-programme.ts'

const app = await testApp({ today: '2026-07-20T09:00:00Z' })
afterAll(() => app.close())

const programme = await openedProgramme(app)
const other = await openedProgramme(app, 'Another')
const mentor = await app.person({ givenName: 'Wanjiru' })
const leader = await app.person({ givenName: 'Joaquim' })
const bystander = await app.person()
await programme.manager.enrolment.invite({
  programmeId: programme.id,
  seat: 'mentor',
  personIds: [mentor.id],
})
await programme.manager.enrolment.invite({
  programmeId: programme.id,
  seat: 'leader',
  personIds: [leader.id],
})
const programmeId = programme.id
await app.as(mentor).enrolment.consent({ programmeId })
await app.as(mentor).enrolment.saveProfile({
  programmeId,
  offers: ['ai-at-work'],
  wants: ['career-paths'],
  workStyle: ['listen-first'],
  interests: ['cooking'],
  languages: ['en'],
  timeZone: 'Europe/Lisbon',
  availability: [33, 34],
  capacity: 1,
})
await app.as(mentor).enrolment.finish({ programmeId })
const [place] = await app.database.asSuperuser
  .selectFrom('enrolment')
  .select('id')
  .where('person_id', '=', mentor.id)
  .execute()
const enrolmentId = place!.id

// The administrator made the programme and manages it too; without that seat the role stands alone.
const administratorId = (await app.administrator.accounts.me()).person.id
await app.database.asSuperuser
  .deleteFrom('programme_manager')
  .where('person_id', '=', administratorId)
  .execute()

const as = <T>(personId: string, work: (db: Db) => Promise<T>) =>
  app.database.asActor({ kind: 'person', personId }, work)

describe('who can read the profile of a mentor', () => {
  const whoIs: Record<FieldReader, string> = {
    you: mentor.id,
    'programme-managers': programme.managerPerson.id,
    'everyone-in-the-programme': leader.id,
    sponsor: programme.sponsor.id,
    'safe-contact': programme.safeContact.id,
    administrators: administratorId,
  }

  test.each(fieldAudiences.map(({ field, readers }) => ({ field, readers })))(
    '$field is what the table of audiences says: $readers',
    async ({ field, readers }) => {
      const reading = []
      for (const [reader, personId] of Object.entries(whoIs)) {
        if (await as(personId, (db) => canRead(db, field))) reading.push(reader)
      }
      expect(reading.toSorted()).toEqual([...readers].toSorted())
    },
  )

  test('covers every column of the table', async () => {
    const { rows } = await sql<{ column_name: string }>`
      select column_name from information_schema.columns where table_name = 'enrolment_profile'`.execute(
      app.database.asSuperuser,
    )
    const bookkeeping = ['enrolment_id', 'version', 'updated_at']
    const columns = rows.map(({ column_name }) => column_name).filter((name) => !bookkeeping.includes(name))
    expect(columns.toSorted()).toEqual(Object.keys(profileShape.shape).map(columnOf).toSorted())
  })

  test.each([
    ['another programme’s manager', () => other.managerPerson.id],
    ['somebody outside', () => bystander.id],
  ])('is not %s', async (_, personId) => {
    for (const { field } of fieldAudiences) {
      expect(await as(personId(), (db) => canRead(db, field))).toBe(false)
    }
  })

  test('is nobody who has not signed in', async () => {
    for (const { field } of fieldAudiences) {
      expect(await app.database.asActor({ kind: 'anonymous' }, (db) => canRead(db, field))).toBe(false)
    }
  })

  async function canRead(db: Db, field: AudienceField): Promise<boolean> {
    const { rows } =
      field === 'taking-part'
        ? await sql`select seat from enrolment where id = ${enrolmentId}`.execute(db)
        : await sql`select ${sql.ref(columnOf(field))} from enrolment_profile
            where enrolment_id = ${enrolmentId}`.execute(db)
    return rows.length > 0
  }

  function columnOf(field: string): string {
    return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  }
})

describe('whoever finds another way to the database', () => {
  test('cannot answer before consenting', async () => {
    const [invited] = await app.database.asSuperuser
      .selectFrom('enrolment')
      .select('id')
      .where('person_id', '=', leader.id)
      .execute()
    await expect(
      as(leader.id, (db) =>
        db.insertInto('enrolment_profile').values({ enrolment_id: invited!.id, time_zone: 'UTC' }).execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('cannot change seats, nor take somebody else’s place', async () => {
    for (const changes of [{ seat: 'leader' }, { person_id: bystander.id }, { programme_id: other.id }]) {
      await expect(
        as(mentor.id, (db) =>
          db.updateTable('enrolment').set(changes).where('id', '=', enrolmentId).execute(),
        ),
      ).rejects.toThrow(/permission denied/)
    }
  })

  test('cannot write or delete the answers of others, as programme manager neither', async () => {
    for (const personId of [leader.id, programme.managerPerson.id, other.managerPerson.id, bystander.id]) {
      const changed = await as(personId, (db) =>
        db.updateTable('enrolment_profile').set({ capacity: 3 }).executeTakeFirst(),
      )
      expect(changed.numUpdatedRows).toBe(0n)
      const removed = await as(personId, (db) => db.deleteFrom('enrolment_profile').executeTakeFirst())
      expect(removed.numDeletedRows).toBe(0n)
    }
  })

  test('cannot remove or enrol somebody as if they had joined, as programme manager neither', async () => {
    const removed = await as(programme.managerPerson.id, (db) =>
      db.deleteFrom('enrolment').where('id', '=', enrolmentId).executeTakeFirst(),
    )
    expect(removed.numDeletedRows).toBe(0n)
    await expect(
      as(programme.managerPerson.id, (db) =>
        db
          .insertInto('enrolment')
          .values({
            programme_id: programmeId,
            person_id: bystander.id,
            seat: 'mentor',
            state: 'consented',
            consented_at: new Date(),
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('cannot invite into another programme, nor make themselves its manager', async () => {
    await expect(
      as(other.managerPerson.id, (db) =>
        db
          .insertInto('enrolment')
          .values({ programme_id: programmeId, person_id: bystander.id, seat: 'mentor' })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(
      as(other.managerPerson.id, (db) =>
        db
          .insertInto('programme_manager')
          .values({ programme_id: programmeId, person_id: other.managerPerson.id })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('cannot take over an open programme that lost its managers', async () => {
    const orphan = await openedProgramme(app, 'Orphan')
    await app.database.asSuperuser
      .deleteFrom('programme_manager')
      .where('programme_id', '=', orphan.id)
      .execute()
    await expect(
      as(other.managerPerson.id, (db) =>
        db
          .insertInto('programme_manager')
          .values({ programme_id: orphan.id, person_id: other.managerPerson.id })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('sees no programme, time line or manager that is not theirs', async () => {
    for (const table of ['programme', 'programme_session', 'programme_manager', 'enrolment'] as const) {
      expect(await as(bystander.id, (db) => db.selectFrom(table).selectAll().execute())).toEqual([])
    }
  })

  test('changes no programme they only take part in', async () => {
    for (const personId of [mentor.id, leader.id, programme.sponsor.id, programme.safeContact.id]) {
      const changed = await as(personId, (db) =>
        db.updateTable('programme').set({ name: 'Taken over' }).executeTakeFirst(),
      )
      expect(changed.numUpdatedRows).toBe(0n)
    }
  })
})

describe('a participant', () => {
  test('sees who runs the programme, and nobody else of the directory', async () => {
    const people = await as(mentor.id, (db) => db.selectFrom('person').select('id').execute())
    expect(people.map(({ id }) => id).toSorted()).toEqual(
      [mentor.id, programme.managerPerson.id, programme.sponsor.id, programme.safeContact.id].toSorted(),
    )
  })
})
