import { Trans } from '@lingui/react/macro'
import type { MailRow } from '@viceversa/domain/mail/contract.ts'
import { Tag } from '../../ui/Tag.tsx'

export function MailStateTag({ state }: { state: MailRow['state'] }) {
  if (state === 'sent') {
    return (
      <Tag tone="positive">
        <Trans>Sent</Trans>
      </Tag>
    )
  }
  if (state === 'failed') {
    return (
      <Tag tone="critical">
        <Trans>Not delivered</Trans>
      </Tag>
    )
  }
  return (
    <Tag>
      <Trans>Waiting</Trans>
    </Tag>
  )
}
