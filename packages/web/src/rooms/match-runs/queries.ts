import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query'
import type { LeftOverPerson, MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { api, queries } from '../../platform/api.ts'

export const matchRunsQuery = (programmeId: string) =>
  queries.matchRuns.list.queryOptions({ input: { programmeId } })

export const proposalQuery = (matchRunId: string) =>
  queries.matchRuns.proposal.queryOptions({ input: { matchRunId } })

/** The version stands in the key: every change of a run may be one of its rules. */
export const ruleChangesQuery = ({ id, version }: MatchRun) => ({
  ...queries.matchRuns.ruleChanges.queryOptions({ input: { matchRunId: id } }),
  queryKey: [...queries.matchRuns.ruleChanges.key({ input: { matchRunId: id } }), version],
})

/** Who is invited and who is ready, for the pages before the first proposal. */
export const enrolmentsQuery = (programmeId: string) =>
  queries.enrolment.list.queryOptions({ input: { programmeId } })

export const programmeQuery = (programmeId: string) =>
  queries.programmes.show.queryOptions({ input: { programmeId } })

export type PairOfIds = { readonly mentorId: string; readonly leaderId: string }

export const whyNotQuery = (matchRunId: string, pair: PairOfIds, fingerprint: string) => ({
  ...queries.matchRuns.whyNot.queryOptions({ input: { matchRunId, ...pair } }),
  // The answer belongs to one proposal; another one has another answer.
  queryKey: [...queries.matchRuns.whyNot.key({ input: { matchRunId, ...pair } }), fingerprint],
})

export const nearestQuery = (matchRunId: string, personId: string, fingerprint: string) => ({
  ...queries.matchRuns.nearest.queryOptions({ input: { matchRunId, personId, limit: 3 } }),
  queryKey: [...queries.matchRuns.nearest.key({ input: { matchRunId, personId, limit: 3 } }), fingerprint],
})

export const leftOverQuery = (
  matchRunId: string,
  { personId, seat }: Pick<LeftOverPerson, 'personId' | 'seat'>,
  fingerprint: string,
) => ({
  ...queries.matchRuns.leftOver.queryOptions({ input: { matchRunId, personId, seat } }),
  queryKey: [...queries.matchRuns.leftOver.key({ input: { matchRunId, personId, seat } }), fingerprint],
})

export function useCreateMatchRun(programmeId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (wanted: { name?: string; copyOf?: string }) =>
      api.matchRuns.create({ programmeId, ...wanted }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: matchRunsQuery(programmeId).queryKey }),
  })
}

export function useDiscardMatchRun(programmeId: string) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (matchRunId: string) => api.matchRuns.discard({ matchRunId }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: matchRunsQuery(programmeId).queryKey }),
  })
}

/** Pins, bans, or lets the engine decide again. */
export function useDecide({ id: matchRunId, programmeId }: MatchRun) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ decision, reason, ...pair }: PairOfIds & { decision: Decision; reason?: string }) =>
      decision === 'none'
        ? api.matchRuns.takeBackDecision({ matchRunId, ...pair })
        : api.matchRuns.decide({ matchRunId, ...pair, decision, ...(reason ? { reason } : {}) }),
    onSuccess: (run) => keepMatchRun(queryClient, run),
    onError: () => queryClient.invalidateQueries({ queryKey: matchRunsQuery(programmeId).queryKey }),
  })
}

export type Decision = 'pin' | 'ban' | 'none'

export function usePublish({ id: matchRunId }: MatchRun) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (fingerprint: string) => api.matchRuns.publish({ matchRunId, fingerprint }),
    // Also after a refusal: somebody else may have published first.
    onSettled: () =>
      Promise.all([
        queryClient.invalidateQueries({ queryKey: queries.matchRuns.key() }),
        queryClient.invalidateQueries({ queryKey: queries.pairs.key() }),
        queryClient.invalidateQueries({ queryKey: queries.programmes.key() }),
      ]),
  })
}

/** Puts a changed run into the list at once, and asks for what follows from it. */
export function keepMatchRun(queryClient: QueryClient, run: MatchRun): Promise<unknown> {
  const { queryKey } = matchRunsQuery(run.programmeId)
  queryClient.setQueryData(queryKey, (runs) =>
    runs?.map((known) =>
      known.id === run.id && known.version <= run.version ? { ...known, ...run } : known,
    ),
  )
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: proposalQuery(run.id).queryKey }),
    queryClient.invalidateQueries({ queryKey }),
  ])
}
