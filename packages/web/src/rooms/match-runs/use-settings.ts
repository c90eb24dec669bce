import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { api, problemOf } from '../../platform/api.ts'
import { keepMatchRun, matchRunsQuery } from './queries.ts'

export type Settings = Pick<MatchRun, 'objective' | 'rules' | 'weights'>

/** A change may carry the reason for one level of distance. */
export type Changes = Partial<Settings> & { levelGapReason?: string }

/** A slider that moves sends at most one change in this time, so that the proposal follows the hand. */
const PAUSE_MS = 150

/**
 * The settings of a scenario as they stand on the screen, saved shortly after each change. Changes made while one is
 * under way go with the next.
 */
export function useSettings(run: MatchRun) {
  const queryClient = useQueryClient()
  const [edits, setEdits] = useState<Changes>({})
  const latest = useRef(edits)
  latest.current = edits

  const save = useMutation({
    mutationFn: (sent: Changes) =>
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

  const { levelGapReason: _, ...edited } = edits
  return {
    settings: { objective: run.objective, rules: run.rules, weights: run.weights, ...edited },
    change: (changes: Changes) => setEdits((now) => ({ ...now, ...changes })),
    saving: save.isPending || waits,
    error: save.error,
    changedMeanwhile: problemOf(save.error)?.type === '/problems/changed-meanwhile',
  }
}

/** What has changed again since it was sent. */
function without(now: Changes, sent: Changes): Changes {
  const open = Object.entries(now).filter(([name, value]) => sent[name as keyof Changes] !== value)
  return Object.fromEntries(open)
}
