import { type MatchRun, rules } from '@viceversa/domain/match-runs/contract.ts'
import { sql } from 'kysely'
import type { Db } from '../../platform/database/as-actor.ts'

export async function managesMatchRun(db: Db, matchRunId: string): Promise<boolean> {
  const { rows } = await sql<{
    manages: boolean
  }>`select manages_match_run(${matchRunId}) as manages`.execute(db)
  return rows[0]?.manages ?? false
}

const columns = [
  'id',
  'programme_id',
  'name',
  'state',
  'objective',
  'rules',
  'weights',
  'version',
  'created_at',
  'updated_at',
  'published_at',
  'level_gap_reason',
  'level_gap_reason_at',
] as const

/** Who wrote the reason; programme managers see everybody in the directory. */
const reasonBy = sql<
  string | null
>`(select display_name from person where person.id = match_run.level_gap_reason_by)`.as('level_gap_reason_by')

export async function matchRunsOf(db: Db, programmeId: string): Promise<MatchRun[]> {
  const rows = await db
    .selectFrom('match_run')
    .select([...columns, reasonBy])
    .where('programme_id', '=', programmeId)
    .where('state', '!=', 'discarded')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const decisions = await decisionsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => wire(row, decisions))
}

export async function findMatchRun(db: Db, matchRunId: string): Promise<MatchRun | undefined> {
  const row = await db
    .selectFrom('match_run')
    .select([...columns, reasonBy])
    .where('id', '=', matchRunId)
    .executeTakeFirst()
  return row && wire(row, await decisionsOf(db, [row.id]))
}

/** Locks the run, so that two programme managers cannot change or publish it at once. */
export async function findMatchRunForUpdate(db: Db, matchRunId: string): Promise<MatchRun | undefined> {
  const row = await db
    .selectFrom('match_run')
    .select([...columns, reasonBy])
    .where('id', '=', matchRunId)
    .forUpdate()
    .executeTakeFirst()
  return row && wire(row, await decisionsOf(db, [row.id]))
}

export type MatchRunSettings = Pick<MatchRun, 'name' | 'objective' | 'rules' | 'weights'>

/** Why people one level apart may be paired, by whom and when it was written. */
export type GivenReason = { readonly words: string; readonly by: string; readonly at: Date }

const reasonColumns = ['level_gap_reason', 'level_gap_reason_by', 'level_gap_reason_at'] as const

/** @param reasonFrom - The run whose reason for one level of distance goes with the settings. */
export async function addMatchRun(
  db: Db,
  programmeId: string,
  settings: MatchRunSettings,
  createdBy: string,
  now: Date,
  reasonFrom?: string,
): Promise<string> {
  const reason =
    reasonFrom === undefined
      ? {}
      : await db.selectFrom('match_run').select(reasonColumns).where('id', '=', reasonFrom).executeTakeFirst()
  const { id } = await db
    .insertInto('match_run')
    .values({
      ...reason,
      programme_id: programmeId,
      name: settings.name,
      objective: settings.objective,
      rules: JSON.stringify(settings.rules),
      weights: JSON.stringify(settings.weights),
      created_by: createdBy,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function copyDecisions(db: Db, from: string, to: string): Promise<void> {
  await db
    .insertInto('match_run_decision')
    .columns(['match_run_id', 'mentor_id', 'leader_id', 'decision', 'reason', 'decided_by', 'decided_at'])
    .expression((other) =>
      other
        .selectFrom('match_run_decision')
        .select([
          sql<string>`${to}::uuid`.as('match_run_id'),
          'mentor_id',
          'leader_id',
          'decision',
          'reason',
          'decided_by',
          'decided_at',
        ])
        .where('match_run_id', '=', from),
    )
    .execute()
}

/**
 * Every change of a run, its pins and bans included, is a new version.
 *
 * @param reason - For one level of distance; null clears it.
 */
export async function writeMatchRun(
  db: Db,
  matchRunId: string,
  settings: Partial<MatchRunSettings>,
  now: Date,
  reason?: GivenReason | null,
): Promise<void> {
  await db
    .updateTable('match_run')
    .set((row) => ({
      ...(reason === undefined
        ? {}
        : {
            level_gap_reason: reason?.words ?? null,
            level_gap_reason_by: reason?.by ?? null,
            level_gap_reason_at: reason?.at ?? null,
          }),
      ...(settings.name === undefined ? {} : { name: settings.name }),
      ...(settings.objective === undefined ? {} : { objective: settings.objective }),
      ...(settings.rules === undefined ? {} : { rules: JSON.stringify(settings.rules) }),
      ...(settings.weights === undefined ? {} : { weights: JSON.stringify(settings.weights) }),
      version: row('version', '+', 1),
      updated_at: now,
    }))
    .where('id', '=', matchRunId)
    .execute()
}

async function decisionsOf(db: Db, matchRunIds: readonly string[]) {
  if (matchRunIds.length === 0) return []
  return db
    .selectFrom('match_run_decision')
    .select(['match_run_id', 'mentor_id', 'leader_id', 'decision', 'reason'])
    .where('match_run_id', 'in', matchRunIds)
    .orderBy('mentor_id')
    .orderBy('leader_id')
    .execute()
}

type Row = {
  id: string
  programme_id: string
  name: string
  state: string
  objective: string
  rules: unknown
  weights: unknown
  version: number
  created_at: Date
  updated_at: Date
  published_at: Date | null
  level_gap_reason: string | null
  level_gap_reason_by: string | null
  level_gap_reason_at: Date | null
}

/** Check constraints and our own writes guarantee the shapes; the generated types know only text and json. */
function wire(row: Row, decisions: Awaited<ReturnType<typeof decisionsOf>>): MatchRun {
  return {
    id: row.id,
    programmeId: row.programme_id,
    name: row.name,
    state: row.state as MatchRun['state'],
    objective: row.objective as MatchRun['objective'],
    // Gives runs from before a rule existed its default.
    rules: rules.parse(row.rules),
    levelGapReason: row.level_gap_reason_at && {
      words: row.level_gap_reason,
      by: row.level_gap_reason_by,
      at: row.level_gap_reason_at.toISOString(),
    },
    weights: row.weights as MatchRun['weights'],
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    publishedAt: row.published_at?.toISOString() ?? null,
    decisions: decisions
      .filter(({ match_run_id }) => match_run_id === row.id)
      .map((decision) => ({
        mentorId: decision.mentor_id,
        leaderId: decision.leader_id,
        decision: decision.decision as 'pin' | 'ban',
        reason: decision.reason,
      })),
  }
}
