import { createHash } from 'node:crypto'
import type { ImportField } from '@viceversa/domain/people/contract.ts'
import type { ColumnTitle } from '@viceversa/domain/people/import/columns/guess-columns.ts'
import { normaliseHeader } from '@viceversa/domain/people/import/columns/normalise-header.ts'
import type { ImportMapping } from '@viceversa/domain/people/import-fields.ts'

type Titled = Pick<ColumnTitle, 'index' | 'header'>

/** A mapping by titles instead of places, so that it survives columns changing their order. */
export type RememberedMapping = Readonly<Record<string, ImportField>>

/** The same for files with the same titles in any order, whatever their case, accents and spaces (SHA-256, hex). */
export function fingerprintOf(columns: readonly Titled[]): string {
  return createHash('sha256').update(titlesOf(columns).toSorted().join('\n')).digest('hex')
}

export function rememberMapping(columns: readonly Titled[], mapping: ImportMapping): RememberedMapping {
  const titles = titlesOf(columns)
  return Object.fromEntries(columns.map(({ index }, place) => [titles[place]!, mapping[index] ?? 'ignore']))
}

/** The remembered mapping for the columns of another file with the same fingerprint. */
export function recallMapping(columns: readonly Titled[], remembered: RememberedMapping): ImportMapping {
  const titles = titlesOf(columns)
  return Object.fromEntries(
    columns.map(({ index }, place) => [index, remembered[titles[place]!] ?? 'ignore']),
  )
}

/** Titles made comparable; a second "name" becomes "name (2)". */
function titlesOf(columns: readonly Titled[]): string[] {
  const seen = new Map<string, number>()
  return columns.map(({ header }) => {
    const title = normaliseHeader(header)
    const times = (seen.get(title) ?? 0) + 1
    seen.set(title, times)
    return times === 1 ? title : `${title} (${times})`
  })
}
