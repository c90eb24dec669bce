import { Trans } from '@lingui/react/macro'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { Tag } from '../../../ui/Tag.tsx'

/** Where an import stands, in a word or three. */
export function ImportStateTag({ state }: { state: PeopleImport['state'] }) {
  switch (state) {
    case 'applied':
      return (
        <Tag tone="positive" icon={IconCheck}>
          <Trans>Applied</Trans>
        </Tag>
      )
    case 'failed':
      return (
        <Tag tone="critical" icon={IconAlertTriangle}>
          <Trans>Did not finish</Trans>
        </Tag>
      )
    case 'planning':
    case 'applying':
      return (
        <Tag>
          <Trans>Running</Trans>
        </Tag>
      )
    case 'planned':
      return (
        <Tag>
          <Trans>Not applied</Trans>
        </Tag>
      )
    case 'undone':
      return (
        <Tag plain>
          <Trans>Undone</Trans>
        </Tag>
      )
    case 'cancelled':
      return (
        <Tag plain>
          <Trans>Cancelled</Trans>
        </Tag>
      )
    case 'read':
      return (
        <Tag>
          <Trans>Columns to check</Trans>
        </Tag>
      )
  }
}
