import { useLingui } from '@lingui/react/macro'
import type { ProposalFigures } from '@viceversa/domain/match-runs/contract.ts'
import type { Scenario as Tab } from '../../ui/ScenarioTabs.tsx'
import { outOf100 } from './FitEvidence.tsx'
import type { Scenario } from './Studio.tsx'

/** A pair below this many points (times 1000) deserves a second look. */
const LOW_FIT = 55_000

/** The four figures by which scenarios are compared; the best of several is bold, a low lowest fit critical. */
export function useTabFigures() {
  const { t } = useLingui()
  const names = {
    averageFit: t`average`,
    lowestFit: t`lowest`,
    otherDepartment: t`other dept`,
    acrossSites: t`cross-site`,
  }
  return (figures: ProposalFigures | null, all: readonly Scenario[]): Tab['figures'] => {
    if (!figures) return []
    return (Object.keys(names) as (keyof typeof names)[]).map((key) => {
      const value = figures[key]
      const isFit = key === 'averageFit' || key === 'lowestFit'
      return {
        key,
        value: value === null ? '–' : isFit ? outOf100(value) : value,
        label: names[key],
        standing: standingOf(key, value, all),
      }
    })
  }
}

function standingOf(key: keyof ProposalFigures, value: number | null, all: readonly Scenario[]) {
  if (value === null) return undefined
  if (key === 'lowestFit' && value < LOW_FIT) return 'low'
  const values = all.map(({ figures }) => figures?.[key] ?? 0)
  const best = Math.max(...values)
  // Where all are equal, nothing is best.
  return value === best && values.some((other) => other < best) ? 'best' : undefined
}
