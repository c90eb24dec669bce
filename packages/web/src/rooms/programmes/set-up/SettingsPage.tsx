import { useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { programmeQuery } from '../queries.ts'
import { PeopleStep } from './PeopleStep.tsx'
import { PurposeStep } from './PurposeStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { RhythmStep } from './RhythmStep.tsx'
import { isSettingsStep, type SettingsStep } from './steps.tsx'
import { ThemesStep } from './ThemesStep.tsx'

/** The guided set-up of a programme, and its settings for as long as it runs: one step per address. */
export function SettingsPage() {
  const { t } = useLingui()
  const { programmeId, step } = useParams({ from: '/programmes/$programmeId/settings/$step' })
  const { data: programme } = useSuspenseQuery(programmeQuery(programmeId))
  useDocumentTitle(t`Programme settings`, programme.name)
  if (!isSettingsStep(step)) return <Navigate to={`/programmes/${programmeId}/settings/purpose`} replace />
  // A step keeps what is typed to itself: another step starts afresh.
  return <CurrentStep key={step} step={step} programme={programme} />
}

function CurrentStep({ step, programme }: { step: SettingsStep; programme: Programme }) {
  if (step === 'purpose') return <PurposeStep programme={programme} />
  if (step === 'people') return <PeopleStep programme={programme} />
  if (step === 'themes') return <ThemesStep programme={programme} />
  if (step === 'rhythm') return <RhythmStep programme={programme} />
  return <ReviewStep programme={programme} />
}
