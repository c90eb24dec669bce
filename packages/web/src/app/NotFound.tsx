import { Trans } from '@lingui/react/macro'
import { useDocumentTitle } from '../platform/useDocumentTitle.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'

/** An address that leads nowhere, or to something that is not for this person: both look the same on purpose. */
export function NotFound() {
  useDocumentTitle()
  return (
    <EmptyState
      level={2}
      title={<Trans>There is nothing here for you</Trans>}
      action={
        <LinkButton href="/" variant="primary">
          <Trans>Go to the start page</Trans>
        </LinkButton>
      }
    >
      <Trans>The address may be mistyped, or it belongs to other people.</Trans>
    </EmptyState>
  )
}
