import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ProgrammeTemplateId } from '@viceversa/domain/programmes/contract.ts'
import {
  datesFromKickOff,
  plannedSessions,
  suggestedKickOff,
} from '@viceversa/domain/programmes/time-line.ts'
import { type FormEvent, useState } from 'react'
import { WizardLayout } from '../../../app/layouts/WizardLayout.tsx'
import { problemOf } from '../../../platform/api.ts'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { RadioCards } from '../../../ui/RadioCards.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { templatesQuery, useCreateProgramme } from '../queries.ts'
import { today } from '../today.ts'
import { Preview } from './Preview.tsx'
import { stepsAhead } from './steps.tsx'

/** The first two answers of a new programme: its name and how long it runs. Everything else has a good default. */
export function NewProgrammePage() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const { data: catalogue } = useSuspenseQuery(templatesQuery())
  const creating = useCreateProgramme()
  const [name, setName] = useState('')
  const [template, setTemplate] = useState<ProgrammeTemplateId>('six-months')
  const [submissions, setSubmissions] = useState(0)
  useDocumentTitle(t`New programme`)

  const missingName = t`Give the programme a name.`
  const error = submissions > 0 && name.trim() === '' ? missingName : undefined
  const failure = problemOf(creating.error)
  const chosen = catalogue.templates.find(({ id }) => id === template)!
  const kickOffOn = suggestedKickOff(today(), chosen.weeksBefore)
  const { lastSessionOn } = datesFromKickOff(kickOffOn, chosen.months)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setSubmissions(submissions + 1)
    if (name.trim() === '' || creating.isPending) return
    const programme = await creating.mutateAsync({ name, template }).catch(() => undefined)
    if (programme) {
      await navigate({
        to: '/programmes/$programmeId/settings/$step',
        params: { programmeId: programme.id, step: 'purpose' },
      })
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <WizardLayout
        subject={t`New programme`}
        steps={stepsAhead()}
        top={<Trans>A draft only you can see</Trans>}
        title={<Trans>What shall it be called, and how long will it run?</Trans>}
        lead={
          <Trans>You can change both later. Nobody is told anything before you open the programme.</Trans>
        }
        actions={
          <>
            <LinkButton href="/">
              <Trans>Cancel</Trans>
            </LinkButton>
            <Button variant="primary" type="submit" busy={creating.isPending && t`Creating`}>
              <Trans>Create the draft</Trans>
            </Button>
          </>
        }
        aside={
          <Preview
            sessions={plannedSessions(kickOffOn, lastSessionOn, chosen.sessionCount)}
            kickOffOn={kickOffOn}
            sessionCount={chosen.sessionCount}
            sessionMinutes={chosen.sessionMinutes}
          />
        }
        asideLabel={t`Preview`}
      >
        <ErrorSummary
          submissions={submissions}
          problems={[
            ...(error ? [{ fieldId: 'name', message: error }] : []),
            ...(failure ? [{ fieldId: 'name', message: failure.detail ?? failure.title }] : []),
          ]}
        />
        <TextField
          id="name"
          label={<Trans>Name of the programme</Trans>}
          hint={<Trans>People see it in their invitation, for example “Fresh Eyes, autumn intake”.</Trans>}
          value={name}
          onChange={setName}
          error={error}
          maxLength={120}
          autoComplete="off"
        />
        <RadioCards
          label={<Trans>How long will it run?</Trans>}
          value={template}
          onChange={setTemplate}
          options={catalogue.templates.map(({ id, name: label, description }) => ({
            value: id,
            label,
            detail: description,
          }))}
        />
      </WizardLayout>
    </form>
  )
}
