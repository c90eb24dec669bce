import { Trans } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import { problemOf } from '../../platform/api.ts'
import { Notice } from '../../ui/Notice.tsx'

/** What the server said no to, in its own words; or that it did not answer. Nothing while there is no error. */
export function ProblemNotice({ error }: { error: unknown }) {
  if (!error) return null
  const problem = problemOf(error)
  return (
    <Notice
      tone="critical"
      icon={IconAlertCircle}
      live="assertive"
      title={problem?.title ?? <Trans>The server did not answer</Trans>}
    >
      {problem ? (
        problem.detail
      ) : (
        <Trans>Check the connection, then try again. Nothing you typed is lost.</Trans>
      )}
    </Notice>
  )
}
