import { Trans, useLingui } from '@lingui/react/macro'
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconCircleDashed from '@tabler/icons-react/icons/IconCircleDashed'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import { useNavigate } from '@tanstack/react-router'
import type { Programme, ReadinessItem } from '@viceversa/domain/programmes/contract.ts'
import { useState } from 'react'
import { problemOf } from '../../../platform/api.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { ConsequenceDialog } from '../../../ui/ConsequenceDialog.tsx'
import { DescriptionList } from '../../../ui/DescriptionList.tsx'
import { Row } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import { useOpenProgramme, useRemoveProgramme } from '../queries.ts'
import styles from './ReviewStep.module.css'
import { StepFrame } from './StepFrame.tsx'
import { useSelfSaving } from './useSelfSaving.ts'

/** What stands, what is missing, and opening, which is what people notice first. */
export function ReviewStep({ programme }: { programme: Programme }) {
  const saving = useSelfSaving(programme, () => true)
  const missing = programme.readiness.filter(({ done }) => !done)
  const isDraft = programme.state === 'draft'
  return (
    <StepFrame
      programme={programme}
      step="review"
      saving={saving}
      title={isDraft ? <Trans>Review and open</Trans> : <Trans>This programme is open</Trans>}
      lead={
        !isDraft ? (
          <Trans>
            You can still change it. What everybody was promised, such as the deletion date, stays.
          </Trans>
        ) : missing.length === 0 ? (
          <Trans>Everything stands. Opening lets you invite people; nobody is written to by itself.</Trans>
        ) : (
          <Trans>
            Some things are missing. Each of them protects somebody, so the programme opens once they stand.
          </Trans>
        )
      }
    >
      <Checklist programme={programme} />
      <Summary programme={programme} />
      <Row gap={3}>
        {isDraft ? <Open programme={programme} missing={missing} /> : <Onwards programme={programme} />}
        {!programme.hasPeople && <Remove programme={programme} />}
      </Row>
    </StepFrame>
  )
}

function Checklist({ programme }: { programme: Programme }) {
  const { t } = useLingui()
  return (
    <ul aria-label={t`What opening asks for`} className={styles.checklist}>
      {programme.readiness.map((item) => (
        <li key={item.item} className={item.done ? styles.done : styles.missing}>
          {item.done ? <IconCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
          {item.done ? (
            <span>
              <ItemName item={item.item} />
              <VisuallyHidden>
                {' '}
                <Trans>(done)</Trans>
              </VisuallyHidden>
            </span>
          ) : (
            <Anchor href={`/programmes/${programme.id}/settings/${item.step}`}>
              <Trans>
                Add: <ItemName item={item.item} />
              </Trans>
            </Anchor>
          )}
        </li>
      ))}
    </ul>
  )
}

function ItemName({ item }: { item: ReadinessItem['item'] }) {
  if (item === 'purpose') return <Trans>Purpose</Trans>
  if (item === 'outcomes') return <Trans>One or two outcomes</Trans>
  if (item === 'sponsor') return <Trans>Sponsor</Trans>
  if (item === 'programme-manager') return <Trans>Programme manager</Trans>
  if (item === 'safe-contact') return <Trans>Safe contact outside the programme</Trans>
  if (item === 'themes') return <Trans>Themes, and what mentors may want in return</Trans>
  if (item === 'dates') return <Trans>Kick-off and last session</Trans>
  if (item === 'end-date') return <Trans>End date</Trans>
  return <Trans>Deletion date</Trans>
}

function Summary({ programme }: { programme: Programme }) {
  const format = useFormat()
  const { kickOffOn, lastSessionOn, deletesOn, sessionCount, sessionMinutes, hours } = programme
  return (
    <DescriptionList
      items={[
        { term: <Trans>Purpose</Trans>, detail: programme.purpose || <Trans>not written yet</Trans> },
        {
          term: <Trans>People responsible</Trans>,
          detail: format.list(
            [...programme.managers, programme.sponsor, programme.safeContact].flatMap(
              (person) => person?.displayName ?? [],
            ),
          ),
        },
        {
          term: <Trans>Rhythm</Trans>,
          detail: (
            <Trans>
              {sessionCount} sessions of {sessionMinutes} minutes; {hours.mentor} hours for a mentor,{' '}
              {hours.leader} for a leader
            </Trans>
          ),
        },
        {
          term: <Trans>Dates</Trans>,
          detail:
            kickOffOn && lastSessionOn ? (
              <Trans>
                {format.date(kickOffOn)} to {format.date(lastSessionOn)}
              </Trans>
            ) : (
              <Trans>not set yet</Trans>
            ),
        },
        {
          term: <Trans>Everything deleted on</Trans>,
          detail: deletesOn ? format.date(deletesOn) : <Trans>not set yet</Trans>,
        },
      ]}
    />
  )
}

function Open({ programme, missing }: { programme: Programme; missing: readonly ReadinessItem[] }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const opening = useOpenProgramme(programme.id)
  const failure = problemOf(opening.error)

  async function open() {
    await opening.mutateAsync()
    toast(t`${programme.name} is open. Now invite people.`)
    await navigate({ to: `/programmes/${programme.id}/people` })
  }

  return (
    <>
      <Button
        variant="primary"
        onClick={() => setAsks(true)}
        disabledReason={missing.length > 0 ? t`First add what is still missing above.` : undefined}
      >
        <Trans>Open the programme</Trans>
      </Button>
      <ConsequenceDialog
        open={asks}
        onClose={() => setAsks(false)}
        title={<Trans>Open {programme.name}?</Trans>}
        consequences={[
          {
            icon: IconUserPlus,
            text: <Trans>You can invite mentors and leaders. Nobody is written to before that.</Trans>,
          },
          {
            icon: IconLock,
            text: <Trans>The deletion date becomes a promise: it can move earlier, never later.</Trans>,
          },
          {
            icon: IconArrowBackUp,
            text: (
              <Trans>
                You can go on changing everything else, and delete the programme while nobody is in it.
              </Trans>
            ),
          },
        ]}
        confirmLabel={t`Open the programme`}
        cancelLabel={t`Keep editing`}
        onConfirm={() => void open().catch(() => undefined)}
        busy={opening.isPending && t`Opening`}
      >
        {failure && (
          <Notice tone="critical" icon={IconCircleDashed} live="assertive" title={failure.title}>
            {failure.detail}
          </Notice>
        )}
      </ConsequenceDialog>
    </>
  )
}

function Onwards({ programme }: { programme: Programme }) {
  return (
    <LinkButton variant="primary" href={`/programmes/${programme.id}/people`} icon={IconUserPlus}>
      <Trans>Invite people</Trans>
    </LinkButton>
  )
}

function Remove({ programme }: { programme: Programme }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [asks, setAsks] = useState(false)
  const removing = useRemoveProgramme(programme.id)
  const failure = problemOf(removing.error)

  async function remove() {
    await navigate({ to: '/' })
    await removing.mutateAsync()
    toast(t`${programme.name} was deleted.`)
  }

  return (
    <>
      <Button variant="quiet" icon={IconTrash} onClick={() => setAsks(true)}>
        <Trans>Delete this programme</Trans>
      </Button>
      <ConsequenceDialog
        open={asks}
        onClose={() => setAsks(false)}
        title={<Trans>Delete {programme.name}?</Trans>}
        consequences={[
          {
            icon: IconTrash,
            text: (
              <Trans>
                The draft with its dates, themes and names goes. Nobody was invited, so nobody is told.
              </Trans>
            ),
          },
          { icon: IconArrowBackUp, text: <Trans>This cannot be undone.</Trans> },
        ]}
        confirmLabel={t`Delete the programme`}
        cancelLabel={t`Keep it`}
        onConfirm={() => void remove().catch(() => undefined)}
        busy={removing.isPending && t`Deleting`}
        destructive
        typeToConfirm={{
          label: t`Type the name of the programme to confirm`,
          words: programme.name,
          mismatch: t`This is not the name: ${programme.name}`,
        }}
      >
        {failure && (
          <Notice tone="critical" icon={IconCircleDashed} live="assertive" title={failure.title}>
            {failure.detail}
          </Notice>
        )}
      </ConsequenceDialog>
    </>
  )
}
