import type { LiveUpdate } from '@viceversa/domain/live.ts'
import type { Db } from '../database/as-actor.ts'
import { notify } from '../database/listen.ts'
import type { AudienceWanted } from './audience.ts'

/** What travels between the nodes: which screens to wake, and whose. */
export type PublishedUpdate = LiveUpdate & { readonly to: AudienceWanted }

/** A notification holds 8000 bytes; a person's id takes 39 of them. */
const PERSONS_PER_NOTIFICATION = 180

/**
 * Tells open screens, on every node, that something changed: when the caller's transaction commits, and not at all
 * when it rolls back. Says what to look at again, never what stands there.
 */
export async function publishUpdate(db: Db, update: PublishedUpdate): Promise<void> {
  for (const to of inPortions(update.to)) await notify(db, JSON.stringify({ ...update, to }))
}

function inPortions(to: AudienceWanted): AudienceWanted[] {
  if (!('persons' in to)) return [to]
  const portions: AudienceWanted[] = []
  for (let from = 0; from < to.persons.length; from += PERSONS_PER_NOTIFICATION) {
    portions.push({ persons: to.persons.slice(from, from + PERSONS_PER_NOTIFICATION) })
  }
  return portions
}
