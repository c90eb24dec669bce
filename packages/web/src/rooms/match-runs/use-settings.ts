import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { api, problemOf } from '../../platform/api.ts'
import { keepMatchRun, matchRunsQuery } from './queries.ts'

export type Settings = Pick<MatchRun, 'objective' | 'rules' | 'weights'>

/** A slider that moves sends at most one change in this time, so that the proposal follows the hand. */
const PAUSE_MS = 150

/**
 * The settings of a scenario as they stand on the screen, saved shortly after each change. Changes made while one is
 * under way go with the next.
 */
export function useSettings(run: MatchRun) {
  const queryClient = useQueryClient()
  const [edits, setEdits] = useState<Partial<Settings>>({})
  const latest = useRef(edits)
  latest.current = edits

  const save = useMutation({
    mutationFn: (sent: Partial<Settings>) =>
      api.matchRuns.change(
        { matchRunId: run.id, ...sent },
        {
          context: { ifMatch: versionIn(queryClient.getQueryData(matchRunsQuery(run.programmeId).queryKey)) },
        },
      ),
    onSuccess: (changed, sent) => {
      setEdits((now) => without(now, sent))
      void keepMatchRun(queryClient, changed)
    },
    onError: () => {
      setEdits({})
      return queryClient.invalidateQueries({ queryKey: matchRunsQuery(run.programmeId).queryKey })
    },
  })

  function versionIn(runs: readonly MatchRun[] | undefined): number {
    return runs?.find(({ id }) => id === run.id)?.version ?? run.version
  }

  const waits = Object.keys(edits).length > 0 && !save.isPending
  const { mutate } = save
  useEffect(() => {
    if (!waits) return
    const timer = setTimeout(() => mutate(latest.current), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [waits, mutate])

  return {
    settings: { objective: run.objective, rules: run.rules, weights: run.weights, ...edits },
    change: (changes: Partial<Settings>) => setEdits((now) => ({ ...now, ...changes })),
    saving: save.isPending || waits,
    error: save.error,
    changedMeanwhile: problemOf(save.error)?.type === '/problems/changed-meanwhile',
  }
}

/** What has changed again since it was sent. */
function without(now: Partial<Settings>, sent: Partial<Settings>): Partial<Settings> {
  const open = Object.entries(now).filter(([name, value]) => sent[name as keyof Settings] !== value)
  return Object.fromEntries(open)
}
