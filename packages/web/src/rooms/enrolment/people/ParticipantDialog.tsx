import { Trans, useLingui } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import type { EnrolmentRow } from '@viceversa/domain/enrolment/contract.ts'
import { canTake } from '@viceversa/domain/enrolment/enrolment-states.ts'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { problemOf } from '../../../platform/api.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DescriptionList } from '../../../ui/DescriptionList.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { RoleWord } from '../../../ui/RoleWord.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useInviteAgain, useTakeBack } from '../queries.ts'
import { StateTag } from './ParticipantsPanel.tsx'

type ParticipantDialogProps = { row: EnrolmentRow; programme: Programme; onClose: () => void }

/** One person's place in the programme, and what a programme manager can do about it. */
export function ParticipantDialog({ row, programme, onClose }: ParticipantDialogProps) {
  const { t } = useLingui()
  const format = useFormat()
  const again = useInviteAgain()
  const back = useTakeBack()
  const failure = problemOf(again.error ?? back.error)
  const { person } = row

  async function inviteAgain() {
    await again.mutateAsync(row.id)
    toast(t`A fresh invitation is on its way to ${person.displayName}.`)
    onClose()
  }

  async function takeBack() {
    await back.mutateAsync(row.id)
    toast(
      t`The invitation of ${person.displayName} was taken back. Their link no longer opens the programme.`,
    )
    onClose()
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={person.displayName}
      actions={
        canTake('takeBackInvitation', row) && (
          <>
            <Button
              onClick={() => void takeBack().catch(() => undefined)}
              busy={back.isPending && t`Taking back`}
            >
              <Trans>Take the invitation back</Trans>
            </Button>
            <Button
              variant="primary"
              onClick={() => void inviteAgain().catch(() => undefined)}
              busy={again.isPending && t`Sending`}
            >
              <Trans>Invite again</Trans>
            </Button>
          </>
        )
      }
    >
      <Stack gap={4}>
        {failure && (
          <Notice tone="critical" icon={IconAlertCircle} live="assertive" title={failure.title}>
            {failure.detail}
          </Notice>
        )}
        <DescriptionList
          items={[
            { term: <Trans>Seat</Trans>, detail: <RoleWord role={row.seat} /> },
            { term: <Trans>State</Trans>, detail: <StateTag row={row} /> },
            {
              term: <Trans>Job</Trans>,
              detail: [person.jobTitle, person.department, person.site].filter(Boolean).join(', '),
            },
            { term: <Trans>E-mail</Trans>, detail: person.email },
            { term: <Trans>Invited</Trans>, detail: format.dateOf(row.invitedAt) },
          ]}
        />
        {canTake('takeBackInvitation', row) ? (
          <p>
            <Trans>
              An invitation is a question. One friendly reminder is fine; after that, silence is an answer
              too.
            </Trans>
          </p>
        ) : (
          <p>
            <Trans>
              {person.givenName} has joined {programme.name} and can leave at any time. Only they can change
              their profile.
            </Trans>
          </p>
        )}
      </Stack>
    </Dialog>
  )
}
