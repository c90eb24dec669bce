import { type Given, given, oneOf, wordsOf } from '../../platform/search.ts'

/** What the address of the outbox holds; anything else in it is left out. */
export type OutboxSearch = Given<ReturnType<typeof read>>

export function readOutboxSearch(search: Record<string, unknown>): OutboxSearch {
  return given(read(search))
}

function read({ state, search }: Record<string, unknown>) {
  return { state: oneOf(['waiting', 'sent', 'failed'], state), search: wordsOf(search) }
}
