import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { meQuery } from '../../accounts/queries.ts'
import { organisationQuery } from '../queries.ts'
import { AccountStep } from './AccountStep.tsx'
import { type Draft, draftOfThisTab, forgetDraft, keepDraft } from './draft.ts'
import { FirstProgrammeStep } from './FirstProgrammeStep.tsx'
import { MailStep } from './MailStep.tsx'
import { OrganisationStep } from './OrganisationStep.tsx'
import type { SetUpStep } from './steps.ts'
import { VisibilityStep } from './VisibilityStep.tsx'

/** The first start, step by step. Once the organisation exists, the address keeps the step, so one can go on later. */
export function SetUpPage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { step = 'account' } = useSearch({ strict: false })
  const [draft, setDraft] = useState(draftOfThisTab)
  // After a reload the password is typed again, so the address alone does not make the first step done.
  const [accountIsDone, setAccountIsDone] = useState(false)
  const [passwordError, setPasswordError] = useState<string>()
  const organisation = useQuery(organisationQuery())
  const isEmpty = organisation.data?.state === 'empty'
  const me = useQuery({ ...meQuery(), enabled: organisation.data !== undefined && !isEmpty })
  useDocumentTitle(t`First-time set-up`)

  const goTo = (next: SetUpStep) => void navigate({ to: '/set-up', search: { step: next } })
  if (!organisation.data) return null
  if (isEmpty) {
    const change = (next: Draft) => {
      setDraft(next)
      keepDraft(next)
    }
    const form = { draft, onChange: change, organisation: organisation.data }
    return step === 'organisation' && accountIsDone ? (
      <OrganisationStep
        {...form}
        onBack={() => goTo('account')}
        onPasswordRefused={(why) => {
          setPasswordError(why)
          goTo('account')
        }}
        onDone={() => {
          forgetDraft()
          goTo('mail')
        }}
      />
    ) : (
      <AccountStep
        {...form}
        passwordError={passwordError}
        onDone={() => {
          setPasswordError(undefined)
          setAccountIsDone(true)
          goTo('organisation')
        }}
      />
    )
  }
  if (me.isPending) return null
  if (!me.data?.administrator) return <Navigate to="/sign-in" replace />
  if (step === 'visibility')
    return <VisibilityStep onBack={() => goTo('mail')} onDone={() => goTo('programme')} />
  if (step === 'programme') return <FirstProgrammeStep onBack={() => goTo('visibility')} />
  return <MailStep me={me.data} onDone={() => goTo('visibility')} />
}
