import { useLingui } from '@lingui/react/macro'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { daysBetween } from '@viceversa/domain/programmes/time-line.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { today } from '../today.ts'

/** The one fact behind a pair's signal, with its date. */
export function usePairFact(pair: ControlRoom['pairs'][number], intervalDays: number): string {
  const { t } = useLingui()
  const format = useFormat()
  const { signal, state, lastSessionOn, nextSessionOn, startedOn } = pair

  if (signal === 'waiting') return t`both are asked`
  if (state === 'frozen') return t`paused by a new reporting line`
  if (signal === 'paused') return t`paused, nothing is expected of them`
  if (lastSessionOn === null) {
    if (nextSessionOn) return t`first session on ${format.dayAndMonth(nextSessionOn)}`
    return startedOn ? t`accepted on ${format.dayAndMonth(startedOn)}, no date yet` : t`no date yet`
  }
  if (signal === 'on-rhythm') {
    const met = format.dayAndMonth(lastSessionOn)
    return nextSessionOn ? t`met ${met}, next ${format.dayAndMonth(nextSessionOn)}` : t`met ${met}`
  }
  const days = daysBetween(lastSessionOn, today())
  return t`no session for ${days} days, agreed every ${intervalDays}`
}
