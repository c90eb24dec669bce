import { QueryClient } from '@tanstack/react-query'
import { problemOf } from '../platform/api.ts'

/**
 * What the screens have read. Live updates tell what to read again, so an answer stays good for a while; refusals
 * are answers too and are not asked for twice.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 2 && worthAnotherTry(error),
    },
  },
})

function worthAnotherTry(error: unknown): boolean {
  const status = problemOf(error)?.status
  return status === undefined || status === 503
}
