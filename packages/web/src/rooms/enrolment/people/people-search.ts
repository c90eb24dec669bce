import { countOf, type Given, given, oneOf, wordsOf } from '../../../platform/search.ts'

/** What the address of the people page holds; anything else in it is left out. */
export type PeopleSearch = Given<ReturnType<typeof read>>

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  return given(read(search))
}

function read({ tab, seat, state, department, site, level, search }: Record<string, unknown>) {
  return {
    tab: oneOf(['participants', 'invite'], tab),
    seat: oneOf(['mentor', 'leader'], seat),
    state: oneOf(['invited', 'consented', 'ready', 'matched'], state),
    department: wordsOf(department),
    site: wordsOf(site),
    level: countOf(level),
    search: wordsOf(search),
  }
}
