import type { DirectoryRow } from '@viceversa/domain/people/contract.ts'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'
import type { DB } from '../../platform/database/schema.generated.ts'
import { takesSeatOf } from '../pairs/seats.ts'

export type DirectoryFilter = {
  readonly search?: string | undefined
  readonly department?: string | undefined
  readonly site?: string | undefined
  readonly minimumLevel?: number | undefined
  readonly maximumLevel?: number | undefined
  readonly status?: 'active' | 'left' | undefined
  readonly programmeId?: string | undefined
  readonly enrolled?: 'yes' | 'no' | undefined
}

export type DirectoryOrder = {
  readonly sort: 'name' | 'department' | 'site' | 'level' | 'jobTitle'
  readonly direction: 'ascending' | 'descending'
}

/** The value that a column sorts by. Nobody is lost for lack of a value: those come last, whichever way round. */
const sortKeys = {
  name: sql<string>`lower(person.family_name || ' ' || person.given_name)`,
  department: sql<string>`lower(coalesce(person.department, '\uffff'))`,
  site: sql<string>`lower(coalesce(person.site, '\uffff'))`,
  jobTitle: sql<string>`lower(coalesce(person.job_title, '\uffff'))`,
  level: sql<string>`lpad(coalesce(person.level, 9999)::text, 4, '0')`,
}

/** What the list and the page of a person share; joined with their `manager`. */
const directoryColumns = [
  'person.id',
  'person.display_name as displayName',
  'person.given_name as givenName',
  'person.family_name as familyName',
  'person.job_title as jobTitle',
  'person.department',
  'person.site',
  'person.email',
  'person.level',
  'person.manager_id as managerId',
  'manager.display_name as managerName',
  sql<'active' | 'left'>`person.status`.as('status'),
] as const

/** A page of the directory after a cursor: the sort key and id of the last row of the page before. */
export async function directoryPage(
  db: Db,
  filter: DirectoryFilter,
  { sort, direction }: DirectoryOrder,
  after: readonly [key: string, id: string] | null,
  limit: number,
): Promise<{ row: DirectoryRow; key: string }[]> {
  const key = sortKeys[sort]
  const forward = direction === 'ascending'
  let page = filtered(db, filter)
    .leftJoin('person as manager', 'manager.id', 'person.manager_id')
    .select([...directoryColumns, key.as('key'), inProgramme(filter.programmeId).as('inProgramme')])
    .orderBy(key, forward ? 'asc' : 'desc')
    .orderBy('person.id', forward ? 'asc' : 'desc')
    .limit(limit)
  if (after) {
    const comparison = forward ? sql`>` : sql`<`
    page = page.where(sql<boolean>`(${key}, person.id) ${comparison} (${after[0]}, ${after[1]}::uuid)`)
  }
  const rows = await page.execute()
  return rows.map(({ key: sortKey, ...row }) => ({ row, key: sortKey }))
}

export async function countDirectory(db: Db, filter: DirectoryFilter): Promise<number> {
  const { count } = await filtered(db, filter)
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function filtered(db: Db, filter: DirectoryFilter) {
  let people = db.selectFrom('person').where(matches(filter.search))
  if (filter.department) people = people.where('person.department', '=', filter.department)
  if (filter.site) people = people.where('person.site', '=', filter.site)
  if (filter.status) people = people.where('person.status', '=', filter.status)
  if (filter.minimumLevel) people = people.where('person.level', '>=', filter.minimumLevel)
  if (filter.maximumLevel) people = people.where('person.level', '<=', filter.maximumLevel)
  if (filter.programmeId && filter.enrolled) {
    const isIn = sql<boolean>`exists (select 1 from enrolment
      where enrolment.person_id = person.id and enrolment.programme_id = ${filter.programmeId})`
    people = people.where(filter.enrolled === 'yes' ? isIn : sql<boolean>`not ${isIn}`)
  }
  return people
}

/** Every word of the search stands in the name, job or address, in any order. */
function matches(search: string | undefined) {
  const words = (search ?? '').trim().toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8)
  return ({ and }: ExpressionBuilder<DB, 'person'>) =>
    and(
      words.map(
        (word) =>
          sql<boolean>`lower(person.display_name || ' ' || coalesce(person.job_title, '') || ' ' || person.email)
            like ${`%${word.replaceAll(/[\\%_]/g, '\\$&')}%`}`,
      ),
    )
}

function inProgramme(programmeId: string | undefined) {
  if (!programmeId) return sql<DirectoryRow['inProgramme']>`null::jsonb`
  return sql<DirectoryRow['inProgramme']>`(
    select jsonb_build_object('seat', enrolment.seat, 'state', enrolment.state, 'matched', exists (
      select 1 from pair
      where pair.programme_id = enrolment.programme_id
        and ${takesSeatOf(sql.ref('person.id'))}))
    from enrolment where enrolment.person_id = person.id and enrolment.programme_id = ${programmeId})`
}

/** Departments, sites and levels with how many work there today. */
export async function directoryFacets(db: Db) {
  const active = db.selectFrom('person').where('status', '=', 'active')
  const count = sql<number>`count(*)::int`.as('count')
  const [total, departments, sites, levels] = [
    await active.select(count).executeTakeFirstOrThrow(),
    await active
      .select((row) => [row.ref('department').$notNull().as('value'), count])
      .where('department', 'is not', null)
      .groupBy('department')
      .orderBy('department')
      .execute(),
    await active
      .select((row) => [row.ref('site').$notNull().as('value'), count])
      .where('site', 'is not', null)
      .groupBy('site')
      .orderBy('site')
      .execute(),
    await active
      .select((row) => [row.ref('level').$notNull().as('value'), count])
      .where('level', 'is not', null)
      .groupBy('level')
      .orderBy('level')
      .execute(),
  ]
  return { total: total.count, departments, sites, levels }
}

export function findPerson(db: Db, personId: string) {
  return db
    .selectFrom('person')
    .leftJoin('person as manager', 'manager.id', 'person.manager_id')
    .select([
      ...directoryColumns,
      'person.external_id as externalId',
      'person.division',
      'person.country',
      'person.language',
      'person.time_zone as timeZone',
      'person.hire_date as hireDate',
      'person.level_label as levelLabel',
    ])
    .where('person.id', '=', personId)
    .executeTakeFirst()
}

/** From the direct manager to the top. A circle in the data ends where it would begin again. */
export async function managersAbove(db: Db, personId: string): Promise<PersonCard[]> {
  const { rows } = await sql<PersonCard>`
    with recursive line as (
      select manager_id as id, 1 as step, array[id] as seen from person where id = ${personId}
      union all
      select person.manager_id, line.step + 1, line.seen || person.id
      from line join person on person.id = line.id
      where not person.id = any(line.seen)
    )
    select person.id, display_name as "displayName", given_name as "givenName", job_title as "jobTitle",
      department, site
    from line join person on person.id = line.id
    order by line.step`.execute(db)
  return rows
}

export function reportsOf(db: Db, personId: string): Promise<PersonCard[]> {
  return db
    .selectFrom('person')
    .select([
      'id',
      'display_name as displayName',
      'given_name as givenName',
      'job_title as jobTitle',
      'department',
      'site',
    ])
    .where('manager_id', '=', personId)
    .where('status', '=', 'active')
    .orderBy('family_name')
    .orderBy('given_name')
    .orderBy('id')
    .execute()
}
