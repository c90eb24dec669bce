import { Trans } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import { problemOf } from '../../../platform/api.ts'
import { Notice } from '../../../ui/Notice.tsx'

/** Why a step could not be taken, in the server's words. Nothing while there is no error. */
export function ImportProblemNotice({ error }: { error: unknown }) {
  if (!error) return null
  const problem = problemOf(error)
  return (
    <Notice
      tone="critical"
      icon={IconAlertCircle}
      live="assertive"
      title={problem?.title ?? <Trans>The server did not answer</Trans>}
    >
      {problem ? problem.detail : <Trans>Nothing was changed. Check the connection, then try again.</Trans>}
    </Notice>
  )
}
