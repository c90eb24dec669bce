import { Trans } from '@lingui/react/macro'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import type { ReactNode } from 'react'
import type { Step } from '../../../ui/Stepper.tsx'

export const settingsSteps = ['purpose', 'people', 'themes', 'rhythm', 'review'] as const
export type SettingsStep = (typeof settingsSteps)[number]

export function isSettingsStep(step: string): step is SettingsStep {
  return (settingsSteps as readonly string[]).includes(step)
}

/** The steps with what has been answered so far; every one can be opened at any time. */
export function stepsOf(programme: Programme, current: SettingsStep): Step[] {
  return settingsSteps.map((step) => ({
    key: step,
    label: <StepName step={step} />,
    detail: step === current ? <Trans>You are here</Trans> : <Answer step={step} programme={programme} />,
    state: step === current ? 'current' : isDone(step, programme) ? 'done' : 'ahead',
    href: `/programmes/${programme.id}/settings/${step}`,
  }))
}

/** The same before there is a draft. */
export function stepsAhead(): Step[] {
  return [
    {
      key: 'name',
      label: <Trans>Name and length</Trans>,
      detail: <Trans>You are here</Trans>,
      state: 'current',
    },
    ...settingsSteps.map((step) => ({ key: step, label: <StepName step={step} />, state: 'ahead' as const })),
  ]
}

export function StepName({ step }: { step: SettingsStep }): ReactNode {
  if (step === 'purpose') return <Trans>Purpose</Trans>
  if (step === 'people') return <Trans>People responsible</Trans>
  if (step === 'themes') return <Trans>Themes</Trans>
  if (step === 'rhythm') return <Trans>Rhythm and dates</Trans>
  return <Trans>Review and open</Trans>
}

function isDone(step: SettingsStep, programme: Programme): boolean {
  if (step === 'review') return programme.state !== 'draft'
  return programme.readiness.every((item) => item.step !== step || item.done)
}

function Answer({ step, programme }: { step: SettingsStep; programme: Programme }): ReactNode {
  const { outcomes, purpose, sponsor, safeContact, themes, sessionCount, sessionMinutes } = programme
  if (step === 'purpose') return outcomes[0] ?? (purpose ? shortened(purpose) : undefined)
  if (step === 'people') {
    const names = [sponsor, safeContact].flatMap((person) => person?.givenName ?? [])
    return names.length > 0 ? names.join(', ') : undefined
  }
  if (step === 'themes') return themes.length > 0 ? <Trans>{themes.length} themes</Trans> : undefined
  if (step === 'rhythm') {
    return (
      <Trans>
        {sessionCount} sessions of {sessionMinutes} minutes
      </Trans>
    )
  }
  return programme.state === 'draft' ? undefined : <Trans>Open</Trans>
}

function shortened(text: string): string {
  return text.length > 48 ? `${text.slice(0, 46)}…` : text
}
