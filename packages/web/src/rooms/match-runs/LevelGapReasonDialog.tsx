import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { AudienceLine } from '../../ui/AudienceLine.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextArea } from '../../ui/TextArea.tsx'
import styles from './Studio.module.css'

type LevelGapReasonDialogProps = {
  open: boolean
  /** What stands already. */
  words: string
  onClose: () => void
  onGiven: (reason: string) => void
}

const LEAST = 10
const MOST = 500

/** Asks why people one level apart may be paired, before they may (rule R8). */
export function LevelGapReasonDialog({ open, ...dialog }: LevelGapReasonDialogProps) {
  return open ? <OpenDialog {...dialog} /> : null
}

function OpenDialog({ words, onClose, onGiven }: Omit<LevelGapReasonDialogProps, 'open'>) {
  const { t } = useLingui()
  const [reason, setReason] = useState(words)
  const [refused, setRefused] = useState(false)
  const length = reason.trim().length
  const error =
    length < LEAST
      ? t`Write at least a short sentence.`
      : length > MOST
        ? t`Use at most ${MOST} characters.`
        : undefined

  function give() {
    setRefused(true)
    if (!error) onGiven(reason.trim())
  }

  return (
    <Dialog
      open
      onClose={onClose}
      title={<Trans>Why may people one level apart be paired?</Trans>}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Keep two levels</Trans>
          </Button>
          <Button variant="primary" onClick={give}>
            <Trans>Allow one level</Trans>
          </Button>
        </>
      }
    >
      <div className={styles.gapDialog}>
        <p>
          <Trans>
            With two levels between them, nobody’s next step depends on the other. One level needs a reason
            that others can follow.
          </Trans>
        </p>
        <TextArea
          label={t`Reason`}
          hint={t`About the organisation, not about people.`}
          rows={3}
          limit={MOST}
          value={reason}
          onChange={setReason}
          error={refused ? error : undefined}
        />
        <AudienceLine team>
          <Trans>
            Only programme managers of this programme read it, here and before people are asked. It is erased
            on the deletion date.
          </Trans>
        </AudienceLine>
      </div>
    </Dialog>
  )
}
