import pg from 'pg'

const { builtins } = pg.types

/**
 * How PostgreSQL's values arrive in JavaScript, for every connection of ours:
 *
 * - `date` stays the plain text 'YYYY-MM-DD'. A JavaScript Date would shift it by the machine's time zone.
 * - `timestamptz` is a Date: an instant, to the millisecond. Rules turn it into a `Temporal.Instant` where they compute.
 * - `int8`, which every `count(*)` answers, is a number. One beyond 2^53 raises instead of being rounded in silence.
 * - `numeric` stays text.
 */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (format !== 'binary') {
      if (oid === builtins.DATE) return (text: string) => text
      if (oid === builtins.INT8) return exactNumber
    }
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

function exactNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} does not fit into a JavaScript number.`)
  return number
}
