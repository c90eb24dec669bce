import { Trans } from '@lingui/react/macro'
import { useRouter } from '@tanstack/react-router'
import { problemOf } from '../platform/api.ts'
import { ErrorState } from '../ui/ErrorState.tsx'

/** A page that could not be shown. The request's number is taken from the problem the server answered with, if it did. */
export function PageError({ error }: { error: unknown }) {
  const router = useRouter()
  return (
    <ErrorState
      title={<Trans>This page could not be loaded</Trans>}
      reference={problemOf(error)?.requestId}
      onRetry={() => void router.invalidate()}
    >
      <Trans>Nothing you wrote is lost. Please try again in a moment.</Trans>
    </ErrorState>
  )
}
