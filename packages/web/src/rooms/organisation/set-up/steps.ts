import { useLingui } from '@lingui/react/macro'
import type { Step } from '../../../ui/Stepper.tsx'

export const SET_UP_STEPS = ['account', 'organisation', 'mail', 'visibility', 'programme'] as const
export type SetUpStep = (typeof SET_UP_STEPS)[number]

/** The steps of the first start, with those behind one ticked off. */
export function useSetUpSteps(current: SetUpStep): Step[] {
  const { t } = useLingui()
  const labels: Record<SetUpStep, string> = {
    account: t`Your account`,
    organisation: t`Your organisation`,
    mail: t`Sending e-mail`,
    visibility: t`Who can see what`,
    programme: t`First programme`,
  }
  const at = SET_UP_STEPS.indexOf(current)
  return SET_UP_STEPS.map((key, index) => ({
    key,
    label: labels[key],
    state: index < at ? 'done' : index === at ? 'current' : 'ahead',
  }))
}
