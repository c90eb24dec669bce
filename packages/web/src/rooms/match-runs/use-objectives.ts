import { useLingui } from '@lingui/react/macro'
import type { Objective } from '@viceversa/domain/match-runs/contract.ts'

/** What the engine can aim for, each in one plain sentence. */
export function useObjectives() {
  const { t } = useLingui()
  const words: Record<Objective, { label: string; sentence: string; reached: string }> = {
    'most-people': {
      label: t`Most people, then best fit`,
      sentence: t`As many people as possible get a partner; among those sets, the one that fits best.`,
      reached: t`As many people as possible, and the best possible fit for them.`,
    },
    'best-fit': {
      label: t`Best fit together`,
      sentence: t`The best total fit, even if somebody stays without a partner for it.`,
      reached: t`Best possible total for these settings.`,
    },
    generous: {
      label: t`As few poor fits as possible`,
      sentence: t`As many people as possible, then as few poor pairs as possible, then the best fit.`,
      reached: t`As many people and as few poor pairs as possible.`,
    },
    stable: {
      label: t`Nobody would rather swap`,
      sentence: t`No mentor and leader would both rather have each other than what they got.`,
      reached: t`No two people would both rather have each other.`,
    },
  }
  return {
    options: Object.entries(words).map(([value, { label }]) => ({ value: value as Objective, label })),
    sentence: (objective: Objective) => words[objective].sentence,
    reached: (objective: Objective) => words[objective].reached,
  }
}
