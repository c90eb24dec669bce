import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { AudienceLine } from '../../ui/AudienceLine.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

type BanDialogProps = {
  pair: { mentor: { displayName: string }; leader: { displayName: string } } | null
  onClose: () => void
  onBan: (reason: string) => void
}

/** Rules a pair out, with a reason if one is to be remembered. */
export function BanDialog({ pair, onClose, onBan }: BanDialogProps) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const [mentor, leader] = [pair?.mentor.displayName ?? '', pair?.leader.displayName ?? '']
  const close = () => {
    setReason('')
    onClose()
  }
  return (
    <Dialog
      open={pair !== null}
      onClose={close}
      width="narrow"
      title={
        <Trans>
          Never pair {mentor} and {leader}?
        </Trans>
      }
      actions={
        <>
          <Button variant="quiet" onClick={close}>
            <Trans>Keep editing</Trans>
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              onBan(reason.trim())
              setReason('')
            }}
          >
            <Trans>Rule it out</Trans>
          </Button>
        </>
      }
    >
      <TextField label={t`Reason`} optional maxLength={500} value={reason} onChange={setReason} />
      <AudienceLine team>
        <Trans>Only programme managers of this programme read it.</Trans>
      </AudienceLine>
    </Dialog>
  )
}
