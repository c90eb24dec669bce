import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { Proposal } from '@viceversa/domain/match-runs/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { announce } from '../../ui/announce.ts'
import { changedPairs } from './changed-pairs.ts'

/** The pairs that the last recalculation changed. Says so to screen readers, and says too when nothing moved. */
export function useRecalculation(proposal: Proposal | undefined): ReadonlySet<string> {
  const { t } = useLingui()
  const shown = useRef<Proposal>(undefined)
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => {
    const before = shown.current
    if (!proposal || before?.fingerprint === proposal.fingerprint) return
    shown.current = proposal
    const now = changedPairs(before, proposal)
    setChanged(now)
    if (!before) return
    announce(
      now.size === 0
        ? t`Recalculated, the pairs stay the same`
        : plural(now.size, { one: 'Recalculated, # pair changed', other: 'Recalculated, # pairs changed' }),
    )
  }, [proposal, t])

  return changed
}
