import type { ImportField, PeopleImport } from '@viceversa/domain/people/contract.ts'
import { type ImportMapping, whatMappingLacks } from '@viceversa/domain/people/import-fields.ts'
import { ProblemError } from '../../../../platform/http/problem.ts'

/**
 * The mapping as rows are read with it. Whatever a caller asks for, a sensitive column stays out (rule R6): its cells
 * were never kept.
 *
 * @throws ProblemError `mapping-incomplete` with what is still to choose.
 */
export function usableMapping(wanted: ImportMapping, columns: PeopleImport['columns']) {
  const mapping: Record<string, ImportField> = Object.fromEntries(
    columns.map(({ index, sensitive }) => [
      index,
      sensitive === null ? (wanted[index] ?? 'ignore') : 'ignore',
    ]),
  )
  const lacks = whatMappingLacks(mapping)
  if (lacks.length > 0) {
    throw new ProblemError('mapping-incomplete', lacks.join(' '), {
      errors: lacks.map((detail) => ({ pointer: '#/mapping', detail })),
    })
  }
  return mapping
}

/** The title of the column that is mapped to a field. */
export function headerOf(
  field: ImportField,
  mapping: ImportMapping,
  columns: PeopleImport['columns'],
): string | null {
  return columns.find(({ index }) => mapping[index] === field)?.header ?? null
}
