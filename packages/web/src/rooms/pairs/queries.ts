import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, queries } from '../../platform/api.ts'

export const pairQuery = (pairId: string) => queries.pairs.show.queryOptions({ input: { pairId } })

export const managedPairsQuery = (programmeId: string) =>
  queries.pairs.list.queryOptions({ input: { programmeId } })

export const programmeQuery = (programmeId: string) =>
  queries.programmes.show.queryOptions({ input: { programmeId } })

export function useAnswerPair(pairId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (answer: 'accepted' | 'declined') => api.pairs.answer({ pairId, answer }),
    onSuccess: (pair) => queryClient.setQueryData(pairQuery(pairId).queryKey, pair),
    // Also after a refusal: the proposal may have closed a moment ago. The seats decide the navigation.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queries.pairs.key() }),
        queryClient.invalidateQueries({ queryKey: queries.accounts.me.key() }),
      ]),
  })
}
