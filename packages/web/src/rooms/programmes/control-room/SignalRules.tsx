import { Trans } from '@lingui/react/macro'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { AudienceLine } from '../../../ui/AudienceLine.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { PairSignalKey } from '../../../ui/PairSignal.tsx'
import styles from './SignalRules.module.css'

/** The rules behind every signal, one click away from it. */
export function SignalRules({
  open,
  onClose,
  room,
}: {
  open: boolean
  onClose: () => void
  room: ControlRoom
}) {
  const interval = room.intervalDays
  return (
    <Dialog open={open} onClose={onClose} title={<Trans>All signals and their rules</Trans>}>
      <dl className={styles.rules}>
        <dt>
          <PairSignalKey state="on-rhythm" /> <Trans>On rhythm</Trans>
        </dt>
        <dd>
          <Trans>
            The last session is not much longer ago than the {interval} days between two planned sessions.
          </Trans>
        </dd>
        <dt>
          <PairSignalKey state="drifting" /> <Trans>Drifting</Trans>
        </dt>
        <dd>
          <Trans>
            No session for more than one and a quarter times {interval} days, or no first date a week after
            both accepted. The leader is asked first.
          </Trans>
        </dd>
        <dt>
          <PairSignalKey state="needs-you" /> <Trans>Needs you</Trans>
        </dt>
        <dd>
          <Trans>
            No session for more than one and a half times {interval} days, not met within 21 days of the
            start, or paused by a new reporting line.
          </Trans>
        </dd>
        <dt>
          <PairSignalKey state="paused" /> <Trans>Paused</Trans>
        </dt>
        <dd>
          <Trans>Both agreed to stop for a while. Nothing is expected of them.</Trans>
        </dd>
      </dl>
      <AudienceLine team>
        <Trans>
          Only dates and states count here. Answers and words of a pair never do, and only programme managers
          see this.
        </Trans>
      </AudienceLine>
    </Dialog>
  )
}
