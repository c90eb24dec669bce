import { Trans, useLingui } from '@lingui/react/macro'
import IconArrowsExchange from '@tabler/icons-react/icons/IconArrowsExchange'
import type { ParticipantSeat } from '@viceversa/domain/wire.ts'
import { clsx } from 'clsx'
import { RoleWord } from '../../../ui/RoleWord.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './WhoDoesWhat.module.css'

/** Two jobs between sessions and who has which; the disc between them swaps (rule R16). */
export function WhoDoesWhat({ scheduledBy, onSwap }: { scheduledBy: ParticipantSeat; onSwap: () => void }) {
  const { t } = useLingui()
  const setsAgenda = scheduledBy === 'leader' ? 'mentor' : 'leader'
  return (
    <div className={styles.jobs}>
      <p className={clsx(styles.job, styles[scheduledBy])}>
        <RoleWord role={scheduledBy} /> <Trans>books and moves dates</Trans>
      </p>
      <button type="button" className={styles.swap} onClick={onSwap}>
        <IconArrowsExchange size={19} aria-hidden />
        <VisuallyHidden>{t`Swap these two jobs`}</VisuallyHidden>
      </button>
      <p className={clsx(styles.job, styles[setsAgenda])}>
        <RoleWord role={setsAgenda} /> <Trans>sets the agenda</Trans>
      </p>
    </div>
  )
}
