import type {
  DateOrder,
  ImportChange,
  ImportChoices,
  ImportColumn,
  ImportField,
  ImportProblem,
  LevelChoice,
  PeopleImport,
} from '@viceversa/domain/people/contract.ts'
import type { DirectoryPerson } from '@viceversa/domain/people/import/plan/directory-person.ts'
import type { ImportPlan } from '@viceversa/domain/people/import/plan/plan-import.ts'
import { sql } from 'kysely'
import type { Db } from '../../../../platform/database/as-actor.ts'
import type { RememberedMapping } from '../remembered-mapping.ts'
import { columnOf, toRow } from './person-row.ts'

/** Rows of a statement that writes a list; larger ones gain nothing and hold more memory. */
const PORTION = 2_000

type ImportRow = {
  id: string
  fileName: string
  state: PeopleImport['state']
  createdAt: Date
  createdBy: string | null
  format: PeopleImport['format']
  columns: ImportColumn[]
  mapping: Record<string, ImportField>
  mappingRemembered: boolean
  choices: ImportChoices
  markMissingAsLeft: boolean
  progress: PeopleImport['progress']
  counts: PeopleImport['counts']
  failure: string | null
  appliedAt: Date | null
  directoryVersion: string | null
  /** Whether no later import has been applied. */
  isLatest: boolean
}

function importRows(db: Db) {
  return db
    .selectFrom('people_import as import')
    .leftJoin('person as creator', 'creator.id', 'import.created_by')
    .select([
      'import.id',
      'import.file_name as fileName',
      sql<ImportRow['state']>`import.state`.as('state'),
      'import.created_at as createdAt',
      'creator.display_name as createdBy',
      sql<ImportRow['format']>`import.format`.as('format'),
      sql<ImportRow['columns']>`import.columns`.as('columns'),
      sql<ImportRow['mapping']>`import.mapping`.as('mapping'),
      'import.mapping_remembered as mappingRemembered',
      sql<ImportRow['choices']>`import.choices`.as('choices'),
      'import.mark_missing_as_left as markMissingAsLeft',
      sql<ImportRow['progress']>`import.progress`.as('progress'),
      sql<ImportRow['counts']>`import.counts`.as('counts'),
      'import.failure',
      'import.applied_at as appliedAt',
      'import.directory_version as directoryVersion',
      sql<boolean>`not exists (
        select 1 from people_import later where later.state = 'applied' and later.applied_at > import.applied_at
      )`.as('isLatest'),
    ])
}

export async function findImport(db: Db, importId: string): Promise<PeopleImport | undefined> {
  const row = await importRows(db).where('import.id', '=', importId).executeTakeFirst()
  return row && wire(row)
}

/** Locks the import, so that two people cannot take a step with it at once. */
export async function lockImport(db: Db, importId: string): Promise<ImportRow | undefined> {
  await db.selectFrom('people_import').select('id').where('id', '=', importId).forUpdate().execute()
  return importRows(db).where('import.id', '=', importId).executeTakeFirst()
}

/** Imports that were not cancelled, the newest first. */
export async function importsSoFar(db: Db): Promise<Omit<PeopleImport, 'columns' | 'mapping' | 'choices'>[]> {
  const rows = await importRows(db)
    .where('import.state', '!=', 'cancelled')
    .orderBy('import.created_at', 'desc')
    .orderBy('import.id')
    .limit(50)
    .execute()
  return rows.map((row) => {
    const { columns: _columns, mapping: _mapping, choices: _choices, ...shown } = wire(row)
    return shown
  })
}

export type NewImport = Pick<
  ImportRow,
  'id' | 'fileName' | 'format' | 'columns' | 'mapping' | 'mappingRemembered' | 'choices'
> & {
  readonly rows: Buffer
}

export async function addImport(db: Db, given: NewImport, createdBy: string, now: Date): Promise<void> {
  await db
    .insertInto('people_import')
    .values({
      id: given.id,
      file_name: given.fileName,
      created_by: createdBy,
      created_at: now,
      format: JSON.stringify(given.format),
      columns: JSON.stringify(given.columns),
      mapping: JSON.stringify(given.mapping),
      mapping_remembered: given.mappingRemembered,
      choices: JSON.stringify(given.choices),
      rows_gzip: given.rows,
    })
    .execute()
}

export async function storedRows(db: Db, importId: string): Promise<Buffer | null> {
  const row = await db
    .selectFrom('people_import')
    .select('rows_gzip')
    .where('id', '=', importId)
    .executeTakeFirst()
  return row?.rows_gzip ?? null
}

export async function rememberedMapping(
  db: Db,
  fingerprint: string,
): Promise<{ mapping: RememberedMapping; dateOrder: DateOrder | null } | undefined> {
  const row = await db
    .selectFrom('people_import_mapping')
    .select(['mapping', sql<ImportChoices>`choices`.as('choices')])
    .where('fingerprint', '=', fingerprint)
    .executeTakeFirst()
  return row && { mapping: row.mapping as RememberedMapping, dateOrder: row.choices.dateOrder }
}

/** Levels given by hand, as they were used last, with whatever file: they are about everybody in the directory. */
export async function rememberedLevels(db: Db): Promise<LevelChoice | null> {
  const row = await db
    .selectFrom('people_import_mapping')
    .select(sql<ImportChoices>`choices`.as('choices'))
    .orderBy('used_at', 'desc')
    .orderBy('fingerprint')
    .limit(1)
    .executeTakeFirst()
  return row?.choices.levels ?? null
}

/** An order of dates stays remembered while files come that leave nothing to choose. */
export async function keepMapping(
  db: Db,
  fingerprint: string,
  kept: { readonly mapping: RememberedMapping; readonly choices: ImportChoices },
  now: Date,
): Promise<void> {
  const mapping = JSON.stringify(kept.mapping)
  const choices = JSON.stringify(kept.choices)
  await db
    .insertInto('people_import_mapping')
    .values({ fingerprint, mapping, choices, used_at: now })
    .onConflict((known) =>
      known.column('fingerprint').doUpdateSet({
        mapping,
        choices:
          kept.choices.dateOrder === null
            ? sql`${choices}::jsonb || jsonb_build_object('dateOrder', people_import_mapping.choices -> 'dateOrder')`
            : choices,
        used_at: now,
      }),
    )
    .execute()
}

/** Everybody, as the plan compares them. */
export async function wholeDirectory(db: Db): Promise<DirectoryPerson[]> {
  const fields = Object.entries(columnOf).map(
    ([field, column]) => sql`${sql.ref(column)} as ${sql.ref(field)}`,
  )
  const { rows } = await sql<DirectoryPerson>`select ${sql.join(fields)} from person order by id`.execute(db)
  return rows
}

/** Differs whenever anybody was added, changed or removed. */
export async function directoryVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select count(*) || ' ' || coalesce(sum(version), 0) || ' ' || coalesce(max(updated_at), 'epoch') as version
    from person`.execute(db)
  return rows[0]?.version ?? ''
}

export async function peopleWhoStay(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select people_who_stay() as id`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

export async function writePlan(db: Db, importId: string, plan: ImportPlan): Promise<void> {
  await db.deleteFrom('people_import_change').where('import_id', '=', importId).execute()
  await db.deleteFrom('people_import_problem').where('import_id', '=', importId).execute()
  const changes = [
    ...plan.created.map(({ row, after }) => ({ kind: 'created', row, before: null, after, changes: [] })),
    ...plan.updated.map((change) => ({ ...change, kind: 'updated' })),
    ...plan.missing.map((change) => ({ ...change, kind: 'missing' })),
  ]
  await inPortions(changes, async (portion, from) => {
    const rows = portion.map(({ kind, row, before, after, changes: fields }, index) => ({
      import_id: importId,
      position: from + index,
      kind,
      row_number: row,
      person_id: after.id,
      before: before && toRow(before),
      after: toRow(after),
      changes: fields,
    }))
    await sql`insert into people_import_change
      select * from jsonb_populate_recordset(null::people_import_change, ${JSON.stringify(rows)}::jsonb)`.execute(
      db,
    )
  })
  await inPortions(plan.problems, async (portion, from) => {
    const rows = portion.map((problem, index) => ({ import_id: importId, position: from + index, problem }))
    await sql`insert into people_import_problem
      select * from jsonb_populate_recordset(null::people_import_problem, ${JSON.stringify(rows)}::jsonb)`.execute(
      db,
    )
  })
}

export async function changesOf(
  db: Db,
  importId: string,
  kind: ImportChange['kind'] | undefined,
  after: number,
  limit: number,
): Promise<{ rows: (ImportChange & { position: number })[]; total: number }> {
  let changes = db.selectFrom('people_import_change').where('import_id', '=', importId)
  if (kind) changes = changes.where('kind', '=', kind)
  const { total } = await changes.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await changes
    .where('position', '>', after)
    .select([
      'position',
      'row_number as row',
      sql<ImportChange['kind']>`kind`.as('kind'),
      sql<string>`after ->> 'display_name'`.as('name'),
      sql<string>`after ->> 'email'`.as('email'),
      sql<ImportChange['changes']>`changes`.as('changes'),
    ])
    .orderBy('position')
    .limit(limit)
    .execute()
  return { rows, total }
}

export async function problemsOf(
  db: Db,
  importId: string,
  after: number,
  limit: number,
): Promise<{ rows: { position: number; problem: ImportProblem }[]; total: number }> {
  const problems = db.selectFrom('people_import_problem').where('import_id', '=', importId)
  const { total } = await problems.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await problems
    .where('position', '>', after)
    .select(['position', sql<ImportProblem>`problem`.as('problem')])
    .orderBy('position')
    .limit(limit)
    .execute()
  return { rows, total }
}

async function inPortions<T>(
  rows: readonly T[],
  write: (portion: readonly T[], from: number) => Promise<void>,
) {
  for (let from = 0; from < rows.length; from += PORTION) await write(rows.slice(from, from + PORTION), from)
}

function wire({
  appliedAt,
  createdAt,
  isLatest,
  directoryVersion: _version,
  ...row
}: ImportRow): PeopleImport {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    appliedAt: appliedAt?.toISOString() ?? null,
    canBeUndone: row.state === 'applied' && isLatest,
  }
}
