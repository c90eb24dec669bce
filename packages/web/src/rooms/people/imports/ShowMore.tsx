import { Trans, useLingui } from '@lingui/react/macro'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Row } from '../../../ui/Layout.tsx'
import { Text } from '../../../ui/Text.tsx'

type ShowMoreProps = {
  shown: number
  total: number
  busy: boolean
  /** Left out when all are shown. */
  onMore?: () => void
}

/** How many of how many rows are shown, and a way to the next ones. */
export function ShowMore({ shown, total, busy, onMore }: ShowMoreProps) {
  const { t } = useLingui()
  const format = useFormat()
  const shownInFigures = format.number(shown)
  const totalInFigures = format.number(total)
  return (
    <Row justify="between">
      <Text size="sm" tone={2} figures>
        <Trans>
          Rows 1 to {shownInFigures} of {totalInFigures}
        </Trans>
      </Text>
      {onMore && (
        <Button size="small" busy={busy && t`Loading`} onClick={onMore}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Row>
  )
}
