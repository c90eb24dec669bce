import { z } from 'zod'

/** What the address of the outbox holds; anything else in it is left out. */
const outboxSearch = z.object({
  state: z.enum(['waiting', 'sent', 'failed']).optional().catch(undefined),
  search: z.string().max(200).optional().catch(undefined),
})
export type OutboxSearch = z.infer<typeof outboxSearch>

export function readOutboxSearch(given: Record<string, unknown>): OutboxSearch {
  const read = outboxSearch.parse(given)
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined && value !== ''))
}
