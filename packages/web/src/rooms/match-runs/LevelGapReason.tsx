import { Trans } from '@lingui/react/macro'
import type { LevelGapReason as Reason } from '@viceversa/domain/match-runs/contract.ts'
import { useFormat } from '../../platform/Formatting.tsx'
import { TextButton } from '../../ui/Button.tsx'
import styles from './Studio.module.css'

type LevelGapReasonProps = { reason: Reason; onChange?: (() => void) | undefined }

/** Why people one level apart may be paired: the words, who wrote them and when (rule R8). */
export function LevelGapReason({ reason, onChange }: LevelGapReasonProps) {
  const format = useFormat()
  const { words, by } = reason
  const on = format.dateOf(reason.at)
  return (
    <figure className={styles.gapReason}>
      <blockquote>{words ?? <Trans>The reason was erased on the deletion date.</Trans>}</blockquote>
      <figcaption>
        {by ? (
          <Trans>
            {by}, {on}
          </Trans>
        ) : (
          on
        )}
        {onChange && (
          <>
            <br />
            <TextButton onClick={onChange}>
              <Trans>Change the reason</Trans>
            </TextButton>
          </>
        )}
      </figcaption>
    </figure>
  )
}
