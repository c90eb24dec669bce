import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { problemOf } from '../../platform/api.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'

type PeopleFailureProps = {
  error: unknown
  /** What is not there: "This person is not in the directory". */
  missing?: ReactNode
  retrying?: boolean | undefined
  onRetry: () => void
}

/** The directory did not answer, belongs to others, or does not hold what was asked for. */
export function PeopleFailure({ error, missing, retrying, onRetry }: PeopleFailureProps) {
  const problem = problemOf(error)
  if (problem?.status === 403) {
    return (
      <ErrorState
        title={<Trans>The directory belongs to those who run programmes</Trans>}
        action={
          <LinkButton href="/">
            <Trans>Go to my start page</Trans>
          </LinkButton>
        }
      >
        <Trans>Administrators and programme managers can look people up here.</Trans>
      </ErrorState>
    )
  }
  if (missing && (problem?.status === 404 || problem?.status === 422)) {
    return (
      <ErrorState
        title={missing}
        action={
          <LinkButton href="/people">
            <Trans>Open the directory</Trans>
          </LinkButton>
        }
      >
        <Trans>The address may be old or mistyped.</Trans>
      </ErrorState>
    )
  }
  return (
    <ErrorState
      title={<Trans>The directory does not answer just now</Trans>}
      reference={problem?.requestId}
      onRetry={onRetry}
      retrying={retrying}
    >
      <Trans>Nothing was changed. Please try again in a moment.</Trans>
    </ErrorState>
  )
}
