import { sql } from 'kysely'
import type { Database } from '../database/connect-database.ts'

/** A bucket holds up to `capacity` tokens and is refilled evenly. */
export type Limit = { readonly capacity: number; readonly perSecond: number }

/**
 * Takes tokens out of buckets that all nodes share, in one statement.
 *
 * @param buckets - Names that reveal nobody: a kind and a keyed hash.
 * @param wanted - How many to take from each; fewer are given when fewer are there.
 * @returns How many were taken from each bucket, 0 when it is empty.
 */
export async function takeTokens(
  database: Database,
  buckets: readonly { readonly name: string; readonly limit: Limit; readonly wanted: number }[],
  now: Date,
): Promise<number[]> {
  // Always in the same order: two requests that take from the same buckets would else wait for each other.
  const ordered = [...buckets].sort((a, b) => (a.name < b.name ? -1 : 1))
  const asked = ordered.map(
    ({ name, limit, wanted }) =>
      sql`(${name}, ${limit.capacity}::float8, ${limit.perSecond}::float8, ${wanted}::int)`,
  )
  const rows = await database.asActor({ kind: 'system', because: 'rate limit' }, async (db) => {
    const { rows } = await sql<{ bucket: string; granted: number }>`
      insert into rate_limit as held (bucket, tokens, granted, refilled_at)
      select bucket, capacity - least(wanted, capacity), least(wanted, capacity), ${now}::timestamptz
      from (values ${sql.join(asked)}) as asked (bucket, capacity, per_second, wanted)
      on conflict (bucket) do update set
        (tokens, granted, refilled_at) = (
          select refilled - least(wanted, floor(refilled)), least(wanted, floor(refilled)),
                 greatest(held.refilled_at, excluded.refilled_at)
          from (values ${sql.join(asked)}) as again (bucket, capacity, per_second, wanted),
          lateral (select least(capacity, held.tokens + per_second *
            greatest(0, extract(epoch from excluded.refilled_at - held.refilled_at)))) as filling (refilled)
          where again.bucket = held.bucket)
      returning bucket, granted`.execute(db)
    return rows
  })
  const granted = new Map(rows.map((row) => [row.bucket, row.granted]))
  return buckets.map(({ name }) => granted.get(name) ?? 0)
}

/** Seconds until an empty bucket has a token again, at least 1. */
export function secondsUntilOne({ perSecond }: Limit): number {
  return Math.max(1, Math.ceil(1 / perSecond))
}
