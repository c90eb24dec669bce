import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import type { LiveTopic } from '@viceversa/domain/live.ts'
import { useEffect } from 'react'
import { queries } from '../platform/api.ts'
import { gather } from '../platform/gather.ts'

/** What each topic makes old. The stream says that something changed; the screens ask again with their own rights. */
const STALE: Record<LiveTopic, QueryKey[]> = {
  me: [queries.accounts.key()],
  people: [queries.people.key()],
  'people-import': [queries.people.key()],
  programme: [queries.programmes.key(), queries.accounts.me.key()],
  enrolment: [queries.enrolment.key(), queries.programmes.key(), queries.matchRuns.key()],
  'match-run': [queries.matchRuns.key(), queries.programmes.key()],
  pair: [queries.pairs.key(), queries.programmes.key(), queries.accounts.me.key()],
  mail: [queries.mail.key()],
}

/** Keeps what is on the screen true while others change it. After a gap everything is asked again. */
export function LiveUpdates() {
  const queryClient = useQueryClient()
  useEffect(() => {
    let opened = false
    const gathering = gather<LiveTopic>((topics) => refresh(queryClient, topics))
    const stream = new EventSource('/api/events')
    stream.onopen = () => {
      if (opened) void queryClient.invalidateQueries()
      opened = true
    }
    stream.onmessage = ({ data }) => {
      const topic = topicOf(String(data))
      if (topic) gathering.add(topic)
    }
    return () => {
      stream.close()
      gathering.stop()
    }
  }, [queryClient])
  return null
}

function refresh(queryClient: QueryClient, topics: ReadonlySet<LiveTopic>): void {
  // A tab nobody looks at asks when it is looked at again; until then it must not keep its session alive.
  const refetchType = document.visibilityState === 'hidden' ? 'none' : 'active'
  const stale = new Set([...topics].flatMap((topic) => STALE[topic]))
  for (const queryKey of stale) void queryClient.invalidateQueries({ queryKey, refetchType })
}

/** Read by hand: the first screen does not wait for a schema. A topic of a newer server says nothing here. */
function topicOf(update: string): LiveTopic | undefined {
  try {
    const topic: unknown = JSON.parse(update)?.topic
    return typeof topic === 'string' && Object.hasOwn(STALE, topic) ? (topic as LiveTopic) : undefined
  } catch {
    return undefined
  }
}
