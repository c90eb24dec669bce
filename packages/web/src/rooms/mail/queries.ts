import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, queries } from '../../platform/api.ts'
import type { OutboxSearch } from './outbox-search.ts'

const MAILS_PER_PAGE = 100

/** The outbox, the newest first, read on as one scrolls. */
export const outboxQuery = (filter: OutboxSearch) =>
  queries.mail.list.infiniteOptions({
    input: (after: string | undefined) => ({ ...filter, limit: MAILS_PER_PAGE, ...(after && { after }) }),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })

export const mailQuery = (mailId: string) => queries.mail.show.queryOptions({ input: { mailId } })

export const mailSettingsQuery = () => queries.mail.showSettings.queryOptions()

export type TypedMailSettings = Parameters<typeof api.mail.saveSettings>[0]

export function useTryAgain() {
  const refresh = useRefreshMail()
  return useMutation({
    mutationFn: (mailId: string) => api.mail.deliver({ mailId }),
    // Also after a refusal: it may have left meanwhile.
    onSettled: refresh,
  })
}

export function useSaveMailSettings() {
  const refresh = useRefreshMail()
  return useMutation({
    mutationFn: (settings: TypedMailSettings) => api.mail.saveSettings(settings),
    onSuccess: refresh,
  })
}

export function useRemoveMailSettings() {
  const refresh = useRefreshMail()
  return useMutation({ mutationFn: () => api.mail.removeSettings(), onSuccess: refresh })
}

export function useTestMail() {
  return useMutation({ mutationFn: (settings: TypedMailSettings) => api.mail.test(settings) })
}

/** Whether mail leaves is also told on other pages. */
function useRefreshMail() {
  const queryClient = useQueryClient()
  return () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: queries.mail.key() }),
      queryClient.invalidateQueries({ queryKey: queries.organisation.key() }),
    ])
}
