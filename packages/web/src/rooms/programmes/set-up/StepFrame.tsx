import { Trans, useLingui } from '@lingui/react/macro'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCloudCheck from '@tabler/icons-react/icons/IconCloudCheck'
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import { useNavigate } from '@tanstack/react-router'
import type { PlannedSession, Programme } from '@viceversa/domain/programmes/contract.ts'
import { type FormEvent, type ReactNode, useState } from 'react'
import { WizardLayout } from '../../../app/layouts/WizardLayout.tsx'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Row } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { Preview } from './Preview.tsx'
import { type SettingsStep, settingsSteps, stepsOf } from './steps.tsx'
import type { SelfSaving } from './useSelfSaving.ts'

type StepFrameProps = {
  programme: Programme
  step: SettingsStep
  saving: SelfSaving
  title: ReactNode
  lead: ReactNode
  /** What keeps this step from going on, known before the server says so. */
  problems?: readonly { fieldId: string; message: string }[]
  /** The sessions that the answers on this step would give. */
  sessions?: readonly PlannedSession[] | undefined
  children: ReactNode
}

/** One step of the set-up: its form, how saving stands, the preview, and the ways back and on. */
export function StepFrame({
  programme,
  step,
  saving,
  title,
  lead,
  problems = [],
  sessions = programme.sessions,
  children,
}: StepFrameProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [submissions, setSubmissions] = useState(0)
  const at = settingsSteps.indexOf(step)
  const [before, after] = [settingsSteps[at - 1], settingsSteps[at + 1]]
  const fromServer =
    saving.problem?.kind === 'fields'
      ? Object.entries(saving.problem.messages).map(([fieldId, message]) => ({ fieldId, message }))
      : []

  async function saveAndGo(to: string) {
    const saved = problems.length === 0 && (await saving.save())
    if (saved) await navigate({ to })
    else setSubmissions((count) => count + 1)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (after) void saveAndGo(`/programmes/${programme.id}/settings/${after}`)
  }

  return (
    <form onSubmit={submit} noValidate>
      <WizardLayout
        subject={programme.state === 'draft' ? t`New programme` : t`Programme settings`}
        steps={stepsOf(programme, step)}
        status={<SavingStatus saving={saving} />}
        top={
          <>
            <span>{saving.value.name || programme.name}</span>
            <Button variant="quiet" onClick={() => void saveAndGo(`/programmes/${programme.id}`)}>
              <Trans>Save and leave</Trans>
            </Button>
          </>
        }
        title={title}
        lead={lead}
        actions={
          <>
            {before ? (
              <Button onClick={() => void saveAndGo(`/programmes/${programme.id}/settings/${before}`)}>
                <Trans>Back</Trans>
              </Button>
            ) : (
              <span />
            )}
            {after ? (
              <Button variant="primary" type="submit" busy={saving.isSaving && submissions > 0 && t`Saving`}>
                <Trans>Save and continue</Trans>
              </Button>
            ) : (
              <span />
            )}
          </>
        }
        aside={
          <Preview
            sessions={sessions}
            kickOffOn={saving.value.kickOffOn}
            sessionCount={saving.value.sessionCount}
            sessionMinutes={saving.value.sessionMinutes}
          />
        }
        asideLabel={t`Preview`}
      >
        <ErrorSummary
          submissions={submissions}
          problems={submissions > 0 ? [...problems, ...fromServer] : []}
        />
        <Trouble saving={saving} />
        {children}
      </WizardLayout>
    </form>
  )
}

function Trouble({ saving }: { saving: SelfSaving }) {
  const { problem } = saving
  if (problem?.kind === 'conflict') {
    return (
      <Notice
        tone="caution"
        icon={IconUsers}
        live="assertive"
        title={<Trans>Somebody changed this programme while you were writing.</Trans>}
        action={
          <Row>
            <Button size="small" onClick={() => void saving.keepMine()}>
              <Trans>Keep what I wrote here</Trans>
            </Button>
            <Button size="small" variant="quiet" onClick={() => void saving.takeTheirs()}>
              <Trans>Show the newer version</Trans>
            </Button>
          </Row>
        }
      >
        <Trans>Nothing is lost. Keeping yours changes only what you touched on this page.</Trans>
      </Notice>
    )
  }
  if (problem?.kind !== 'other') return null
  return (
    <Notice
      tone="critical"
      icon={IconAlertTriangle}
      live="assertive"
      title={<Trans>This is not saved yet.</Trans>}
      action={
        <Button size="small" onClick={() => void saving.save()}>
          <Trans>Try again</Trans>
        </Button>
      }
    >
      {problem.message || <Trans>The server could not be reached. What you wrote stays here.</Trans>}{' '}
      {problem.reference && <Trans>Reference {problem.reference}</Trans>}
    </Notice>
  )
}

function SavingStatus({ saving }: { saving: SelfSaving }) {
  const format = useFormat()
  if (saving.isSaving) {
    return (
      <span role="status">
        <Row>
          <Spinner size={16} /> <Trans>Saving</Trans>
        </Row>
      </span>
    )
  }
  if (saving.problem) {
    return (
      <span role="status">
        <Row>
          <IconCloudOff size={18} aria-hidden /> <Trans>Not saved yet</Trans>
        </Row>
      </span>
    )
  }
  if (!saving.savedAt) return <span role="status" />
  return (
    <span role="status">
      <Row>
        <IconCloudCheck size={18} aria-hidden />
        <Trans>Saved at {format.time(saving.savedAt.toISOString())}</Trans>
      </Row>
    </span>
  )
}
