import type pg from 'pg'

/** Arbitrary, and ours alone within this database. */
const PREPARATION_LOCK = 7_311_822

/**
 * Lets one node at a time change the shape of the database; the others wait and then find nothing left to do. The lock
 * ends with the connection, so a node that dies in between blocks nobody. Taking it twice on one connection is fine.
 */
export async function alone<T>(owner: pg.Client, work: () => Promise<T>): Promise<T> {
  await owner.query('select pg_advisory_lock($1)', [PREPARATION_LOCK])
  try {
    return await work()
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [PREPARATION_LOCK]).catch(() => {})
  }
}
