import type { ImportChange, PeopleImport } from '@viceversa/domain/people/contract.ts'
import type { Db } from '../../../../platform/database/as-actor.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'
import { problemRowsFile } from '../problem-rows-file.ts'
import { changesOf, findImport, problemsOf, storedRows } from './import-queries.ts'
import { rowsNotKept } from './import-steps.ts'
import { unpackRows } from './stored-rows.ts'

/** Far more than any file may hold (`limits.ts`): all of them. */
const ALL = 2_000_000

/** @throws ProblemError `not-found`. */
export async function showImport(db: Db, importId: string): Promise<PeopleImport> {
  const found = await findImport(db, importId)
  if (!found) throw new ProblemError('not-found', 'There is no such import.')
  return found
}

export async function showChanges(
  db: Db,
  request: {
    importId: string
    kind?: ImportChange['kind'] | undefined
    after?: string | undefined
    limit: number
  },
) {
  const { importId, kind, limit } = request
  const { rows, total } = await changesOf(db, importId, kind, positionFrom(request.after), limit)
  return {
    rows: rows.map(({ position: _position, ...change }) => change),
    total,
    next: rows.length === limit ? String(rows.at(-1)?.position) : null,
  }
}

export async function showProblems(
  db: Db,
  request: { importId: string; after?: string | undefined; limit: number },
) {
  const { rows, total } = await problemsOf(db, request.importId, positionFrom(request.after), request.limit)
  return {
    rows: rows.map(({ problem }) => problem),
    total,
    next: rows.length === request.limit ? String(rows.at(-1)?.position) : null,
  }
}

/** The rows that were left out, as CSV to mend and upload again. */
export async function problemFile(db: Db, importId: string): Promise<File> {
  const found = await showImport(db, importId)
  const packed = await storedRows(db, importId)
  if (!packed) throw rowsNotKept()
  const { rows } = await problemsOf(db, importId, -1, ALL)
  const problems = rows.map(({ problem }) => problem).filter(({ kind }) => kind === 'problem')
  const wanted = new Set(problems.map(({ row }) => row))
  const faulty = (await unpackRows(packed)).flat().filter(({ row }) => wanted.has(row))
  const headers = found.columns.map(({ header }) => header)
  const text = [...problemRowsFile(headers, faulty, problems)].join('')
  return new File([text], 'rows-to-mend.csv', { type: 'text/csv;charset=utf-8' })
}

function positionFrom(after: string | undefined): number {
  if (after === undefined) return -1
  if (/^\d{1,9}$/.test(after)) return Number(after)
  throw new ProblemError('invalid-request', 'This is not where a page ended. Start from the first page.')
}
