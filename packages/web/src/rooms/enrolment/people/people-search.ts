import { z } from 'zod'

/** What the address of the people page holds; anything else in it is left out. */
const peopleSearch = z.object({
  tab: z.enum(['participants', 'invite']).optional().catch(undefined),
  seat: z.enum(['mentor', 'leader']).optional().catch(undefined),
  state: z.enum(['invited', 'consented', 'ready', 'matched']).optional().catch(undefined),
  department: z.string().max(200).optional().catch(undefined),
  site: z.string().max(200).optional().catch(undefined),
  level: z.coerce.number().int().min(1).optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
})
export type PeopleSearch = z.infer<typeof peopleSearch>

export function readPeopleSearch(given: Record<string, unknown>): PeopleSearch {
  const read = peopleSearch.parse(given)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}
