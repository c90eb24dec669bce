import type { RuleChange } from '@viceversa/domain/match-runs/contract.ts'
import type { changedRules } from '@viceversa/domain/match-runs/rules-that-hold.ts'
import type { Db } from '../../platform/database/as-actor.ts'

/** Puts on record which rules changed. A reason that was written anew counts as a change of the rule on levels. */
export async function recordRuleChanges(
  db: Db,
  matchRunId: string,
  changes: ReturnType<typeof changedRules>,
  reasonGiven: boolean,
  changedBy: string,
  now: Date,
): Promise<void> {
  if (changes.length === 0) return
  await db
    .insertInto('match_run_rule_change')
    .values(
      changes.map(({ rule, was, became }) => ({
        match_run_id: matchRunId,
        rule,
        was: JSON.stringify(was),
        became: JSON.stringify(became),
        reason_given: reasonGiven && rule === 'levelGap',
        changed_by: changedBy,
        changed_at: now,
      })),
    )
    .execute()
}

/** Every change of a rule of this run, the newest first. */
export async function ruleChangesOf(db: Db, matchRunId: string): Promise<RuleChange[]> {
  const rows = await db
    .selectFrom('match_run_rule_change as change')
    .leftJoin('person', 'person.id', 'change.changed_by')
    .select((row) => [
      row.ref('change.rule').$castTo<RuleChange['rule']>().as('rule'),
      row.ref('change.was').$castTo<RuleChange['was']>().as('was'),
      row.ref('change.became').$castTo<RuleChange['became']>().as('became'),
      'change.reason_given',
      'person.display_name',
      'change.changed_at',
    ])
    .where('change.match_run_id', '=', matchRunId)
    .orderBy('change.changed_at', 'desc')
    .orderBy('change.rule')
    .orderBy('change.id')
    .execute()
  return rows.map(({ rule, was, became, reason_given, display_name, changed_at }) => ({
    rule,
    was,
    became,
    reasonGiven: reason_given,
    by: display_name,
    at: changed_at.toISOString(),
  }))
}
