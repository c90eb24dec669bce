import { Trans, useLingui } from '@lingui/react/macro'
import type { FormEvent, ReactNode } from 'react'
import { WizardLayout } from '../../../app/layouts/WizardLayout.tsx'
import { ServerChecks } from './ServerChecks.tsx'
import { type SetUpStep, useSetUpSteps } from './steps.ts'

type SetUpLayoutProps = {
  step: SetUpStep
  title: ReactNode
  lead: ReactNode
  /** The form's id, so that the button below it can submit it. */
  formId?: string
  onSubmit?: () => void
  actions: ReactNode
  children: ReactNode
}

/** One step of the first start, with the live checks of this server beside it. */
export function SetUpLayout({ step, title, lead, formId, onSubmit, actions, children }: SetUpLayoutProps) {
  const { t } = useLingui()
  const steps = useSetUpSteps(step)
  function submit(event: FormEvent) {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <WizardLayout
      subject={t`First-time set-up`}
      about={<Trans>About ten minutes. Your data stay on this server.</Trans>}
      steps={steps}
      title={title}
      lead={lead}
      aside={<ServerChecks />}
      asideLabel={t`This server`}
      actions={actions}
    >
      {formId ? (
        <form id={formId} noValidate onSubmit={submit}>
          {children}
        </form>
      ) : (
        children
      )}
    </WizardLayout>
  )
}
