import { z } from 'zod'

/** What the address of the directory holds; anything else in it is left out. */
const directorySearch = z.object({
  search: z.string().max(200).optional().catch(undefined),
  department: z.string().max(200).optional().catch(undefined),
  site: z.string().max(200).optional().catch(undefined),
  level: z.coerce.number().int().min(1).optional().catch(undefined),
  status: z.literal('left').optional().catch(undefined),
  sort: z.enum(['department', 'site', 'level', 'jobTitle']).optional().catch(undefined),
  direction: z.literal('descending').optional().catch(undefined),
})

type Given<T> = { [field in keyof T]?: Exclude<T[field], undefined> }
export type DirectorySearch = Given<z.infer<typeof directorySearch>>

export const noFilters = {
  search: undefined,
  department: undefined,
  site: undefined,
  level: undefined,
  status: undefined,
} as const

/** A search or filter that says nothing is left out, so the plain list has the plain address. */
export function readDirectorySearch(given: Record<string, unknown>): DirectorySearch {
  const read = directorySearch.parse(given)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''))
}

export function isFiltered(search: DirectorySearch): boolean {
  return Object.keys(noFilters).some((filter) => filter in search)
}
