import { countOf, type Given, given, oneOf, wordsOf } from '../../../platform/search.ts'

/** What the address of the directory holds; anything else in it is left out. */
export type DirectorySearch = Given<ReturnType<typeof read>>

export const noFilters = {
  search: undefined,
  department: undefined,
  site: undefined,
  level: undefined,
  status: undefined,
} as const

/** A search or filter that says nothing is left out, so the plain list has the plain address. */
export function readDirectorySearch(search: Record<string, unknown>): DirectorySearch {
  return given(read(search))
}

export function isFiltered(search: DirectorySearch): boolean {
  return Object.keys(noFilters).some((filter) => filter in search)
}

function read({ search, department, site, level, status, sort, direction }: Record<string, unknown>) {
  return {
    search: wordsOf(search),
    department: wordsOf(department),
    site: wordsOf(site),
    level: countOf(level),
    status: oneOf(['left'], status),
    sort: oneOf(['department', 'site', 'level', 'jobTitle'], sort),
    direction: oneOf(['descending'], direction),
  }
}
