import { Trans, useLingui } from '@lingui/react/macro'
import IconArrowsExchange from '@tabler/icons-react/icons/IconArrowsExchange'
import IconMessageOff from '@tabler/icons-react/icons/IconMessageOff'
import IconNumber1 from '@tabler/icons-react/icons/IconNumber1'
import { ConsequenceDialog } from '../../ui/ConsequenceDialog.tsx'

type DeclineDialogProps = {
  open: boolean
  onClose: () => void
  /** Given name. */
  partner: string
  busy: boolean
  onDecline: () => void
}

/** Declining takes no reason; it says what follows and asks nothing back. */
export function DeclineDialog({ open, onClose, partner, busy, onDecline }: DeclineDialogProps) {
  const { t } = useLingui()
  return (
    <ConsequenceDialog
      open={open}
      onClose={onClose}
      title={<Trans>Decline this proposal?</Trans>}
      consequences={[
        {
          icon: IconMessageOff,
          text: (
            <Trans>
              No reason needed. {partner} hears only that this pair did not come about, when the time to
              answer is over.
            </Trans>
          ),
        },
        {
          icon: IconArrowsExchange,
          text: <Trans>You both can get another proposal in the next round.</Trans>,
        },
        {
          icon: IconNumber1,
          text: <Trans>Everybody may decline once in a programme. It cannot be taken back.</Trans>,
        },
      ]}
      confirmLabel={t`Decline the proposal`}
      cancelLabel={t`Look at it again`}
      busy={busy && t`Declining`}
      onConfirm={onDecline}
    />
  )
}
