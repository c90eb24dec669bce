import type { DirectoryRow } from '@viceversa/domain/people/contract.ts'
import type { Db } from '../../platform/database/as-actor.ts'
import { ProblemError } from '../../platform/http/problem.ts'
import {
  countDirectory,
  type DirectoryFilter,
  type DirectoryOrder,
  directoryPage,
  findPerson,
  managersAbove,
  reportsOf,
} from './directory-queries.ts'

export type DirectoryRequest = DirectoryFilter &
  DirectoryOrder & { readonly after?: string | undefined; readonly limit: number }

/** A page of the directory with the exact number of all who match. */
export async function showDirectory(
  db: Db,
  { after, limit, sort, direction, ...filter }: DirectoryRequest,
): Promise<{ rows: DirectoryRow[]; total: number; next: string | null }> {
  const page = await directoryPage(db, filter, { sort, direction }, cursorFrom(after), limit + 1)
  const shown = page.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: shown.map(({ row }) => row),
    total: await countDirectory(db, filter),
    next: page.length > limit && last ? cursorOf(last.key, last.row.id) : null,
  }
}

/** @throws ProblemError `not-found`. */
export async function showPerson(db: Db, personId: string) {
  const person = await findPerson(db, personId)
  if (!person) throw new ProblemError('not-found', 'There is nobody of this id.')
  return { ...person, managers: await managersAbove(db, personId), reports: await reportsOf(db, personId) }
}

function cursorOf(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function cursorFrom(after: string | undefined): readonly [string, string] | null {
  if (!after) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(after, 'base64url').toString()) as unknown[]
    if (typeof key === 'string' && typeof id === 'string' && UUID.test(id)) return [key, id]
  } catch {
    // Falls through to the same answer as any other text that is no cursor of ours.
  }
  throw new ProblemError('invalid-request', 'This is not where a page ended. Start from the first page.')
}
