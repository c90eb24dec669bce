import { Trans } from '@lingui/react/macro'
import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { problemOf } from '../platform/api.ts'
import { LinkButton } from '../ui/Button.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'

/** A page that could not be shown. The request's number is taken from the problem the server answered with, if it did. */
export function PageError({ error }: { error: unknown }) {
  const router = useRouter()
  const { reset } = useQueryErrorResetBoundary()
  const problem = problemOf(error)
  if (problem?.status === 403 || problem?.status === 404) {
    // A refusal is an answer: trying again would bring the same one.
    return (
      <ErrorState
        level={1}
        title={problem.title}
        action={
          <LinkButton href="/">
            <Trans>Go to the start page</Trans>
          </LinkButton>
        }
      >
        {problem.detail}
      </ErrorState>
    )
  }
  return (
    <ErrorState
      level={1}
      title={<Trans>This page could not be loaded</Trans>}
      reference={problem?.requestId}
      onRetry={() => {
        // Without this a query that failed would throw its old failure again.
        reset()
        void router.invalidate()
      }}
    >
      <Trans>Nothing you wrote is lost. Please try again in a moment.</Trans>
    </ErrorState>
  )
}
