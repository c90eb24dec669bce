import { Trans, useLingui } from '@lingui/react/macro'
import IconCompass from '@tabler/icons-react/icons/IconCompass'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import { api } from '../../platform/api.ts'
import { ConsequenceDialog } from '../../ui/ConsequenceDialog.tsx'
import { ProblemNotice } from '../accounts/ProblemNotice.tsx'
import { useReplacedSession } from './useReplacedSession.ts'

type RemoveSampleDialogProps = { open: boolean; onClose: () => void; setUpKey?: { setUpKey?: string } }

/** Asks once more before the sample organisation goes. */
export function RemoveSampleDialog({ open, onClose, setUpKey = {} }: RemoveSampleDialogProps) {
  const { t } = useLingui()
  const leave = useReplacedSession(() => api.organisation.leaveSample(setUpKey))
  return (
    <ConsequenceDialog
      open={open}
      onClose={onClose}
      title={<Trans>Leave and remove the sample organisation?</Trans>}
      consequences={[
        {
          icon: IconTrash,
          text: <Trans>Its invented people, programmes, pairs and mails are deleted.</Trans>,
        },
        { icon: IconUsers, text: <Trans>Everybody who is looking around is signed out.</Trans> },
        {
          icon: IconCompass,
          text: <Trans>You come back to the first page and can fill it again at any time.</Trans>,
        },
      ]}
      confirmLabel={t`Remove the sample`}
      cancelLabel={t`Keep looking around`}
      destructive
      busy={leave.isPending && t`Removing`}
      onConfirm={() => leave.mutate()}
    >
      <ProblemNotice error={leave.error} />
    </ConsequenceDialog>
  )
}
