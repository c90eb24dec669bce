import { Trans } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import { problemOf } from '../../platform/api.ts'
import { Notice } from '../../ui/Notice.tsx'

/** What became of a test message: on its way, or the mail server's own words with what to try next. */
export function TestOutcome({ error, sentTo }: { error: unknown; sentTo: string | undefined }) {
  if (sentTo) {
    return (
      <Notice
        tone="positive"
        icon={IconCircleCheck}
        live="polite"
        title={<Trans>The test is on its way.</Trans>}
      >
        <Trans>Look for it in the inbox of {sentTo}.</Trans>
      </Notice>
    )
  }
  if (!error) return null
  return (
    <Notice
      tone="critical"
      icon={IconAlertCircle}
      live="assertive"
      title={<Trans>The mail server did not take the test message.</Trans>}
    >
      {problemOf(error)?.detail ?? (
        <Trans>Viceversa itself did not answer. Check the connection, then try again.</Trans>
      )}
    </Notice>
  )
}
